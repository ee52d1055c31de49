package dev.muster.app.console;

import static dev.muster.app.console.ReportConsole.ended;
import static dev.muster.app.console.ReportConsole.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobStore;
import dev.muster.app.store.Mailings;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.Uploading;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What pages tell about mails to new users. */
class MailingPagesTest {

  private static final String TABLE =
      """
      email key,username,@registration
      a@example.com,a,send-email
      b@example.com,b,send-email
      c@example.com,c,
      d@@,d,send-email
      """;

  @TempDir Path folder;

  @Test
  void whatWasNotSentIsExplained() throws Exception {
    try (ReportConsole muster = ReportConsole.start(StoreKind.SQLITE, folder)) {
      Browser ann = muster.ann();
      UploadedFile file = muster.upload("people.csv", TABLE);
      String report = muster.simulate(file);
      ended(ann, report);
      String execution = send(ann, ann.get(report), report + "execute", Map.of()).location();
      ended(ann, execution);
      try (Session session = muster.console.application.open()) {
        Job job = session.jobs().page(JobFilter.ALL, JobStore.LATEST, 1).get(0);
        session.mailings().ended(job.id(), Mailings.Ending.DROPPED);
        session.mailings().ended(job.id(), Mailings.Ending.GIVEN_UP);
      }
      assertThat(ann.get(execution).body())
          .contains("0 of 2 sent, 1 needed none any more.", "One mail could not be delivered.");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void pagesCountTheMailsBeforeAndTheRestCanBeStopped(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.start(kind, folder)) {
      Browser ann = muster.ann();
      UploadedFile file = muster.upload("people.csv", TABLE);
      String path = "/users/import/" + file.id() + "/";
      assertThat(ann.get(path).require(200).body())
          .contains("A simulation shows how many.", "set mail, server.public_url in muster.yml");
      String report = muster.simulate(file);
      assertThat(ended(ann, report).body())
          .contains("id=\"mailing\" data-users=\"2\"", "2 people will get a mail")
          .doesNotContain("id=\"stop-mails\"");
      assertThat(ann.get(path).body()).contains("2 people will get a mail");
      assertThat(ann.get(report + "?lang=fr").body()).contains("2 personnes recevront un e-mail");
      send(ann, ann.get(report), report + "stop-mails", Map.of()).require(409);

      String execution = send(ann, ann.get(report), report + "execute", Map.of()).location();
      ended(ann, execution);
      assertThat(ann.get(execution + "?lang=en").body())
          .contains("0 of 2 sent, 2 to go.", "id=\"stop-mails\"", "id=\"mailing-missing\"");
      send(ann, ann.get(execution), execution + "stop-mails", Map.of()).require(303);
      assertThat(ann.get(execution).body())
          .contains("The mails were stopped: 0 of 2 were sent")
          .doesNotContain("id=\"stop-mails\"", "id=\"mailing-missing\"");
      send(ann, ann.get(execution), execution + "stop-mails", Map.of()).require(409);
      assertThat(ann.get("/journal/").body()).contains("mailing.stopped");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void newUsersWithoutAnAddressAreCountedAndFound(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.start(kind, folder)) {
      Browser ann = muster.ann();
      UploadedFile file =
          muster.upload(
              "people.csv",
              "username key,@registration,email\na,send-email,\nb,send-email,b@example.com\nc,,\n");
      String report = muster.simulate(file);
      assertThat(ended(ann, report).body())
          .contains("data-state=\"completed\"", "data-failed=\"0\"")
          .contains("One person will get a mail", "One new account with send-email")
          .contains("no e-mail address for the mail that the row asks for (1)");
      assertThat(ann.get(report + "?code=no-email-address").body())
          .contains("data-line=\"2\"")
          .doesNotContain("data-line=\"3\"");
      assertThat(ann.get(report + "?lang=fr").body())
          .contains("Un nouveau compte avec send-email", "L’utilisateur n’a pas d’adresse")
          .doesNotContain("The user has no e-mail address");
    }
  }

  @Test
  void itIsSaidWhyNobodyGetsAMail() throws Exception {
    try (ReportConsole muster = ReportConsole.start(StoreKind.SQLITE, folder)) {
      UploadedFile file = muster.upload("people.csv", "username key,@registration\na,send-email\n");
      assertThat(ended(muster.ann(), muster.simulate(file)).body())
          .contains("data-users=\"0\"", "Nobody gets an e-mail", "One new account")
          .doesNotContain("mailing-missing");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theCountIsOfTheWholeFileAsItIsMappedNow(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.start(kind, folder)) {
      Browser ann = muster.ann();
      UploadedFile file = muster.upload("people.csv", TABLE);
      String path = "/users/import/" + file.id() + "/";
      String report = muster.simulate(file);
      String mended =
          send(
                  ann,
                  ended(ann, report),
                  report + "mend/3",
                  Map.of("email", "d@example.com", "username", "d", "@registration", "send-email"))
              .location();
      assertThat(ended(ann, mended).body()).contains("data-users=\"1\"");
      assertThat(ann.get(path).body()).contains("2 people will get a mail");

      map(muster, file, Struct.of("columns", Struct.of("@registration", Value.of("-"))));
      assertThat(ann.get(path).require(200).body()).doesNotContain("id=\"mailing\"");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aMappingMayAskForMails(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.start(kind, folder)) {
      UploadedFile file = muster.upload("people.csv", "email key\na@example.com\n");
      String path = "/users/import/" + file.id() + "/";
      assertThat(muster.ann().get(path).require(200).body()).doesNotContain("id=\"mailing\"");
      map(muster, file, Struct.of("constants", Struct.of("@registration", Value.of("send-email"))));
      assertThat(muster.ann().get(path).body()).contains("A simulation shows how many.");
    }
  }

  private static void map(ReportConsole muster, UploadedFile file, Struct mapping)
      throws Exception {
    try (Session session = muster.console.application.open()) {
      Uploading uploading =
          new Uploading(
              session,
              muster.console.application.settings(),
              muster.console.application.formats(),
              Clock.systemUTC());
      assertThat(
              uploading.change(
                  file,
                  "csv",
                  ReportConsole.PLAIN.withFormatOptions(Struct.of("mapping", mapping))))
          .isPresent();
    }
  }
}
