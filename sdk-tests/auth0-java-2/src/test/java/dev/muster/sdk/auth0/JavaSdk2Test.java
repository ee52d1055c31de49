package dev.muster.sdk.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.auth0.client.mgmt.ManagementAPI;
import com.auth0.client.mgmt.filter.ConnectionFilter;
import com.auth0.client.mgmt.filter.UsersImportOptions;
import com.auth0.exception.APIException;
import com.auth0.exception.Auth0Exception;
import com.auth0.exception.RateLimitException;
import com.auth0.json.mgmt.connections.Connection;
import com.auth0.json.mgmt.jobs.Job;
import com.auth0.json.mgmt.jobs.JobErrorDetails;
import com.auth0.net.client.DefaultHttpClient;
import dev.muster.sdk.PackagedServer;
import dev.muster.sdk.UsersFiles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports by com.auth0:auth0 2.27.0. */
class JavaSdk2Test {

  private static final int USERS_BYTES_MAX = 2_000_000;
  private static final int MANY_USERS = 40_000;

  @TempDir private static Path folder;
  private static PackagedServer server;
  private static ManagementAPI auth0;
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
    connectionId = connection().getId();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static ManagementAPI client(String token) {
    return ManagementAPI.newBuilder(server.address(), token)
        .withHttpClient(DefaultHttpClient.newBuilder().withMaxRetries(0).build())
        .build();
  }

  private static Connection connection() throws Auth0Exception {
    List<Connection> found =
        auth0
            .connections()
            .listAll(new ConnectionFilter().withName("default").withTotals(true))
            .execute()
            .getBody()
            .getItems();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).getStrategy()).isEqualTo("auth0");
    assertThat(
            auth0
                .connections()
                .listAll(new ConnectionFilter().withStrategy("sms").withTotals(true))
                .execute()
                .getBody()
                .getItems())
        .isEmpty();
    return found.get(0);
  }

  private static Job started(File users, UsersImportOptions options) throws Auth0Exception {
    Job job = auth0.jobs().importUsers(connectionId, users, options).execute().getBody();
    assertThat(job.getStatus()).isEqualTo("pending");
    assertThat(job.getType()).isEqualTo("users_import");
    assertThat(job.getConnectionId()).isEqualTo(connectionId);
    assertThat(job.getCreatedAt()).isNotNull();
    assertThat(job.getId()).matches("job_[A-Za-z0-9]{16}");
    return job;
  }

  private static Job ended(Job job) throws Auth0Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    Job now = auth0.jobs().get(job.getId()).execute().getBody();
    while (now.getStatus().equals("pending") || now.getStatus().equals("processing")) {
      assertThat(System.nanoTime()).as("it ends in time").isLessThan(end);
      now = auth0.jobs().get(job.getId()).execute().getBody();
    }
    return now;
  }

  @Test
  void importsAndTellsTheErrorsOfRows() throws Exception {
    UsersImportOptions options =
        new UsersImportOptions().withExternalId("my-import").withSendCompletionEmail(false);
    Job started =
        started(files.of("[{\"email\":\"a@example.com\"},{\"email\":\"nobody\"}]"), options);
    assertThat(started.getExternalId()).isEqualTo("my-import");

    Job job = ended(started);

    assertThat(job.getStatus()).isEqualTo("completed");
    assertThat(job.getSummary().getInserted()).isEqualTo(1);
    assertThat(job.getSummary().getFailed()).isEqualTo(1);
    assertThat(job.getSummary().getUpdated()).isZero();
    assertThat(job.getSummary().getTotal()).isEqualTo(2);
    List<JobErrorDetails> errors = auth0.jobs().getErrorDetails(job.getId()).execute().getBody();
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).getUser().getEmail()).isEqualTo("nobody");
    assertThat(errors.get(0).getErrors().get(0).getCode()).isNotEmpty();
    assertThat(errors.get(0).getErrors().get(0).getMessage()).isNotEmpty();
    assertThat(errors.get(0).getErrors().get(0).getPath()).contains("email");
  }

  @Test
  void upserts() throws Exception {
    ended(started(files.of("[{\"email\":\"u@example.com\"}]"), null));
    UsersImportOptions upsert = new UsersImportOptions().withUpsert(true);

    Job job = ended(started(files.of("[{\"email\":\"u@example.com\",\"name\":\"U\"}]"), upsert));

    assertThat(job.getSummary().getUpdated()).isEqualTo(1);
    assertThat(job.getSummary().getInserted()).isZero();
    assertThat(auth0.jobs().getErrorDetails(job.getId()).execute().getBody()).isEmpty();
  }

  @Test
  void aFileThatIsNoJsonFails() throws Exception {
    assertThat(ended(started(files.of("Name;Email"), null)).getStatus()).isEqualTo("failed");
  }

  @Test
  void refusalsAreExceptions() throws Exception {
    File users = files.of("[]");
    APIException noConnection = refused(auth0, "con_0000000000000000", users);
    assertThat(noConnection.getStatusCode()).isEqualTo(400);
    assertThat(noConnection.getError()).isEqualTo("inexistent_connection");
    APIException byName = refused(auth0, "default", users);
    assertThat(byName.getStatusCode()).isEqualTo(400);
    assertThat(byName.getError()).isEqualTo("invalid_body");
    assertThat(byName.getDescription())
        .isEqualTo(
            "Payload validation error: 'String does not match pattern ^con_[A-Za-z0-9]{16}$' on"
                + " property connection_id");

    assertThat(refused(client("nothing"), connectionId, users).getStatusCode()).isEqualTo(401);

    APIException forbidden =
        refused(client(server.token("--scope", "imports:read")), connectionId, users);
    assertThat(forbidden.getStatusCode()).isEqualTo(403);
    assertThat(forbidden.getError()).isEqualTo("insufficient_scope");
    assertThat(forbidden.getDescription())
        .isEqualTo("Insufficient scope, expected any of: create:users");

    APIException tooLarge = refused(auth0, connectionId, files.ofSize(USERS_BYTES_MAX + 1));
    assertThat(tooLarge.getStatusCode()).isEqualTo(413);
    assertThat(tooLarge.getDescription())
        .isEqualTo("Payload content length greater than maximum allowed: " + USERS_BYTES_MAX);
  }

  @Test
  void asLongAsAJobIsActiveMoreAreRefused() throws Exception {
    Job active = started(files.plain("many", MANY_USERS), null);

    APIException tooMany = refused(auth0, connectionId, files.of("[]"));

    assertThat(tooMany).isInstanceOf(RateLimitException.class);
    assertThat(tooMany.getStatusCode()).isEqualTo(429);
    assertThat(ended(active).getSummary().getInserted()).isEqualTo(MANY_USERS);
    assertThat(ended(started(files.of("[]"), null)).getStatus()).isEqualTo("completed");
  }

  private static APIException refused(ManagementAPI client, String connection, File users) {
    return catchThrowableOfType(
        APIException.class,
        () -> client.jobs().importUsers(connection, users, null).execute().getBody());
  }
}
