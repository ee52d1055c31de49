package dev.muster.sdk.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.auth0.client.mgmt.ManagementApi;
import com.auth0.client.mgmt.core.ManagementApiException;
import com.auth0.client.mgmt.errors.BadRequestError;
import com.auth0.client.mgmt.errors.ContentTooLargeError;
import com.auth0.client.mgmt.errors.ForbiddenError;
import com.auth0.client.mgmt.errors.TooManyRequestsError;
import com.auth0.client.mgmt.errors.UnauthorizedError;
import com.auth0.client.mgmt.jobs.types.CreateImportUsersRequestContent;
import com.auth0.client.mgmt.types.ConnectionForList;
import com.auth0.client.mgmt.types.CreateImportUsersResponseContent;
import com.auth0.client.mgmt.types.GetJobErrorResponseContent;
import com.auth0.client.mgmt.types.GetJobGenericErrorResponseContent;
import com.auth0.client.mgmt.types.GetJobResponseContent;
import dev.muster.sdk.PackagedServer;
import dev.muster.sdk.UsersFiles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports by com.auth0:auth0 3.2.0. */
class JavaSdk3Test {

  private static final int USERS_BYTES_MAX = 2_000_000;
  private static final int MANY_USERS = 40_000;

  @TempDir private static Path folder;
  private static PackagedServer server;
  private static ManagementApi auth0;
  private static String connectionId;
  private static UsersFiles files;

  @BeforeAll
  static void start() throws Exception {
    server =
        PackagedServer.start(
            Files.createDirectory(folder.resolve("server")),
            "auth0: {max_users_bytes: " + USERS_BYTES_MAX + ", active_jobs: 1}\n");
    auth0 = client(server.token());
    files = new UsersFiles(folder);
    List<ConnectionForList> connections =
        StreamSupport.stream(auth0.connections().list().spliterator(), false).toList();
    assertThat(connections).hasSize(1);
    assertThat(connections.get(0).getName()).hasValue("default");
    connectionId = connections.get(0).getId().orElseThrow();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static ManagementApi client(String token) {
    return ManagementApi.builder()
        .url(server.address() + "/api/v2")
        .token(token)
        .maxRetries(0)
        .build();
  }

  private static CreateImportUsersRequestContent into(String connection) {
    return CreateImportUsersRequestContent.builder().connectionId(connection).build();
  }

  private static CreateImportUsersResponseContent started(
      File users, CreateImportUsersRequestContent request) {
    CreateImportUsersResponseContent job = auth0.jobs().usersImports().create(users, request);
    assertThat(job.getStatus()).isEqualTo("pending");
    assertThat(job.getType()).isEqualTo("users_import");
    assertThat(job.getConnectionId()).isEqualTo(connectionId);
    assertThat(job.getId()).matches("job_[A-Za-z0-9]{16}");
    return job;
  }

  private static GetJobResponseContent ended(CreateImportUsersResponseContent job) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    GetJobResponseContent now = auth0.jobs().get(job.getId());
    while (now.getStatus().equals("pending") || now.getStatus().equals("processing")) {
      assertThat(System.nanoTime()).as("it ends in time").isLessThan(end);
      now = auth0.jobs().get(job.getId());
    }
    return now;
  }

  @Test
  void importsAndTellsTheErrorsOfRows() throws Exception {
    CreateImportUsersResponseContent started =
        started(
            files.of("[{\"email\":\"a@example.com\"},{\"email\":\"nobody\"}]"),
            CreateImportUsersRequestContent.builder()
                .connectionId(connectionId)
                .externalId("my-import")
                .sendCompletionEmail(false)
                .build());
    assertThat(started.getExternalId()).hasValue("my-import");

    GetJobResponseContent job = ended(started);

    assertThat(job.getStatus()).isEqualTo("completed");
    assertThat(job.getSummary().orElseThrow().getInserted()).hasValue(1);
    assertThat(job.getSummary().orElseThrow().getFailed()).hasValue(1);
    assertThat(job.getSummary().orElseThrow().getUpdated()).hasValue(0);
    assertThat(job.getSummary().orElseThrow().getTotal()).hasValue(2);
    List<?> errors = (List<?>) auth0.jobs().errors().get(job.getId()).get();
    assertThat(errors).hasSize(1);
    GetJobErrorResponseContent row = (GetJobErrorResponseContent) errors.get(0);
    assertThat(row.getUser().orElseThrow()).containsEntry("email", "nobody");
    assertThat(row.getErrors().orElseThrow().get(0).getCode().orElseThrow()).isNotEmpty();
    assertThat(row.getErrors().orElseThrow().get(0).getPath().orElseThrow()).contains("email");
  }

