package dev.muster.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.muster.app.cli.Run;
import dev.muster.app.format.Formats;
import dev.muster.app.format.csv.CsvFormat;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.hash.TableHashes;
import dev.muster.app.http.LiveServer;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.Provenance;
import dev.muster.app.job.run.ImportProgress;
import dev.muster.app.job.run.ImportRequest;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.JobIds;
import dev.muster.app.job.run.Proof;
import dev.muster.app.job.run.Resumption;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.journal.Actor;
import dev.muster.app.settings.MailSettings;
import dev.muster.app.settings.Settings;
import dev.muster.app.settings.SettingsFile;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.WebhookMessage;
import dev.muster.app.webhook.Answer;
import dev.muster.app.webhook.PendingAnswer;
import dev.muster.app.webhook.WebhookEvents;
import dev.muster.app.webhook.Webhooks;
import dev.muster.password.CostBounds;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail about real imports to a mail server in this process. */
class OwnersMailTest implements WebhookEvents {

  private static final long WAIT_MILLIS = 20_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final GreenMail mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @BeforeEach
  void startMailServer() {
    mailServer.start();
  }

  @AfterEach
  void stopMailServer() {
    mailServer.stop();
  }

  private MailSettings settings(String more) throws Exception {
    String yaml =
        "mail: {host: localhost, port: "
            + mailServer.getSmtp().getPort()
            + ", from: muster@example.org, owners: [ann@example.org, bob@example.org]"
            + more
            + "}";
    return SettingsFile.parse("muster.yml", yaml).mail().orElseThrow();
  }

  private Job imported(Database database, boolean mail, boolean atomic) throws Exception {
    Run.file(folder, "users.csv", "email", "cid@example.com", "nobody", "<b>x</b>@@", "nobody");
    Path file = folder.resolve("users.csv");
    JobOptions options =
        new JobOptions(
            Optional.of("email"),
            Optional.of(true),
            "auto",
            false,
            atomic ? CommitPolicy.WHOLE : CommitPolicy.CHUNK,
            false,
            Struct.of("send_completion_email", Value.of(mail)));
    try (Session session = database.open();
        Imports imports =
            new Imports(
                session,
                Settings.DEFAULTS,
                new Formats(List.of(new CsvFormat(new TableHashes(CostBounds.DEFAULTS)))),
                Clock.systemUTC(),
                new StopSignal())) {
      return imports
          .start(
              new ImportRequest(
                  InputFile.at(file, InputLimits.DEFAULTS),
                  "csv",
                  Realm.DEFAULT,
                  options,
                  Resumption.NEVER,
                  Proof.NONE,
                  Provenance.of(Actor.SYSTEM, JobOrigin.AUTH0).withPublicId(JobIds.auth0())),
              ImportProgress.NONE)
          .job();
    }
  }

