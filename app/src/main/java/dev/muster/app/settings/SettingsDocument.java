package dev.muster.app.settings;

import dev.muster.app.format.input.InputLimits;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settings as a document with all defaults, which {@link SettingsFile} can read. */
public final class SettingsDocument {

  private SettingsDocument() {}

  /**
   * All settings, including passwords of databases, peppers, and secrets of webhooks, but without
   * the secrets of mappings.
   */
  public static Struct of(Settings settings) {
    Struct.Builder members = new Struct.Builder();
    members.put("database", Value.of(settings.database().orElse(Settings.DEFAULT_DATABASE)));
    members.put("databases", Struct.copyOf(texts(settings.databases())));
    members.put("realms", realms(settings));
    members.put("attributes", attributes(settings.attributes()));
    members.put("mappings", mappings(settings));
    members.put("default_country", Value.of(settings.defaultCountry()));
    members.put("limits", limits(settings.limits()));
    members.put("passwords", allOf(settings.passwords()));
    members.put("retention", Struct.of("jobs", Value.of(settings.retention().jobsText())));
    members.put("server", server(settings.server()));
    members.put("auth", auth(settings.auth()));
    settings.oidc().ifPresent(oidc -> members.put("oidc", oidc(oidc)));
    members.put("authgear", authgear(settings.authgear()));
    members.put("auth0", auth0(settings.auth0()));
    settings.mail().ifPresent(mail -> members.put("mail", mail(mail)));
    members.put(
        "webhooks",
        new Value.Array(
            settings.webhooks().stream().<Value>map(SettingsDocument::webhook).toList()));
    return members.build();
  }

  /**
   * The settings that affect the results of an import.
   *
   * @param realm the name of the import's realm
   * @param withPasswords whether the import hashes plain-text passwords
   */
  public static Struct deciding(Settings settings, String realm, boolean withPasswords) {
    Struct.Builder members = new Struct.Builder();
    members.put("realms", Struct.of(realm, statedRules(settings, realm)));
    members.put("attributes", attributes(settings.attributes()));
    members.put("default_country", Value.of(settings.defaultCountry()));
    members.put("limits", limits(settings.limits()));
    if (!settings.auth0().readsLike(Auth0Settings.DEFAULTS)) {
      members.put("auth0", auth0Records(settings.auth0()).build());
    }
    if (withPasswords) {
      members.put("passwords", passwords(settings.passwords()).build());
    }
    return members.build();
  }

  private static Map<String, Value> texts(Map<String, String> texts) {
    Map<String, Value> values = new TreeMap<>();
    texts.forEach((name, text) -> values.put(name, Value.of(text)));
    return values;
  }

  private static Struct realms(Settings settings) {
    Map<String, Value> realms = new TreeMap<>();
    realms.put(Realm.DEFAULT, realm(settings, Realm.DEFAULT));
    settings.realms().keySet().forEach(name -> realms.put(name, realm(settings, name)));
    return Struct.copyOf(realms);
  }

  private static Struct realm(Settings settings, String name) {
    Realm realm = settings.realm(name, 0);
    Struct.Builder unique = new Struct.Builder();
    for (LoginIdKind kind : LoginIdKind.values()) {
      unique.put(kind.wireName(), Value.of(realm.scopeOf(kind).wireName()));
    }
    return Struct.of("unique", unique.build());
  }

  /**
   * The uniqueness rules that the settings state for a realm; others keep their value in the
   * directory.
   */
  private static Struct statedRules(Settings settings, String realm) {
    Map<LoginIdKind, UniqueScope> rules = settings.realms().getOrDefault(realm, Map.of());
    Struct.Builder unique = new Struct.Builder();
    for (LoginIdKind kind : LoginIdKind.values()) {
      UniqueScope scope = rules.get(kind);
      if (scope != null) {
        unique.put(kind.wireName(), Value.of(scope.wireName()));
      }
    }
    return Struct.of("unique", unique.build());
  }

  private static Value.Array attributes(List<AttributeDeclaration> declared) {
    List<Value> attributes = new ArrayList<>();
    declared.forEach(each -> attributes.add(attribute(each)));
    return new Value.Array(attributes);
  }

  private static Struct attribute(AttributeDeclaration declared) {
    Struct.Builder members = new Struct.Builder();
    members.put("name", Value.of(declared.name()));
    members.put("kind", Value.of(declared.kind().wireName()));
    if (!declared.label().equals(declared.name())) {
      members.put("label", Value.of(declared.label()));
    }
    members.put("required", Value.of(declared.required()));
    members.put("unique", Value.of(declared.unique().wireName()));
    Double minimum = declared.minimum();
    if (minimum != null) {
      members.put("minimum", new Value.Num(minimum.toString()));
    }
    Double maximum = declared.maximum();
    if (maximum != null) {
      members.put("maximum", new Value.Num(maximum.toString()));
    }
    if (!declared.choices().isEmpty()) {
      List<Value> choices = new ArrayList<>();
      declared.choices().forEach(choice -> choices.add(Value.of(choice)));
      members.put("choices", new Value.Array(choices));
    }
    if (!declared.formats().isEmpty()) {
      List<Value> formats = new ArrayList<>();
      declared.formats().patterns().forEach(pattern -> formats.add(Value.of(pattern)));
      members.put("formats", new Value.Array(formats));
    }
    return members.build();
  }

  private static Struct mappings(Settings settings) {
    Map<String, Value> mappings = new TreeMap<>();
    settings.mappings().forEach((name, mapping) -> mappings.put(name, mapping.toShownStruct()));
    return Struct.copyOf(mappings);
  }

