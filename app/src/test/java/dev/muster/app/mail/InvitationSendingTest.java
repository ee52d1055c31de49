package dev.muster.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.muster.app.cli.Run;
import dev.muster.app.settings.MailSettings;
import dev.muster.app.settings.SettingsFile;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.WebhookMessage;
import dev.muster.app.webhook.Answer;
import dev.muster.app.webhook.PendingAnswer;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sending of one mail. */
class InvitationSendingTest {

  @TempDir Path folder;

  private final GreenMail mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());

  private String address = "";

  @BeforeEach
  void importAUser() throws Exception {
    mailServer.start();
    address = StoreKind.SQLITE.emptyDirectory(folder, "mail");
    Run.file(folder, "a.csv", "username key,email,@registration", "a,a@example.com,send-email");
    assertThat(Run.of(folder, "--db", address, "import", "a.csv").status()).isZero();
  }

  @AfterEach
  void stop() {
    mailServer.stop();
  }

  private InvitedUsers users(Database database) throws Exception {
    String yaml =
        "mail: {host: localhost, port: "
            + mailServer.getSmtp().getPort()
            + ", from: m@example.org, owners: [o@example.org]}";
    MailSettings settings = SettingsFile.parse("muster.yml", yaml).mail().orElseThrow();
    return new InvitedUsers(database, settings, "https://id.example.org", folder);
  }

  @Test
  void itDoesNotKeepTheCallerWaitingForOtherWriters() throws Exception {
    Instant now = Instant.now();
    try (Database database = StoreKind.database(address);
        Session session = database.open()) {
      InvitedUsers users = users(database);
      users.replenish(now);
      WebhookMessage queued = session.webhooks().due(users.key(), now, 9).get(0);
      PendingAnswer pending =
          session.inTransaction(
              () -> {
                session.webhooks().register("another writer", now);
                PendingAnswer begun = users.send(queued, now);
                assertThat(begun.await(Duration.ofMillis(200), now)).isEmpty();
                return begun;
              });
      Optional<Answer> answer = pending.await(Duration.ofSeconds(30), now);
      assertThat(answer).containsInstanceOf(Answer.Accepted.class);
      assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }
  }

  /** A process that was killed has not noted that the server took the mail. */
  @Test
  void aMailThatComesTwiceHasTheSameMessageId() throws Exception {
    Instant first = Instant.now();
    Instant later = first.plus(Duration.ofHours(2));
    String user = "";
    try (Database database = StoreKind.database(address);
        Session session = database.open()) {
      InvitedUsers users = users(database);
      users.replenish(first);
      WebhookMessage queued = session.webhooks().due(users.key(), first, 9).get(0);
      assertThat(users.send(queued, first).await(Duration.ofSeconds(30), first))
          .containsInstanceOf(Answer.Accepted.class);
      user = queued.id();
    }
    try (Database database = StoreKind.database(address);
        Session session = database.open()) {
      InvitedUsers users = users(database);
      users.replenish(later);
      WebhookMessage again = session.webhooks().due(users.key(), later, 9).get(0);
      assertThat(users.send(again, later).await(Duration.ofSeconds(30), later))
          .containsInstanceOf(Answer.Accepted.class);
    }
    MimeMessage[] mails = mailServer.getReceivedMessages();
    assertThat(mails).hasSize(2);
    for (MimeMessage mail : mails) {
      assertThat(mail.getMessageID()).isEqualTo("<" + user + "@muster>");
    }
    assertThat(GreenMailUtil.getBody(mails[0]))
        .as("each has a link of its own, and both work until one is used")
        .isNotEqualTo(GreenMailUtil.getBody(mails[1]));
  }
}
