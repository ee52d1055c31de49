package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.webhook.Receiver;
import dev.muster.app.webhook.Receiver.Received;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTestCommandTest {

  @TempDir private Path folder;
  private Receiver receiver;

  @BeforeEach
  void receive() throws Exception {
    receiver = Receiver.start();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  private void settings() throws Exception {
    Run.file(
        folder,
        "muster.yml",
        "webhooks:",
        "- {url: '" + receiver.url("one?key=hush") + "', secret: " + Receiver.SECRET + "}",
        "- {url: '" + receiver.url("two") + "', secret_file: two.secret}");
    Files.writeString(folder.resolve("two.secret"), Receiver.OTHER_SECRET + "\n");
  }

  @Test
  void everyWebhookGetsASignedMessage() throws Exception {
    settings();
    Run run = Run.of(folder, "webhooks", "test");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    Received first = receiver.take();
    Received second = receiver.take();
    assertThat(first.isSignedWith(Receiver.SECRET)).isTrue();
    assertThat(second.isSignedWith(Receiver.OTHER_SECRET)).isTrue();
    assertThat(first.document().text("type")).isEqualTo("webhook.test");
    assertThat(run.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith(receiver.url("one") + " has accepted ")
                    .contains(first.header("webhook-id") + ": HTTP status 204 after "),
            line -> assertThat(line).startsWith(receiver.url("two") + " has accepted "));
    assertThat(run.out()).doesNotContain("hush");
    assertThat(folder.resolve("muster.db")).as("no directory is made").doesNotExist();
  }

  @Test
  void oneOfThemIsNamedByAPartOfItsUrl() throws Exception {
    settings();
    receiver.answering(500);
    Run run = Run.of(folder, "webhooks", "test", "/two");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(receiver.url("two") + " has not accepted ")
        .contains("HTTP status 500");
    assertThat(receiver.take().isSignedWith(Receiver.OTHER_SECRET)).isTrue();
    assertThat(receiver.left()).isZero();
  }

  @Test
  void aWebhookThatIsAwayIsTold() throws Exception {
    settings();
    receiver.close();
    Run run = Run.of(folder, "webhooks", "test", "/one");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("it can't be reached");
  }

  @Test
  void withoutSuchAWebhookNothingIsSent() throws Exception {
    Run none = Run.of(folder, "webhooks", "test");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("there are no webhooks in the settings");
    settings();
    Run unknown = Run.of(folder, "webhooks", "test", "three");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("no webhook has 'three' in its URL", receiver.url("two"))
        .doesNotContain("hush");
    assertThat(receiver.left()).isZero();
  }
}
