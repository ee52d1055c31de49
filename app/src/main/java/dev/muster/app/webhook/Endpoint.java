package dev.muster.app.webhook;

import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.settings.WebhookSecret;
import dev.muster.app.settings.WebhookSettings;
import dev.muster.app.store.WebhookMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A webhook of the settings, and its secrets. */
final class Endpoint implements Recipient {

  private final WebhookSettings settings;
  private final Path folder;
  private final Sender sender;

  /**
   * Reads its secrets once, to check them.
   *
   * @param folder what the path of the file of secrets starts from
   * @throws SettingsProblem if the file can't be read, or holds something else
   */
  Endpoint(WebhookSettings settings, Path folder, Sender sender) throws SettingsProblem {
    this.settings = settings;
    this.folder = folder;
    this.sender = sender;
    try {
      secrets();
    } catch (IOException e) {
      throw new SettingsProblem("webhooks: secret_file: " + e.getMessage());
    }
  }

  URI url() {
    return settings.url();
  }

  @Override
  public String key() {
    return settings.url().toString();
  }

  @Override
  public String shownName() {
    return settings.shownUrl();
  }

  @Override
  public boolean wants(WebhookMessage message) {
    return settings.wants(message.event(), message.realm());
  }

  @Override
  public PendingAnswer send(WebhookMessage message, Instant now) throws IOException {
    return new HttpAnswer(sender.send(this, message, now));
  }

  /** The secrets; those of a file as they are now. The messages of the exception name no secret. */
  List<WebhookSecret> secrets() throws IOException {
    if (settings.secretFile().isEmpty()) {
      return settings.secrets();
    }
    Path file = folder.resolve(settings.secretFile().get());
    List<WebhookSecret> secrets = new ArrayList<>();
    for (String line : lines(file)) {
      Optional<WebhookSecret> secret = WebhookSecret.parse(line);
      secrets.add(secret.orElseThrow(() -> new IOException(file + " holds other than secrets")));
    }
    if (secrets.isEmpty()) {
      throw new IOException(file + " holds no secret");
    }
    return secrets;
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readString(file).lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
    } catch (IOException e) {
      throw new IOException(file + " can't be read", e);
    }
  }
}
