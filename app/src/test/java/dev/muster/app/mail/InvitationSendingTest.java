package dev.muster.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sending of one mail. */
class InvitationSendingTest {

  @TempDir Path folder;

  @Test
  void itDoesNotKeepTheCallerWaitingForOtherWriters() throws Exception {
    GreenMail mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());
    mailServer.start();
    String address = StoreKind.SQLITE.emptyDirectory(folder, "mail");
    Run.file(folder, "a.csv", "username key,email,@registration", "a,a@example.com,send-email");
    assertThat(Run.of(folder, "--db", address, "import", "a.csv").status()).isZero();
    String yaml =
        "mail: {host: localhost, port: "
            + mailServer.getSmtp().getPort()
            + ", from: m@example.org, owners: [o@example.org]}";
    MailSettings settings = SettingsFile.parse("muster.yml", yaml).mail().orElseThrow();
    Instant now = Instant.now();
    try (Database database = StoreKind.database(address);
        Session session = database.open()) {
      InvitedUsers users = new InvitedUsers(database, settings, "https://id.example.org", folder);
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
    } finally {
      mailServer.stop();
    }
  }
}