  @Test
  void upserts() throws Exception {
    ended(started(files.of("[{\"email\":\"u@example.com\"}]"), into(connectionId)));

    GetJobResponseContent job =
        ended(
            started(
                files.of("[{\"email\":\"u@example.com\",\"name\":\"U\"}]"),
                CreateImportUsersRequestContent.builder()
                    .connectionId(connectionId)
                    .upsert(true)
                    .build()));

    assertThat(job.getSummary().orElseThrow().getUpdated()).hasValue(1);
    assertThat(job.getSummary().orElseThrow().getInserted()).hasValue(0);
  }

  @Test
  void aFileThatIsNoJsonFailsWithAReason() throws Exception {
    GetJobResponseContent job = ended(started(files.of("Name;Email"), into(connectionId)));

    assertThat(job.getStatus()).isEqualTo("failed");
    assertThat(job.getStatusDetails().orElseThrow()).isNotEmpty();
    assertThat(auth0.jobs().errors().get(job.getId()).get())
        .isInstanceOfSatisfying(
            GetJobGenericErrorResponseContent.class,
            failure -> assertThat(failure.getStatusDetails()).isEqualTo(job.getStatusDetails()));
  }

  @Test
  void refusalsAreExceptions() throws Exception {
    File users = files.of("[]");
    assertRefused(
        refused(auth0, "con_0000000000000000", users),
        BadRequestError.class,
        400,
        "The connection does not exist");
    assertRefused(
        refused(auth0, "default", users),
        BadRequestError.class,
        400,
        "Payload validation error: 'String does not match pattern ^con_[A-Za-z0-9]{16}$' on"
            + " property connection_id");
    assertRefused(
        refused(client("nothing"), connectionId, users),
        UnauthorizedError.class,
        401,
        "Invalid token");
    assertRefused(
        refused(client(server.token("--scope", "imports:read")), connectionId, users),
        ForbiddenError.class,
        403,
        "Insufficient scope, expected any of: create:users");
    assertRefused(
        refused(auth0, connectionId, files.ofSize(USERS_BYTES_MAX + 1)),
        ContentTooLargeError.class,
        413,
        "Payload content length greater than maximum allowed: " + USERS_BYTES_MAX);
  }

  @Test
  void asLongAsAJobIsActiveMoreAreRefused() throws Exception {
    CreateImportUsersResponseContent active =
        started(files.plain("many", MANY_USERS), into(connectionId));

    assertRefused(
        refused(auth0, connectionId, files.of("[]")),
        TooManyRequestsError.class,
        429,
        "There are 1 active import users jobs, please wait until some of them are finished and try"
            + " again");
    assertThat(ended(active).getSummary().orElseThrow().getInserted()).hasValue(MANY_USERS);
  }

  private static ManagementApiException refused(
      ManagementApi client, String connection, File users) {
    return catchThrowableOfType(
        ManagementApiException.class,
        () -> client.jobs().usersImports().create(users, into(connection)));
  }

  private static void assertRefused(
      ManagementApiException thrown,
      Class<? extends ManagementApiException> type,
      int status,
      String message) {
    assertThat(thrown).isInstanceOf(type);
    assertThat(thrown.statusCode()).isEqualTo(status);
    assertThat(thrown.body()).isInstanceOf(Map.class);
    assertThat(((Map<?, ?>) thrown.body()).get("message")).isEqualTo(message);
  }
}
