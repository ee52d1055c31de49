package dev.muster.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.format.input.InputLimits;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.user.LoginIdKind;
import dev.muster.user.UniqueScope;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir private Path folder;

  @Test
  void everyKeyIsRead() throws Exception {
    Settings settings =
        read(
            """
            database: sqlite:people.db
            databases: {legacy: sqlite:legacy.db}
            realms:
              default: {unique: {email: global, username: none, phone_number: realm}}
            attributes:
              - {name: phone, kind: phone_number, label: Phone, required: true, unique: global}
              - {name: age, kind: integer, minimum: 0, maximum: 150.5}
              - {name: size, kind: enum, choices: [S, M]}
              - {name: plain}
            default_country: FR
            limits: {record_bytes: 2048, field_characters: 100, depth: 8, expanded_bytes: 1048576}
            passwords:
              scheme: bcrypt
              bcrypt_cost: 10
              reencode: false
              argon2: {memory_kib: 65536, passes: 3, lanes: 4}
              peppers:
                devise: static pepper
                shop: {value: 00ff, encoding: hex}
                forum: {file: forum.pepper, encoding: base64}
            retention: {jobs: 24h}
            server:
              host: 0.0.0.0
              port: 443
              tls: {certificate: cert.pem, key: key.pem}
              public_url: https://muster.example.org
              limits: {wrong_passwords_per_login: 3, wrong_passwords_per_client: 60}
              max_upload_bytes: 5000000
            auth: {audience: my-project, keys: jwks.json, issuers: [a]}
            oidc: {issuer: "https://id.example.org/town", client_id: muster, name_claim: email}
            authgear: {quota_per_day: 20000, max_request_bytes: 1000000}
            auth0:
              gravatar: false
              username_min: 2
              username_max: 15
              max_users_bytes: 5000000
              active_jobs: 7
            mail:
              host: smtp.example.org
              port: 2525
              security: starttls
              username: muster
              password_file: smtp.password
              from: muster@example.org
              owners: [ann@example.org, bob@example.org]
              language: fr
            webhooks:
              - url: https://example.org/hook
                secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                events: [import.failed]
                realms: [staff]
              - {url: "http://127.0.0.1:9000/?a=b", secret_file: hook.secrets}
            """);
    assertThat(settings)
        .isEqualTo(
            new Settings(
                Optional.of("sqlite:people.db"),
                Map.of("legacy", "sqlite:legacy.db"),
                Map.of(
                    "default",
                    Map.of(
                        LoginIdKind.EMAIL, UniqueScope.GLOBAL,
                        LoginIdKind.USERNAME, UniqueScope.NONE,
                        LoginIdKind.PHONE_NUMBER, UniqueScope.REALM)),
                List.of(
                    new AttributeDeclaration(
                        "phone",
                        AttributeKind.PHONE_NUMBER,
                        "Phone",
                        true,
                        UniqueScope.GLOBAL,
                        null,
                        null,
                        List.of()),
                    new AttributeDeclaration(
                        "age",
                        AttributeKind.INTEGER,
                        "age",
                        false,
                        UniqueScope.NONE,
                        0.0,
                        150.5,
                        List.of()),
                    new AttributeDeclaration(
                        "size",
                        AttributeKind.ENUM,
                        "size",
                        false,
                        UniqueScope.NONE,
                        null,
                        null,
                        List.of("S", "M")),
                    new AttributeDeclaration(
                        "plain",
                        AttributeKind.STRING,
                        "plain",
                        false,
                        UniqueScope.NONE,
                        null,
                        null,
                        List.of())),
                Map.of(),
                "FR",
                new InputLimits(2048, 100, 8, 1048576),
                new PasswordSettings(
                    PasswordSettings.Scheme.BCRYPT,
                    10,
                    65536,
                    3,
                    4,
                    false,
                    8,
                    Map.of(
                        "devise",
                        new PepperSettings(
                            Optional.of("static pepper"),
                            Optional.empty(),
                            PepperSettings.Encoding.UTF8),
                        "shop",
                        new PepperSettings(
                            Optional.of("00ff"), Optional.empty(), PepperSettings.Encoding.HEX),
                        "forum",
                        new PepperSettings(
                            Optional.empty(),
                            Optional.of("forum.pepper"),
                            PepperSettings.Encoding.BASE64))),
                new RetentionSettings(Optional.of(Duration.ofDays(1))),
                new ServerSettings(
                    "0.0.0.0",
                    443,
                    false,
                    Optional.of(new ServerSettings.Tls("cert.pem", "key.pem")),
                    Optional.of("https://muster.example.org"),
                    new ServerLimits(3, 60),
                    5_000_000),
                new AuthSettings(Optional.of("my-project"), Optional.of("jwks.json"), List.of("a")),
                Optional.of(
                    new OidcSettings(
                        "https://id.example.org/town",
                        "muster",
                        Optional.empty(),
                        "email",
                        "id.example.org")),
                new AuthgearSettings(OptionalLong.of(20_000), OptionalLong.empty(), 1_000_000),
                new Auth0Settings(false, 2, 15, 5_000_000, 7),
                Optional.of(
                    new MailSettings(
                        "smtp.example.org",
                        2525,
                        MailSettings.Security.STARTTLS,
                        Optional.of(new MailSettings.Login("muster", "smtp.password")),
                        "muster@example.org",
                        List.of("ann@example.org", "bob@example.org"),
                        "fr")),
                List.of(
                    new WebhookSettings(
                        URI.create("https://example.org/hook"),
                        List.of(WebhookSecret.parse(SECRET).orElseThrow()),
                        Optional.empty(),
                        List.of("import.failed"),
                        List.of("staff")),
                    new WebhookSettings(
                        URI.create("http://127.0.0.1:9000/?a=b"),
                        List.of(),
                        Optional.of("hook.secrets"),
                        List.of("import.completed", "import.failed"),
                        List.of())),
                settings.origin()));
  }

  @Test
  void anEmptyFileHasEveryDefault() throws Exception {
    assertThat(read("").withOrigin(SettingsOrigin.DEFAULTS)).isEqualTo(Settings.DEFAULTS);
    assertThat(read("# nothing\n").withOrigin(SettingsOrigin.DEFAULTS))
        .isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void settingsKnowTheirFileAndItsDigest() throws Exception {
    SettingsOrigin origin = read("default_country: FR").origin();
    assertThat(origin.file()).contains(folder.resolve("muster.yml").toAbsolutePath());
    assertThat(origin.digest())
        .hasSize(64)
        .isEqualTo(SettingsFile.digest(folder.resolve("muster.yml")).orElseThrow())
        .isEqualTo(read("default_country: FR").origin().digest())
        .isNotEqualTo(read("default_country: DE").origin().digest());
  }

  @ParameterizedTest
  @CsvSource({"90m, PT90M", "24h, PT24H", "7d, P7D", "120m, PT2H"})
  void aRetentionIsADuration(String text, Duration duration) throws Exception {
    RetentionSettings retention = read("retention: {jobs: " + text + "}").retention();
    assertThat(retention.jobs()).contains(duration);
    assertThat(read("retention: {jobs: " + retention.jobsText() + "}").retention())
        .isEqualTo(retention);
  }

  @Test
  void withoutARetentionImportsAreKeptForEver() throws Exception {
    assertThat(read("retention: {jobs: forever}").retention().jobs()).isEmpty();
    assertThat(read("").retention().jobs()).isEmpty();
  }

  @Test
  void mailNeedsAServerASenderAndOwners() throws Exception {
    MailSettings mail =
        read("mail: {host: smtp.example.org, security: tls, from: m@example.org,"
                + " owners: [a@example.org], language: fr}")
            .mail()
            .orElseThrow();
    assertThat(mail.port()).isEqualTo(465);
    assertThat(mail.language()).isEqualTo("fr");
    assertThat(read("").mail()).isEmpty();
    String start = "mail: {host: h, from: a@b.org, owners: [a@b.org], ";
    refused("mail: {host: h, from: a@b.org}", "mail.owners");
    refused("mail: {host: h, owners: [a@b.org]}", "mail.from");
    refused("mail: {from: a@b.org, owners: [a@b.org]}", "mail.host");
    refused("mail: {host: h, from: ab.org, owners: [a@b.org]}", "ab.org is no e-mail address");
    refused(start + "security: ssl}", "mail.security: is auto, starttls, tls or none");
    refused(start + "username: u}", "username and password_file are given together");
    refused(start + "language: de}", "mail.language: is en or fr");
  }

  @Test
  void aQuotaDemandsThatImportsAreKeptForADay() throws Exception {
    String day = "{retention: {jobs: 24h}, authgear: {quota_per_day: 1}}";
    assertThat(read(day).authgear().quotaPerDay()).hasValue(1);
    assertThat(read("{retention: {jobs: 1h}}").authgear()).isEqualTo(AuthgearSettings.DEFAULTS);
  }

  @Test
  void aMonthlyQuotaDemandsThatImportsAreKeptForAMonth() throws Exception {
    String month = "authgear: {quota_per_month: 9}}";
    assertThat(read("{retention: {jobs: 31d}, " + month).authgear().quotaPerMonth()).hasValue(9);
    refused("{" + month, "retention.jobs: must be at least 31d with authgear.quota_per_month");
    refused("{retention: {jobs: 30d}, " + month, "retention.jobs");
    refused("{retention: {jobs: forever}, " + month, "retention.jobs");
  }

  @Test
  void aRealmHasTheRulesThatAreSaidForItAndTheDefaultsElse() throws Exception {
    Settings settings =
        read(
            """
            realms: {staff: {unique: {email: global}}}
            attributes: [{name: badge, unique: realm}, {name: note}]
            """);
    assertThat(settings.realm("staff", 2).scopeOf(LoginIdKind.EMAIL)).isEqualTo(UniqueScope.GLOBAL);
    assertThat(settings.realm("staff", 2).scopeOf(LoginIdKind.USERNAME))
        .isEqualTo(UniqueScope.REALM);
    assertThat(settings.realm("other", 3).scopeOf(LoginIdKind.EMAIL)).isEqualTo(UniqueScope.REALM);
    assertThat(settings.realm("other", 3).attributeScopes())
        .containsExactly(Map.entry("custom_attributes.badge", UniqueScope.REALM));
  }

  @Test
  void namesThatYamlTakesForNumbersAreNames() throws Exception {
    Settings settings =
        read("{databases: {1: 'sqlite:one.db'}, realms: {2024: {unique: {email: none}}}}");
    assertThat(settings.databases()).containsEntry("1", "sqlite:one.db");
    assertThat(settings.realm("2024", 2).scopeOf(LoginIdKind.EMAIL)).isEqualTo(UniqueScope.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "databse: x                                      | databse     | database",
        "attribute: []                                   | attribute   | attributes",
        "server: {prot: 1}                               | server.prot | port",
        "server: {tls: {certificat: c}}                  | server.tls.certificat | certificate",
        "auth: {audence: a}                              | auth.audence | audience",
        "server: {limits: {wrong_passwords: 1}}          | server.limits.wrong_passwords |"
            + " wrong_passwords_per_login",
        "authgear: {quota: 5}                            | authgear.quota | quota_per_day",
        "mail: {owner: []}                               | mail.owner  | owners",
        "auth0: {gravatr: true}                          | auth0.gravatr | gravatar",
        "retention: {job: 24h}                           | retention.job | jobs",
        "limits: {dept: 8}                               | limits.dept | depth",
        "passwords: {argon2: {memory: 8}}                | passwords.argon2.memory | memory_kib",
        "realms: {default: {uniqe: {}}}                  | realms.default.uniqe | unique",
        "realms: {default: {unique: {mail: realm}}}      | unique.mail | email",
        "'attributes: [{name: a, kind: enum, choice: []}]' | attributes[0].choice | choices",
      })
  void anUnknownKeyNamesTheNearestOne(String yaml, String place, String nearest) {
    refused(yaml, place).hasMessageContaining("did you mean " + nearest + "?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'- a'                                 | mapping",
        "database: [x]                         | database",
        "databases: x                          | databases",
        "'databases: {legacy: }'               | databases.legacy",
        "realms: []                            | realms",
        "realms: {default: {unique: {email: some}}} | email",
        "attributes: {}                        | attributes",
        "attributes: [x]                       | attributes[0]",
        "attributes: [{kind: string}]          | attributes[0].name",
        "'attributes: [{name: 1a}]'            | attributes[0].name",
        "'attributes: [{name: a, kind: text}]' | attributes[0].kind",
        "'attributes: [{name: a}, {name: a}]'  | attributes[1].name",
        "'attributes: [{name: a, kind: enum}]' | attributes[0].choices",
        "'attributes: [{name: a, required: 1}]' | attributes[0].required",
        "'attributes: [{name: a, minimum: b}]' | attributes[0].minimum",
        "default_country: ZZ                   | default_country",
        "limits: {depth: 3}                    | limits.depth",
        "limits: {depth: 8.5}                  | limits.depth",
        "limits: {depth: 99999999999}          | limits.depth",
        "passwords: {scheme: md5}              | passwords.scheme",
        "passwords: {bcrypt_cost: 9}           | passwords.bcrypt_cost",
        "passwords: {argon2: {lanes: 0}}       | passwords.argon2.lanes",
        "server: {port: 0}                     | server.port",
        "server: {port: http}                  | server.port",
        "server: {behind_proxy: 1}             | server.behind_proxy",
        "server: {tls: {certificate: c.pem}}   | server.tls.key",
        "server: {limits: {wrong_passwords_per_login: 0}} | server.limits",
        "auth: {issuers: a}                    | auth.issuers",
        "authgear: {quota_per_day: 0}          | authgear.quota_per_day",
        "authgear: {max_request_bytes: 999}    | authgear.max_request_bytes",
        "authgear: {max_request_bytes: 10000001} | authgear.max_request_bytes",
        "'{retention: {jobs: 23h}, authgear: {quota_per_day: 1}}' | retention.jobs",
        "mail: {host: h, port: smtp}           | mail.port",
        "auth0: {gravatar: 1}                  | auth0.gravatar",
        "retention: {jobs: 24}                 | retention.jobs",
        "retention: {jobs: 0h}                 | retention.jobs",
        "retention: {jobs: 5 minutes}          | retention.jobs",
        "retention: 24h                        | retention",
        "'a: {'                                | not YAML",
        "'{database: a, database: b}'          | not YAML",
      })
  void whatCanNotBeIsRefusedWithItsPlace(String yaml, String place) {
    refused(yaml, place);
  }

  /** A secret in the wrong place is not shown. */
  @Test
  void anErrorAboutAPepperHasNothingOfIt() throws Exception {
    Path file = folder.resolve("pepper.yml");
    Files.writeString(file, "passwords: {peppers: {shop: {value: a, encoding: s3cret}}}");

    assertThatThrownBy(() -> SettingsFile.read(file))
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("must be utf8, hex or base64")
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain("s3cret"));
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.yml")))
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("none.yml can't be read");
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(String yaml, String place) {
    return assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("muster.yml")
        .hasMessageContaining(place);
  }

  private Settings read(String yaml) throws SettingsProblem, IOException {
    Path file = Files.writeString(folder.resolve("muster.yml"), yaml);
    return SettingsFile.read(file);
  }
}
