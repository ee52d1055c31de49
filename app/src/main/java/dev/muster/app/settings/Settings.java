package dev.muster.app.settings;

import dev.muster.app.format.input.InputLimits;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of muster.yml, every default filled in. Immutable.
 *
 * @param database where the directory is; empty when not said
 * @param databases directories by alias
 * @param realms within what login ids are unique, for realms that say so
 * @param attributes declared attributes, in the file's order
 * @param defaultCountry ISO 3166 code for phone numbers without a country code
 * @param limits bounds of inputs
 * @param passwords how plain-text passwords are hashed
 * @param retention how long things are kept
 * @param origin where they were read from
 */
public record Settings(
    Optional<String> database,
    Map<String, String> databases,
    Map<String, Map<LoginIdKind, UniqueScope>> realms,
    List<AttributeDeclaration> attributes,
    String defaultCountry,
    InputLimits limits,
    PasswordSettings passwords,
    RetentionSettings retention,
    SettingsOrigin origin) {

  /** Where the directory is by default. */
  public static final String DEFAULT_DATABASE = "sqlite:muster.db";

  public static final Settings DEFAULTS =
      new Settings(
          Optional.empty(),
          Map.of(),
          Map.of(),
          List.of(),
          "US",
          InputLimits.DEFAULTS,
          PasswordSettings.DEFAULTS);

  /** Settings of no file, with the default retention. */
  public Settings(
      Optional<String> database,
      Map<String, String> databases,
      Map<String, Map<LoginIdKind, UniqueScope>> realms,
      List<AttributeDeclaration> attributes,
      String defaultCountry,
      InputLimits limits,
      PasswordSettings passwords) {
    this(
        database,
        databases,
        realms,
        attributes,
        defaultCountry,
        limits,
        passwords,
        RetentionSettings.DEFAULTS,
        SettingsOrigin.DEFAULTS);
  }

  public Settings {
    databases = Map.copyOf(databases);
    realms = Map.copyOf(realms);
    attributes = List.copyOf(attributes);
  }

  /** The same settings, read from elsewhere. */
  public Settings withOrigin(SettingsOrigin other) {
    return new Settings(
        database,
        databases,
        realms,
        attributes,
        defaultCountry,
        limits,
        passwords,
        retention,
        other);
  }

  /** These settings, with those that decide about the records of an import taken from others. */
  public Settings decidedBy(Settings other, String realm) {
    Map<String, Map<LoginIdKind, UniqueScope>> rules = new TreeMap<>(realms);
    rules.put(realm, other.realms.getOrDefault(realm, Map.of()));
    return new Settings(
        database,
        databases,
        rules,
        other.attributes,
        other.defaultCountry,
        other.limits,
        passwords,
        retention,
        origin);
  }

  /** A realm with the rules that are said for it, and the default ones where none are said. */
  public Realm realm(String name, int number) {
    return realm(new Realm(number, name, Map.of(), Map.of()));
  }

  /**
   * A realm with the rules that are said for it. Of what is not spoken of, its own rules stay:
   * those of login ids where the realm has none here, those of attributes where no attribute is
   * unique.
   *
   * @param recorded has the rules that the directory follows
   */
  public Realm realm(Realm recorded) {
    Map<LoginIdKind, UniqueScope> said = realms.getOrDefault(recorded.name(), Map.of());
    Map<LoginIdKind, UniqueScope> scopes = new EnumMap<>(LoginIdKind.class);
    for (LoginIdKind kind : LoginIdKind.values()) {
      UniqueScope unsaid = said.isEmpty() ? recorded.scopeOf(kind) : UniqueScope.REALM;
      scopes.put(kind, said.getOrDefault(kind, unsaid));
    }
    Map<String, UniqueScope> attributeScopes = new TreeMap<>();
    for (AttributeDeclaration attribute : attributes) {
      if (attribute.unique() != UniqueScope.NONE) {
        attributeScopes.put(attribute.path(), attribute.unique());
      }
    }
    return new Realm(
        recorded.number(),
        recorded.name(),
        scopes,
        attributeScopes.isEmpty() ? recorded.attributeScopes() : attributeScopes);
  }
}
