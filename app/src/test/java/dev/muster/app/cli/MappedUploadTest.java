package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.Job;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.PostgresServer;
import dev.muster.app.store.postgres.PostgresSession;
import java.io.Closeable;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that is uploaded with a mapping, to a server that is killed in the middle of it. */
class MappedUploadTest {

  private static final int PEOPLE = 40_000;
  private static final String MAPPING =
      "{\"columns\":{\"Mail\":\"email key\",\"Name\":{\"split\":\" \",\"to\":[\"first_name\","
          + "\"last_name\"]},\"column 3\":{\"to\":\"birth\",\"formats\":[\"dd.mm.yyyy\"]},"
          + "\"Rest\":\"-\"}}";

  @TempDir Path folder;

  private static List<String> people() {
    List<String> rows = new ArrayList<>(List.of("Mail;Name;;Rest"));
    for (int i = 0; i < PEOPLE; i++) {
      String day = i % 50 == 7 ? "n/a" : "1" + i % 10 + ".03.19" + (60 + i % 40);
      rows.add((i % 90 == 8 ? "nobody" : "u" + i + "@example.org") + ";Ann Bell;" + day + ";x");
    }
    return rows;
  }

  /** Makes the users whom the table does not name. */
  private void prepare(String database) throws Exception {
    Run.file(folder, "old.csv", "email", "gone1@example.org", "gone2@example.org");
    assertThat(Run.of(folder, "import", "old.csv", "--db", database).status()).isZero();
  }

  private String upload(String address, String token) throws Exception {
    String query =
        "format=csv&lenient=true&missing=report&mapping=" + URLEncoder.encode(MAPPING, UTF_8);
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/imports?" + query))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "text/csv")
                    .POST(HttpRequest.BodyPublishers.ofFile(folder.resolve("people.csv")))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    return response.body().replaceAll("(?s).*?(imp_[0-9a-z]+).*", "$1");
  }

  /** Waits until some of an import is committed, but not all. */
  private static void awaitSomeOf(String id, String database) throws Exception {
    Semaphore news = new Semaphore(0);
    try (PostgresSession store = PostgresServer.openStore(database);
        Closeable hearing = store.database().onJobChanged(news::release)) {
      assertThat(hearing).isNotNull();
      Job job = store.jobs().find(id).orElseThrow();
      while (store.jobs().tally(job).total() == 0) {
        assertThat(news.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(store.jobs().tally(job).total()).isLessThan(job.records());
    }
  }

  private String result(String database, String id) {
    return (Run.of(folder, "imports", "show", id, "--json", "--db", database).out()
            + Run.of(folder, "imports", "missing", id, "--db", database).out()
            + Run.of(folder, "users", "list", "--json", "--db", database).out())
        .replaceAll("imp_[0-9a-z]+", "imp_")
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{3}", "usr")
        .replaceAll("\"(created|updated)_at\":\"[^\"]*\"", "\"at\"");
  }

  @Test
  void anotherServerGoesOnAsItWasAsked() throws Exception {
    Files.writeString(folder.resolve("muster.yml"), "attributes: [{name: birth, kind: date}]\n");
    Files.write(folder.resolve("people.csv"), people());
    Files.writeString(folder.resolve("mapping.yml"), MAPPING);
    String database = PostgresServer.emptyDirectory();
    prepare(database);
    String token = Run.of(folder, "--db", database, "token", "create").out().strip();
    String id;
    try (MusterProcess first = MusterProcess.server(folder, database)) {
      id = upload(first.address(), token);
      awaitSomeOf(id, database);
      first.kill();
    }
    Files.writeString(folder.resolve("muster.yml"), "default_country: DE\n");

    try (MusterProcess second = MusterProcess.server(folder, database)) {
      assertThat(second.address()).isNotEmpty();
      Run watch = Run.of(folder, "imports", "watch", id, "--db", database);
      assertThat(watch.out()).as(watch.err()).contains("failed         445");
    }

    Files.writeString(folder.resolve("muster.yml"), "attributes: [{name: birth, kind: date}]\n");
    String other = PostgresServer.emptyDirectory();
    prepare(other);
    Run undisturbed =
        Run.of(
            folder,
            "import",
            "people.csv",
            "--map",
            "mapping.yml",
            "--lenient",
            "--missing",
            "report",
            "--json",
            "--details",
            "none",
            "--db",
            other);
    String otherId = undisturbed.document().text("id");
    assertThat(otherId).isNotNull();
    assertThat(result(database, id).equals(result(other, String.valueOf(otherId))))
        .as("the same report and users")
        .isTrue();
    assertThat(result(database, id)).contains("gone1@example.org", "gone2@example.org");
    DirectoryInvariants.assertHold(folder, database);
  }
}
