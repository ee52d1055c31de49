package dev.muster.app.http.authgear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.Run;
import dev.muster.app.http.LiveServer;
import dev.muster.app.store.StoreKind;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Authgear's tasks from pending to expired, byte by byte. */
class AuthgearTasksTest {

  private static final String HASH = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";
  private static final String TWO_USERS =
      "{\"identifier\":\"email\",\"records\":[{\"email\":\"user1@example.com\","
          + "\"email_verified\":true,\"password\":{\"type\":\"bcrypt\",\"password_hash\":\""
          + HASH
          + "\"}},{\"email\":\"user2@example.com\",\"email_verified\":false,"
          + "\"name\":\"John Doe\"}]}";
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
  private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  private static final Pattern PENDING =
      Pattern.compile(
          "\\{\"id\":\"task_[0-9A-HJKMNP-TV-Z]{32}\",\"created_at\":\"("
              + TIME
              + ")\",\"status\":\"pending\"}");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aTaskIsPendingUntilAWorkerHasDoneAllOfIt(StoreKind store) throws Exception {
    Instant before = Instant.now();
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a"))) {
      HttpResponse<String> started = server.post(TWO_USERS);

      assertThat(started.statusCode()).isEqualTo(200);
      assertThat(started.headers().firstValue("Content-Type")).hasValue("application/json");
      Matcher pending = PENDING.matcher(started.body());
      assertThat(pending.matches()).as(started.body()).isTrue();
      assertThat(Instant.parse(pending.group(1)))
          .isBetween(before.minusMillis(1), Instant.now().plusMillis(1));
      String id = LiveServer.idIn(started.body());
      HttpResponse<String> asked = server.task(id);
      assertThat(asked.statusCode()).isEqualTo(200);
      assertThat(asked.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(asked.body()).isEqualTo(started.body());

      String completed = server.work().completedTask(id);

      assertThat(completed)
          .matches(
              Pattern.quote("{\"id\":\"" + id + "\",\"created_at\":\"" + pending.group(1) + "\",")
                  + "\"completed_at\":\""
                  + TIME
                  + "\","
                  + Pattern.quote(
                      "\"status\":\"completed\",\"summary\":{\"total\":2,\"inserted\":2,"
                          + "\"updated\":0,\"skipped\":0,\"failed\":0},\"details\":[{\"index\":0,"
                          + "\"record\":{\"email\":\"user1@example.com\",\"email_verified\":true,"
                          + "\"password\":{\"type\":\"bcrypt\",\"password_hash\":\"REDACTED\"}},"
                          + "\"outcome\":\"inserted\",\"user_id\":\"")
                  + UUID
                  + Pattern.quote(
                      "\"},{\"index\":1,\"record\":{\"email\":\"user2@example.com\","
                          + "\"email_verified\":false,\"name\":\"John Doe\"},"
                          + "\"outcome\":\"inserted\",\"user_id\":\"")
                  + UUID
                  + Pattern.quote(
                      "\",\"warnings\":[{\"message\":"
                          + "\"email_verified = false has no effect in insert.\"}]}]}"));
      assertThat(server.task(id).body()).isEqualTo(completed);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void skippedAndUpdatedRecordsNameTheUserThatTheyFound(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a")).work()) {
      String inserted = server.completed(TWO_USERS);
      String first = inserted.replaceFirst("^.*?\"user_id\":\"([^\"]+)\".*$", "$1");

      assertThat(server.completed(TWO_USERS))
          .contains(
              "\"summary\":{\"total\":2,\"inserted\":0,\"updated\":0,\"skipped\":2,\"failed\":0}")
          .contains(
              "\"outcome\":\"skipped\",\"user_id\":\""
                  + first
                  + "\",\"warnings\":[{\"message\":"
                  + "\"skipping because upsert = false and user exists\"}]}");
      assertThat(server.completed(TWO_USERS.replaceFirst("\\{", "{\"upsert\":true,")))
          .contains(
              "\"summary\":{\"total\":2,\"inserted\":0,\"updated\":2,\"skipped\":0,\"failed\":0}")
          .contains("\"outcome\":\"updated\",\"user_id\":\"" + first + "\"}");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aTaskWhoseRecordsAllFailIsCompleted(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a")).work()) {
      assertThat(server.completed("{\"identifier\":\"email\",\"records\":[{},{}]}"))
          .contains(
              "\"status\":\"completed\",\"summary\":"
                  + "{\"total\":2,\"inserted\":0,\"updated\":0,\"skipped\":0,\"failed\":2},"
                  + "\"details\":[{\"index\":0,\"outcome\":\"failed\",\"errors\":[");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aCancelledTaskSaysSo(StoreKind store) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    try (LiveServer server = LiveServer.start(folder, database)) {
      String id = LiveServer.idIn(server.post(TWO_USERS).body());
      assertThat(Run.of(folder, "--db", database, "imports", "cancel", id).status()).isZero();

      assertThat(server.task(id).body())
          .contains(
              "\"status\":\"completed\",\"error\":{\"name\":\"InternalError\","
                  + "\"reason\":\"UnexpectedError\",\"message\":\"the import was cancelled\","
                  + "\"code\":500},\"summary\":");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aTaskExpiresADayAfterItsEnd(StoreKind store) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    String id;
    try (LiveServer server = LiveServer.start(folder, database).work()) {
      id = LiveServer.idIn(server.completed(TWO_USERS));
    }
    Clock now = Clock.systemUTC();
    Duration day = Duration.ofDays(1);
    try (LiveServer later =
        LiveServer.at(Clock.offset(now, day.minusMinutes(10)), folder, database)) {
      assertThat(later.task(id).statusCode()).isEqualTo(200);
    }
    try (LiveServer later =
        LiveServer.at(Clock.offset(now, day.plusMinutes(1)), folder, database)) {
      assertNotFound(later.task(id));
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void onlyThisApisTasksAreFoundByTheirOwnIds(StoreKind store) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    Run.file(folder, "users.json", TWO_USERS);
    try (LiveServer server = LiveServer.start(folder, database)) {
      Run byCommand =
          Run.of(
              folder, "--db", database, "import", "users.json", "--format", "authgear", "--json");
      assertThat(byCommand.status()).isZero();
      String id = byCommand.out().replaceAll("(?s)^.*\"(imp_[0-9a-z]+)\".*$", "$1");
      assertThat(id).startsWith("imp_");
      assertNotFound(server.task(id));
      String task = LiveServer.idIn(server.post(TWO_USERS).body());
      String listed = Run.of(folder, "--db", database, "imports", "list", "--json").out();
      Matcher internal = Pattern.compile("imp_[0-9a-z]{12}").matcher(listed);
      while (internal.find()) {
        assertNotFound(server.task(internal.group()));
      }
      assertNotFound(server.task(task.toLowerCase(java.util.Locale.ROOT)));
      assertNotFound(server.task("task_00000000000000000000000000000000"));
    }
  }

  private static void assertNotFound(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":{\"name\":\"NotFound\",\"reason\":\"TaskNotFound\","
                + "\"message\":\"task not found\",\"code\":404}}");
  }
}
