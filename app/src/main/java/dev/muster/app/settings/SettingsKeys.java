package dev.muster.app.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * The paths of all settings, such as {@code limits.depth}; docs/reference/settings.md describes
 * them.
 */
final class SettingsKeys {

  private final List<String> paths = new ArrayList<>();

  private SettingsKeys() {}

  /** The settings that have an effect. */
  static List<String> known() {
    SettingsKeys keys = new SettingsKeys();
    for (String key : SettingsFile.KEYS) {
      switch (key) {
        case "databases" -> keys.add("databases.", List.of("ALIAS"));
        case "realms" -> keys.add("realms.NAME.unique.", RealmsSection.UNIQUE_KEYS);
        case "attributes" -> keys.add("attributes[].", AttributesSection.KEYS);
        case "mappings" -> {
          keys.add("mappings.NAME.columns.", List.of("COLUMN"));
          keys.add("mappings.NAME.constants.", List.of("COLUMN"));
          keys.add("mappings.NAME.joined.", List.of("COLUMN"));
        }
        case "limits" -> keys.add("limits.", LimitsSection.KEYS);
        case "passwords" -> {
          keys.add("passwords.", PasswordSettings.KEYS);
          keys.divide("passwords.argon2", PasswordSettings.ARGON2_KEYS);
          keys.divide("passwords.peppers", List.of("NAME"));
        }
        case "server" -> {
          keys.add("server.", ServerSettings.KEYS);
          keys.divide("server.tls", ServerSettings.TLS_KEYS);
          keys.divide("server.limits", ServerLimits.KEYS);
        }
        case "auth" -> keys.add("auth.", AuthSettings.KEYS);
        case "oidc" -> keys.add("oidc.", OidcSettings.KEYS);
        case "authgear" -> keys.add("authgear.", AuthgearSettings.KEYS);
        case "auth0" -> keys.add("auth0.", Auth0Settings.KEYS);
        case "mail" -> keys.add("mail.", MailSettings.KEYS);
        case "webhooks" -> keys.add("webhooks[].", WebhookSettings.KEYS);
        case "retention" -> keys.add("retention.", RetentionSettings.KEYS);
        default -> keys.add("", List.of(key));
      }
    }
    return List.copyOf(keys.paths);
  }

  private void add(String prefix, List<String> keys) {
    keys.forEach(key -> paths.add(prefix + key));
  }

  private void divide(String section, List<String> keys) {
    paths.remove(section);
    add(section + ".", keys);
  }
}
