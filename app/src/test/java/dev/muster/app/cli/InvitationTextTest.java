package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.Mailings;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.value.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line tells about mails to new users. */
class InvitationTextTest {

  private static final String WARNING =
      "the column @registration asks for mails to new users, which can't be sent: ";

  @TempDir Path folder;

  @BeforeEach
  void write() throws Exception {
    Run.file(
        folder,
        "people.csv",
        "email key,username,@registration",
        "a@example.com,a,send-email",
        "b@example.com,b,send-email",
        "c@example.com,c,");
  }

  private Run run(String... arguments) {
    return Run.of(folder, arguments);
  }

  @Test
  void aDryRunCountsTheMailsAndAnImportTellsThatTheyAreToBeSent() {
    Run dry = run("import", "people.csv", "--dry-run");
    assertThat(dry.out()).contains("2 users would get a mail with a link to choose a password.");
    assertThat(run("import", "people.csv", "--dry-run", "--json").document().get("mails"))
        .isEqualTo(Value.of(2));
    Run done = run("import", "people.csv");
    assertThat(done.err())
        .contains(WARNING + "mail and server.public_url are missing in muster.yml");
    assertThat(done.out())
        .contains(
            "2 users get a mail with a link to choose a password: 0 are sent, 2 to go.",
            "No mail can be sent yet: mail and server.public_url are missing in muster.yml.");
    Run again = run("import", "people.csv");
    assertThat(again.out()).as("nobody is new").doesNotContain("a mail with a link");
    assertThat(run("import", "people.csv", "--json").document().has("mails")).isFalse();
  }

  @Test
  void newUsersWithoutAnAddressAreWarnedAboutAndCounted() throws Exception {
    Run.file(
        folder,
        "some.csv",
        "username key,@registration,email",
        "a,send-email,",
        "b,send-email,b@example.com",
        "c,,",
        "d,send-email,");
    Run dry = run("import", "some.csv", "--dry-run");
    assertThat(dry.status()).as("it is a warning").isZero();
    assertThat(dry.out())
        .contains(
            "1 user would get a mail with a link to choose a password.",
            "2 new users with send-email in @registration would have no e-mail address, and"
                + " so no mail.",
            "The user has no e-mail address, and gets no mail");
    Run done = run("import", "some.csv", "--json");
    assertThat(done.status()).isZero();
    assertThat(done.out()).contains("\"code\":\"no-email-address\"");
    String id = String.valueOf(done.document().text("id"));
    assertThat(run("imports", "show", id).out())
        .contains("2 new users with send-email in @registration have no e-mail address");
    Run found = run("imports", "report", id, "--code", "no-email-address");
    assertThat(found.out()).contains("\"line\":2", "\"line\":5").doesNotContain("\"line\":3");
    assertThat(run("import", "some.csv").out()).doesNotContain("no e-mail address");
  }

  @Test
  void aFileOfNobodyWithAnAddressIsExplained() throws Exception {
    Run.file(folder, "none.csv", "username key,@registration", "a,send-email");
    assertThat(run("import", "none.csv").out())
        .contains(
            "1 new user with send-email in @registration has no e-mail address, and so no mail.")
        .doesNotContain("a mail with a link to choose a password:", "0 are sent");
  }

  @Test
  void whatWasNotSentIsExplained() throws Exception {
    String id = String.valueOf(run("import", "people.csv", "--json").document().text("id"));
    try (Session session = StoreKind.open("sqlite:" + folder.resolve("muster.db"))) {
      session.mailings().ended(id, Mailings.Ending.DROPPED);
      session.mailings().ended(id, Mailings.Ending.GIVEN_UP);
    }
    assertThat(run("imports", "show", id).out())
        .contains("0 are sent, 1 could not be delivered, 1 needed none any more.");
  }

  @Test
  void mailsAreStopped() throws Exception {
    String id = String.valueOf(run("import", "people.csv", "--json").document().text("id"));
    Run stopped = run("imports", "stop-mails", id);
    assertThat(stopped.status()).as(stopped.err()).isZero();
    assertThat(stopped.out())
        .isEqualTo("The mails of import " + id + " are stopped: 2 mails will not be sent\n");
    assertThat(run("imports", "show", id).out()).contains("0 are sent, the others were stopped.");
    assertThat(run("journal", "--import", id).out()).contains("mailing.stopped");
    Run again = run("imports", "stop-mails", id);
    assertThat(again.status()).isNotZero();
    assertThat(again.err()).contains("has no mails that could be stopped");
  }

  @Test
  void linksOfMailsThatWereSentBeforeAreToldToStayValid() throws Exception {
    String id = String.valueOf(run("import", "people.csv", "--json").document().text("id"));
    try (Session session = StoreKind.open("sqlite:" + folder.resolve("muster.db"))) {
      session.mailings().ended(id, Mailings.Ending.SENT);
    }
    assertThat(run("imports", "stop-mails", id).out())
        .isEqualTo(
            "The mails of import "
                + id
                + " are stopped: 1 mail will not be sent; the links in what was sent before (1"
                + " mail) stay valid\n");
  }

  @Test
  void nothingIsWarnedAboutIfMailCanBeSent() throws Exception {
    Run.file(
        folder,
        "muster.yml",
        "mail: {host: localhost, from: m@example.org, owners: [o@example.org]}",
        "server: {public_url: 'https://id.example.org'}");
    Run done = run("import", "people.csv");
    assertThat(done.err()).doesNotContain("@registration");
    assertThat(done.out()).contains("0 are sent, 2 to go.").doesNotContain("can't", "No mail");
  }

  @Test
  void aTableWithoutTheColumnIsImportedInSilence() throws Exception {
    Run.file(folder, "plain.csv", "email key", "z@example.com");
    Run done = run("import", "plain.csv");
    assertThat(done.err()).doesNotContain("mail to");
    assertThat(done.out()).doesNotContain("a mail with a link");
  }
}
