package dev.muster.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An item of the list {@code webhooks}: a URL that is told about imports.
 *
 * @param url HTTPS, or HTTP on this machine
 * @param secrets sign the messages; several while a secret is replaced
 * @param secretFile a file with secrets, one a line, instead of {@code secrets}
 * @param events the events to send
 * @param realms the names of the realms whose imports are told; empty for all
 */
public record WebhookSettings(
    URI url,
    List<WebhookSecret> secrets,
    Optional<String> secretFile,
    List<String> events,
    List<String> realms) {

  /** All events. */
  public static final List<String> EVENTS = List.of("import.completed", "import.failed");

  static final List<String> KEYS =
      List.of("url", "secret", "secrets", "secret_file", "events", "realms");

  private static final int SECRETS_MAX = 5;

  /** Never shown: a message about it names its place only. */
  private static final String FORM = "a secret is whsec_ and 24 to 64 bytes in Base64";

  public WebhookSettings {
    secrets = List.copyOf(secrets);
    events = List.copyOf(events);
    realms = List.copyOf(realms);
  }

  /** The URL without its query, which may hold a secret. */
  public String shownUrl() {
    return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
  }

  /** Whether an event is to be sent. */
  public boolean wants(String event, String realm) {
    return events.contains(event) && (realms.isEmpty() || realms.contains(realm));
  }

  static List<WebhookSettings> read(List<Section> sections) throws SettingsProblem {
    List<WebhookSettings> webhooks = new ArrayList<>();
    for (Section each : sections) {
      WebhookSettings webhook = webhook(each);
      if (webhooks.stream().anyMatch(known -> known.url.equals(webhook.url))) {
        throw each.problem("url", webhook.shownUrl() + " is there twice");
      }
      webhooks.add(webhook);
    }
    return webhooks;
  }

  private static WebhookSettings webhook(Section section) throws SettingsProblem {
    section.only(KEYS);
    List<WebhookSecret> secrets = secrets(section);
    Optional<String> file = section.text("secret_file");
    if (secrets.isEmpty() == file.isEmpty()) {
      throw section.problem("secret", "give one of secret, secrets and secret_file");
    }
    return new WebhookSettings(
        url(section), secrets, file, events(section), section.texts("realms"));
  }

  private static List<WebhookSecret> secrets(Section section) throws SettingsProblem {
    List<WebhookSecret> secrets = new ArrayList<>();
    Optional<String> one = section.text("secret");
    if (one.isPresent()) {
      secrets.add(secret(section, "secret", one.get()));
    }
    for (String text : section.texts("secrets")) {
      secrets.add(secret(section, "secrets", text));
    }
    if (secrets.size() > (one.isPresent() ? 1 : SECRETS_MAX)) {
      throw section.problem(
          "secrets", "give one secret as secret, or up to " + SECRETS_MAX + " as secrets");
    }
    return secrets;
  }

  private static WebhookSecret secret(Section section, String key, String text)
      throws SettingsProblem {
    return WebhookSecret.parse(text).orElseThrow(() -> section.problem(key, FORM));
  }

  private static List<String> events(Section section) throws SettingsProblem {
    List<String> events = section.texts("events");
    for (String event : events) {
      if (!EVENTS.contains(event)) {
        throw section.problem("events", event + " is none of " + String.join(", ", EVENTS));
      }
    }
    return events.isEmpty() ? EVENTS : events;
  }

  private static URI url(Section section) throws SettingsProblem {
    URI url;
    try {
      url = new URI(section.required("url"));
    } catch (URISyntaxException e) {
      throw section.problem("url", "is not a URL");
    }
    if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
      throw section.problem("url", "must be a URL with a host, without a user and a fragment");
    }
    if (!ProtectedUrl.is(url)) {
      throw section.problem("url", "must be HTTPS, except on this machine");
    }
    return url;
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "WebhookSettings[" + shownUrl() + "]";
  }
}
