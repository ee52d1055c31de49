package dev.muster.app.settings;

import dev.muster.app.format.input.StrictText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads muster.yml (YAML 1.2, so JSON too). */
public final class SettingsFile {

  static final List<String> KEYS =
      List.of(
          "database",
          "databases",
          "realms",
          "attributes",
          "mappings",
          "default_country",
          "limits",
          "passwords",
          "retention",
          "server",
          "auth",
          "oidc",
          "authgear",
          "auth0",
          "mail",
          "webhooks");

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MONTH = Duration.ofDays(31);

  private SettingsFile() {}

  /**
   * Reads a file.
   *
   * @throws SettingsProblem if it can't be read, is not YAML, or has wrong keys or values
   */
  public static Settings read(Path file) throws SettingsProblem {
    byte[] bytes = bytes(file);
    return parse(file.toString(), text(file, bytes))
        .withOrigin(
            new SettingsOrigin(
                Optional.of(file.toAbsolutePath().normalize()),
                DigestUtils.sha256Hex(bytes),
                false));
  }

  /**
   * Reads the text of a file, with the defaults for its origin.
   *
   * @param name the name of the text in messages
   * @throws SettingsProblem if it is not YAML, or has wrong keys or values
   */
  public static Settings parse(String name, String text) throws SettingsProblem {
    try {
      return settings(name, content(name, text));
    } catch (SettingsProblem e) {
      throw e.place().isEmpty()
          ? e
          : new SettingsProblem(new SettingsMistakes(name, content(name, text)).messages());
    }
  }

  /**
   * The settings of a file's content, with the defaults for its origin.
   *
   * @throws SettingsProblem about the first mistake, with its place
   */
  static Settings settings(String name, Object content) throws SettingsProblem {
    Section top = new Section(name, content);
    top.only(KEYS);
    Settings read =
        new Settings(
            top.text("database"),
            databases(top.section("databases")),
            RealmsSection.read(top.section("realms")),
            AttributesSection.read(top.sections("attributes")),
            MappingsSection.read(top.section("mappings")),
            country(top),
            LimitsSection.read(top.section("limits")),
            PasswordSettings.read(top.section("passwords")),
            RetentionSettings.read(top.section("retention")),
            ServerSettings.read(top.section("server")),
            AuthSettings.read(top.section("auth")),
            OidcSettings.read(top.section("oidc")),
            AuthgearSettings.read(top.section("authgear")),
            Auth0Settings.read(top.section("auth0")),
            MailSettings.read(top.section("mail")),
            WebhookSettings.read(top.sections("webhooks")),
            SettingsOrigin.DEFAULTS);
    checkQuotas(top, read.authgear(), read.retention().jobs());
    return read;
  }

  /** The digest of a file as in {@link SettingsOrigin#digest}; empty if it can't be read. */
  public static Optional<String> digest(Path file) {
    try {
      return Optional.of(DigestUtils.sha256Hex(Files.readAllBytes(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(Path file) throws SettingsProblem {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new SettingsProblem(file + " can't be read: " + e.getMessage());
    }
  }

  private static String text(Path file, byte[] bytes) throws SettingsProblem {
    return StrictText.utf8(bytes)
        .orElseThrow(() -> new SettingsProblem(file + " can't be read: it is not UTF-8"));
  }

  /** The content of a YAML file. */
  static Object content(Path file) throws SettingsProblem {
    return content(file.toString(), text(file, bytes(file)));
  }

  private static Object content(String name, String text) throws SettingsProblem {
    try {
      Object content = new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text);
      return content == null ? Map.of() : content;
    } catch (YamlEngineException e) {
      throw new SettingsProblem(name + " is not YAML: " + e.getMessage());
    }
  }

  private static Map<String, String> databases(Section databases) throws SettingsProblem {
    Map<String, String> byAlias = new LinkedHashMap<>();
    for (String alias : databases.keys()) {
      byAlias.put(alias, databases.required(alias));
    }
    return byAlias;
  }

  private static void checkQuotas(Section top, AuthgearSettings authgear, Optional<Duration> kept)
      throws SettingsProblem {
    if (authgear.quotaPerDay().isPresent()
        && kept.filter(time -> time.compareTo(DAY) < 0).isPresent()) {
      throw top.section("retention")
          .problem(
              "jobs",
              "must be at least 1d with authgear.quota_per_day, because deleted imports do not"
                  + " count");
    }
    if (authgear.quotaPerMonth().isPresent()
        && kept.filter(time -> time.compareTo(MONTH) >= 0).isEmpty()) {
      throw top.section("retention")
          .problem(
              "jobs",
              "must be at least 31d with authgear.quota_per_month, because deleted imports do not"
                  + " count");
    }
  }

  private static String country(Section top) throws SettingsProblem {
    String country = top.text("default_country").orElse(Settings.DEFAULTS.defaultCountry());
    if (!List.of(Locale.getISOCountries()).contains(country)) {
      throw top.problem("default_country", country + " is no ISO 3166 code such as FR");
    }
    return country;
  }
}
