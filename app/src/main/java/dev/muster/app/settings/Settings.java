package dev.muster.app.settings;

import dev.muster.app.format.input.InputLimits;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of muster.yml, with all defaults. Immutable.
 *
 * @param database the address of the directory; empty if not set
 * @param databases addresses of directories by alias
 * @param realms the scopes in which login ids are unique, by realm name; only those that are set
 * @param attributes declared attributes, in the file's order
 * @param mappings mappings of the columns of tables, by name
 * @param defaultCountry ISO 3166 code for phone numbers without a country code
 * @param limits limits for inputs
 * @param passwords how plain-text passwords are hashed
 * @param retention how long data is kept
 * @param server where the server listens
 * @param auth which tokens the server accepts
 * @param oidc how administrators sign in with accounts of an OpenID provider; empty for not at all
 * @param authgear limits of Authgear's API
 * @param auth0 how Auth0's records are read, and limits of its job API
 * @param mail how mail about imports is sent; empty for none
 * @param webhooks who is told about imports
 * @param origin where the settings were read from
 */
public record Settings(
    Optional<String> database,
    Map<String, String> databases,
    Map<String, Map<LoginIdKind, UniqueScope>> realms,
    List<AttributeDeclaration> attributes,
    Map<String, Mapping> mappings,
    String defaultCountry,
    InputLimits limits,
    PasswordSettings passwords,
    RetentionSettings retention,
    ServerSettings server,
    AuthSettings auth,
    Optional<OidcSettings> oidc,
    AuthgearSettings authgear,
    Auth0Settings auth0,
    Optional<MailSettings> mail,
    List<WebhookSettings> webhooks,
    SettingsOrigin origin) {

  /** The default address of the directory. */
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

  /** Settings that were not read from a file, with the defaults of a server. */
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
        Map.of(),
        defaultCountry,
        limits,
        passwords,
        RetentionSettings.DEFAULTS,
        ServerSettings.DEFAULTS,
        AuthSettings.DEFAULTS,
        Optional.empty(),
        AuthgearSettings.DEFAULTS,
        Auth0Settings.DEFAULTS,
        Optional.empty(),
        List.of(),
        SettingsOrigin.DEFAULTS);
  }

  public Settings {
    databases = Map.copyOf(databases);
    realms = Map.copyOf(realms);
    attributes = List.copyOf(attributes);
    mappings = Map.copyOf(mappings);
    webhooks = List.copyOf(webhooks);
  }

  /**
   * The settings that are missing, without which users get no mail to choose a password: how mail
   * is sent, and the address that a link begins with.
   */
  public List<String> missingForInvitations() {
    List<String> missing = new ArrayList<>();
    if (mail.isEmpty()) {
      missing.add("mail");
    }
    if (server.publicUrl().isEmpty()) {
      missing.add("server.public_url");
    }
    return List.copyOf(missing);
  }

  /** These settings with another origin. */
  public Settings withOrigin(SettingsOrigin other) {
    return new Settings(
        database,
        databases,
        realms,
        attributes,
        mappings,
        defaultCountry,
        limits,
        passwords,
        retention,
        server,
        auth,
        oidc,
        authgear,
        auth0,
        mail,
        webhooks,
        other);
  }

  /**
   * These settings, except that those that affect the results of an import are taken from {@code
   * other}.
   */
  public Settings decidedBy(Settings other, String realm) {
    Map<String, Map<LoginIdKind, UniqueScope>> rules = new TreeMap<>(realms);
    rules.put(realm, other.realms.getOrDefault(realm, Map.of()));
    return new Settings(
        database,
        databases,
        rules,
        other.attributes,
        mappings,
        other.defaultCountry,
        other.limits,
        passwords,
        retention,
        server,
        auth,
        oidc,
        authgear,
        auth0.decidedBy(other.auth0),
        mail,
        webhooks,
        origin);
  }

  /**
   * A realm with the uniqueness rules of the settings; rules that are not set have their defaults.
   */
  public Realm realm(String name, int number) {
    return realm(new Realm(number, name, Map.of(), Map.of()));
  }

  /**
   * A realm with the uniqueness rules of the settings. Rules that are not set stay as recorded:
   * those of login ids if the settings have none for the realm, those of attributes if no attribute
   * is declared unique.
   *
   * @param recorded the realm with the rules that the stored keys follow
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