  private static Struct server(ServerSettings server) {
    Struct.Builder members =
        new Struct.Builder()
            .put("host", Value.of(server.host()))
            .put("port", Value.of(server.port()))
            .put("behind_proxy", Value.of(server.behindProxy()));
    server
        .tls()
        .ifPresent(
            tls ->
                members.put(
                    "tls",
                    new Struct.Builder()
                        .put("certificate", Value.of(tls.certificate()))
                        .put("key", Value.of(tls.key()))
                        .build()));
    server.publicUrl().ifPresent(url -> members.put("public_url", Value.of(url)));
    members.put(
        "limits",
        new Struct.Builder()
            .put("wrong_passwords_per_login", Value.of(server.limits().wrongPasswordsPerLogin()))
            .put("wrong_passwords_per_client", Value.of(server.limits().wrongPasswordsPerClient()))
            .build());
    return members.build();
  }

  private static Struct auth(AuthSettings auth) {
    Struct.Builder members = new Struct.Builder();
    members.put("audience", Value.of(auth.requiredAudience()));
    auth.keys().ifPresent(keys -> members.put("keys", Value.of(keys)));
    members.put("issuers", array(auth.issuers()));
    return members.build();
  }

  private static Struct authgear(AuthgearSettings authgear) {
    Struct.Builder members = new Struct.Builder();
    authgear.quotaPerDay().ifPresent(quota -> members.put("quota_per_day", Value.of(quota)));
    authgear.quotaPerMonth().ifPresent(quota -> members.put("quota_per_month", Value.of(quota)));
    members.put("max_request_bytes", Value.of(authgear.maxRequestBytes()));
    return members.build();
  }

  private static Struct auth0(Auth0Settings auth0) {
    return auth0Records(auth0)
        .put("max_users_bytes", Value.of(auth0.maxUsersBytes()))
        .put("active_jobs", Value.of(auth0.activeJobs()))
        .build();
  }

  private static Struct.Builder auth0Records(Auth0Settings auth0) {
    Struct.Builder members = new Struct.Builder();
    members.put("gravatar", Value.of(auth0.gravatar()));
    members.put("username_min", Value.of(auth0.usernameMin()));
    members.put("username_max", Value.of(auth0.usernameMax()));
    return members;
  }

  private static Struct oidc(OidcSettings oidc) {
    Struct.Builder members = new Struct.Builder();
    members.put("issuer", Value.of(oidc.issuer()));
    members.put("client_id", Value.of(oidc.clientId()));
    oidc.clientSecretFile().ifPresent(file -> members.put("client_secret_file", Value.of(file)));
    members.put("name_claim", Value.of(oidc.nameClaim()));
    members.put("label", Value.of(oidc.label()));
    return members.build();
  }

  private static Struct mail(MailSettings mail) {
    Struct.Builder members = new Struct.Builder();
    members.put("host", Value.of(mail.host()));
    members.put("port", Value.of(mail.port()));
    members.put("security", Value.of(mail.security().key()));
    mail.login()
        .ifPresent(
            login -> {
              members.put("username", Value.of(login.username()));
              members.put("password_file", Value.of(login.passwordFile()));
            });
    members.put("from", Value.of(mail.from()));
    members.put("owners", array(mail.owners()));
    members.put("language", Value.of(mail.language()));
    members.put("per_minute", Value.of(mail.perMinute()));
    members.put("link_days", Value.of(mail.linkDays()));
    return members.build();
  }

  private static Struct webhook(WebhookSettings webhook) {
    Struct.Builder members = new Struct.Builder();
    members.put("url", Value.of(webhook.url().toString()));
    webhook.secretFile().ifPresent(file -> members.put("secret_file", Value.of(file)));
    if (!webhook.secrets().isEmpty()) {
      members.put("secrets", array(webhook.secrets().stream().map(WebhookSecret::text).toList()));
    }
    members.put("events", array(webhook.events()));
    members.put("realms", array(webhook.realms()));
    return members.build();
  }

  private static Value.Array array(List<String> texts) {
    return new Value.Array(texts.stream().<Value>map(Value::of).toList());
  }

  private static Struct limits(InputLimits limits) {
    return new Struct.Builder()
        .put("record_bytes", Value.of(limits.recordBytes()))
        .put("field_characters", Value.of(limits.fieldCharacters()))
        .put("depth", Value.of(limits.depth()))
        .put("expanded_bytes", Value.of(limits.expandedBytes()))
        .build();
  }

  private static Struct allOf(PasswordSettings passwords) {
    Map<String, Value> peppers = new TreeMap<>();
    passwords.peppers().forEach((name, pepper) -> peppers.put(name, pepper.document()));
    return passwords(passwords)
        .put("reencode", Value.of(passwords.reencode()))
        .put("min_length", Value.of(passwords.minLength()))
        .put("peppers", Struct.copyOf(peppers))
        .build();
  }

  /** The settings of the hashes of plain-text passwords. */
  private static Struct.Builder passwords(PasswordSettings passwords) {
    Struct argon2 =
        new Struct.Builder()
            .put("memory_kib", Value.of(passwords.argon2MemoryKib()))
            .put("passes", Value.of(passwords.argon2Passes()))
            .put("lanes", Value.of(passwords.argon2Lanes()))
            .build();
    return new Struct.Builder()
        .put("scheme", Value.of(passwords.scheme().wireName()))
        .put("bcrypt_cost", Value.of(passwords.bcryptCost()))
        .put("argon2", argon2);
  }
}