  private Webhooks started(Database database, MailSettings settings) {
    OwnersMail owners =
        new OwnersMail(database, settings, Optional.of("https://muster.example/"), folder);
    Webhooks webhooks = new Webhooks(database, List.of(owners), this, Clock.systemUTC());
    webhooks.start();
    return webhooks;
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  @SuppressWarnings("try") // they deliver until they are closed
  void ownersAreToldAboutTheImportsThatAskForIt(StoreKind kind) throws Exception {
    try (Database database = StoreKind.database(kind.emptyDirectory(folder, "mail.db"));
        Webhooks webhooks = started(database, settings(""))) {
      imported(database, false, false);
      Job job = imported(database, true, false);

      assertThat(heard.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo("sent " + job.id());
      MimeMessage mail = mailServer.getReceivedMessages()[0];
      assertThat(mail.getAllRecipients())
          .extracting(Object::toString)
          .containsExactly("ann@example.org", "bob@example.org");
      assertThat(mail.getHeader("Message-ID")).containsExactly("<msg_" + job.id() + "@muster>");
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      String id = job.provenance().publicId().orElseThrow();
      assertThat(mail.getSubject())
          .isEqualTo("Import " + id + " is completed: 3 of 4 users failed");
      assertThat(part(mail, 0))
          .contains("By command: muster imports show " + id)
          .contains("Inserted: 0", "Updated: 1", "Failed: 3", "Total: 4")
          .contains(
              "https://muster.example/api/v1/imports/" + job.id() + "/records?outcome=failed");
      assertThat(part(mail, 1))
          .contains("<html lang=\"en\">", ">3</td>")
          .doesNotContain("<b>x</b>")
          .contains("href=\"https://muster.example/api/v1/imports/" + job.id());
      assertThat(mailServer.getReceivedMessages()).hasSize(2); // one for each owner
    }
  }

  private static String part(MimeMessage mail, int number) throws Exception {
    BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(number);
    return part.getContent().toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Import X has failed | The import X into default has failed. |"
            + " The whole report, for bearers of a token",
        "fr | L'import X a échoué | L'import X dans default a échoué. |"
            + " Le rapport complet, avec un jeton",
      })
  void mailIsWrittenInEnglishAndFrench(
      String language, String subject, String introduction, String link) throws Exception {
    try (Database database =
        StoreKind.database(StoreKind.SQLITE.emptyDirectory(folder, "mail.db"))) {
      Job job = imported(database, true, true);
      try (Session session = database.openReading()) {
        ImportReport report =
            ImportReport.of(session, job, Optional.of("https://muster.example/r?a=1&b=2"));
        Mail mail = CompletionMail.of(report, new MailTexts(language));
        String id = job.provenance().publicId().orElseThrow();
        assertThat(mail.subject().replace(id, "X")).isEqualTo(subject);
        assertThat(mail.text().replace(id, "X")).contains(introduction).contains(link + " ".trim());
        assertThat(mail.html().replace(id, "X"))
            .contains(introduction, "https://muster.example/r?a=1&amp;b=2", ">" + link + "</a>");
        assertThat(mail.text() + mail.html()).doesNotContain("{0}", "{1}", "''");
        assertThat(report.problems()).isNotEmpty();
        assertThat(mail.text()).contains(report.problems().get(0).code());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void mailAboutAFileThatIsNoJsonTellsWhy(StoreKind kind) throws Exception {
    try (LiveServer server = LiveServer.start(folder, kind.emptyDirectory(folder, "mail.db"))) {
      String token = server.authorization();
      String connections = server.send(server.request("/api/v2/connections", token)).body();
      String connection = connections.replaceAll("(?s).*\"(con_\\w+)\".*", "$1");
      String form =
          "--b\r\nContent-Disposition: form-data; name=\"users\"\r\n\r\nName;Email<b>\r\n--b\r\n"
              + "Content-Disposition: form-data; name=\"connection_id\"\r\n\r\n"
              + connection
              + "\r\n--b--\r\n";
      String started =
          server
              .send(
                  server
                      .request("/api/v2/jobs/users-imports", token)
                      .header("Content-Type", "multipart/form-data; boundary=b")
                      .POST(HttpRequest.BodyPublishers.ofString(form)))
              .body();
      String id = started.replaceAll("(?s).*\"(job_\\w+)\".*", "$1");
      try (Session session = server.application().database().openReading()) {
        Job job = session.jobs().find(id).orElseThrow();
        String reason = session.submitted().find(job).orElseThrow().trouble().orElseThrow();
        ImportReport report = ImportReport.of(session, job, Optional.empty());
        Mail english = CompletionMail.of(report, new MailTexts("en"));
        assertThat(english.subject()).isEqualTo("Import " + id + " has failed");
        assertThat(english.text()).contains("\nReason: " + reason + "\n");
        assertThat(english.html()).contains("<p>Reason: " + reason.replace("'", "&#39;"));
        assertThat(CompletionMail.of(report, new MailTexts("fr")).text())
            .contains("\nRaison : " + reason + "\n");
      }
    }
  }

  @Test
  @SuppressWarnings("try") // they deliver until they are closed
  void mailWaitsForAServerThatIsAway() throws Exception {
    MailSettings settings = settings("");
    mailServer.stop();
    try (Database database =
            StoreKind.database(StoreKind.SQLITE.emptyDirectory(folder, "mail.db"));
        Webhooks webhooks = started(database, settings)) {
      Job job = imported(database, true, false);
      assertThat(heard.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS)).startsWith("failed " + job.id());
      GreenMail back =
          new GreenMail(new ServerSetup(settings.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      back.start();
      try {
        assertThat(heard.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo("sent " + job.id());
      } finally {
        back.stop();
      }
    }
  }

  @Test
  void theServersPasswordIsReadFromItsFileAndNeverTold() throws Exception {
    mailServer.setUser("muster@example.org", "muster", "correct horse");
    Path file = Files.writeString(folder.resolve("smtp.password"), "correct horse\n");
    MailSettings settings = settings(", username: muster, password_file: smtp.password");
    Mail mail = new Mail("Subject", "text", "<p>text</p>");
    new MailServer(settings, folder).send(mail, settings.owners(), "msg_1", Instant.now());
    assertThat(mailServer.waitForIncomingEmail(WAIT_MILLIS, 2)).isTrue();

    Files.writeString(file, "incorrect horse\n");
    try (Database database =
        StoreKind.database(StoreKind.SQLITE.emptyDirectory(folder, "mail.db"))) {
      Job job = imported(database, true, false);
      OwnersMail owners = new OwnersMail(database, settings, Optional.empty(), folder);
      Answer answer =
          owners.send(message(job), Instant.now()).await(PATIENCE, Instant.now()).orElseThrow();
      assertThat(answer).isInstanceOf(Answer.Failed.class);
      assertThat(((Answer.Failed) answer).reason()).isNotBlank().doesNotContain("horse");
      Files.delete(file);
      Answer unread =
          owners.send(message(job), Instant.now()).await(PATIENCE, Instant.now()).orElseThrow();
      assertThat(((Answer.Failed) unread).reason()).contains("mail.password_file");
    }
  }

  @Test
  void aServerThatTakesItsTimeGetsAMailOnce() throws Exception {
    try (SlowSmtpServer slow = new SlowSmtpServer();
        Database database =
            StoreKind.database(StoreKind.SQLITE.emptyDirectory(folder, "mail.db"))) {
      String yaml =
          "mail: {host: localhost, port: "
              + slow.port()
              + ", from: muster@example.org, owners: [ann@example.org]}";
      MailSettings settings = SettingsFile.parse("muster.yml", yaml).mail().orElseThrow();
      Job job = imported(database, true, false);
      OwnersMail owners = new OwnersMail(database, settings, Optional.empty(), folder);

      PendingAnswer answer = owners.send(message(job), Instant.now());
      slow.awaitMail();
      assertThat(answer.await(Duration.ofMillis(1), Instant.now()))
          .as("the server is waited for, as long as RFC 5321 allows it to work")
          .isEmpty();
      assertThat(MailServer.TIMEOUT).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
      slow.confirm();

      assertThat(answer.await(PATIENCE, Instant.now())).contains(new Answer.Accepted());
      assertThat(slow.mails()).isEqualTo(1);
    }
  }

  private static WebhookMessage message(Job job) {
    return new WebhookMessage(
        "mail:owners",
        "msg_" + job.id(),
        "import.completed",
        job.realm(),
        job.id(),
        "{}",
        Instant.now(),
        Instant.EPOCH,
        0);
  }

  @Override
  public void delivered(String name, WebhookMessage message) {
    heard.add("sent " + message.job());
  }

  @Override
  public void failed(String name, WebhookMessage message, String reason, Instant next) {
    heard.add("failed " + message.job() + " " + reason);
  }

  @Override
  public void givenUp(String name, WebhookMessage message, String reason) {
    heard.add("given up " + message.job() + " " + reason);
  }

  @Override
  public void disabled(String name) {
    heard.add("disabled");
  }
}
