package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.settings.Settings;
import dev.muster.app.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandsTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir Path folder;

  @Test
  void settingsWithoutErrorsAreNamedAndNothingIsOpened() throws Exception {
    Run.file(folder, "muster.yml", "default_country: FR");

    Run run = Run.of(folder, "config", "check");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(folder.resolve("muster.yml").toAbsolutePath() + " has no errors.\n");
    assertThat(folder.resolve("muster.db")).doesNotExist();
    Files.delete(folder.resolve("muster.yml"));
    assertThat(Run.of(folder, "config", "check").out()).startsWith("There is no settings file");
  }

  @Test
  void anErrorInTheSettingsIsNamedWithItsPlace() throws Exception {
    Run.file(folder, "muster.yml", "limits: {dept: 8}");
    Run run = Run.of(folder, "config", "check");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("limits.dept; did you mean depth?");

    Run.file(folder, "muster.yml", "{databases: {old: 'old.db'}, database: old}");
    assertThat(Run.of(folder, "config", "check").err()).contains("no database is called old.db");
    Run.file(folder, "muster.yml", "{databases: {old: 'old.db'}}");
    assertThat(Run.of(folder, "config", "check").status()).isEqualTo(2);
  }

  @Test
  void allErrorsInTheSettingsAreToldAtOnce() throws Exception {
    Run.file(
        folder,
        "muster.yml",
        "limits: {dept: 8, depth: 3, record_bytes: many}",
        "attributes:",
        "  - {kind: string}",
        "  - {name: size, kind: enum}",
        "  - {name: age, kind: nothing, labl: Age}",
        "passwords:",
        "  scheme: md5",
        "  peppers: {Devise: s3cret, shop: {value: s3cret, encoding: hex}, forum: 1234567}",
        "mail: {host: [a], from: m@example.org, owners: [o@example.org]}",
        "authgear: {quota_per_month: 9}",
        "retention: {jobs: 30d}",
        "webhooks: [{url: 'ftp://a.example', secret_file: s}, x]");

    Run run = Run.of(folder, "config", "check");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines().map(line -> line.replaceFirst("^muster: .*muster.yml: ", "")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("attributes[0].name: is missing"),
            line -> assertThat(line).startsWith("attributes[1].choices: an enum needs"),
            line -> assertThat(line).startsWith("unknown key attributes[2].labl; did you mean"),
            line -> assertThat(line).startsWith("attributes[2].kind: there is no kind nothing"),
            line -> assertThat(line).startsWith("unknown key limits.dept; did you mean depth?"),
            line -> assertThat(line).startsWith("limits.record_bytes: must be a whole number"),
            line -> assertThat(line).startsWith("limits.depth: must be a whole number"),
            line -> assertThat(line).startsWith("passwords.scheme: md5 is none of"),
            line -> assertThat(line).startsWith("passwords.peppers.…: the name of a pepper"),
            line -> assertThat(line).startsWith("passwords.peppers.shop.value: is not hex"),
            line -> assertThat(line).startsWith("passwords.peppers.forum: must be a text"),
            line -> assertThat(line).startsWith("mail.host: must be a text"),
            line -> assertThat(line).startsWith("webhooks[1] must be a mapping"),
            line -> assertThat(line).startsWith("webhooks[0].url: must be HTTPS"),
            line -> assertThat(line).startsWith("retention.jobs: must be at least 31d"));
    assertThat(run.err()).doesNotContain("s3cret", "1234567");
  }

  @Test
  void allAddressesAndPeppersAreChecked() throws Exception {
    Run.file(
        folder,
        "muster.yml",
        "databases: {old: old.db, older: 'sqlite:older.db', new: new.db}",
        "passwords: {peppers: {shop: {file: none}, forum: {file: none.txt}}}");

    Run run = Run.of(folder, "config", "check");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("muster: databases.new: no database is called"),
            line -> assertThat(line).startsWith("muster: databases.old: no database is called"),
            line -> assertThat(line).startsWith("muster: passwords.peppers.forum: "),
            line -> assertThat(line).startsWith("muster: passwords.peppers.shop: "));
  }

  @Test
  void constantsOfMappingsAreChecked() throws Exception {
    Run.file(
        folder,
        "muster.yml",
        "passwords: {peppers: {devise: s3cret}}",
        "mappings:",
        "  shop: {constants: {password_scheme: bycrypt}}",
        "  forum: {constants: {password_scheme: recipe, password_recipe: sha1(salt + pasword)}}",
        "  old: {constants: {password_scheme: argon2, password_iterations: many}}",
        "  site: {constants: {password_scheme: recipe,",
        "    password_recipe: 'sha1(password + pepper(\"site\"))'}}",
        "  good: {constants: {password_scheme: recipe,",
        "    password_recipe: 'sha1(password + pepper(\"devise\"))', _realm: x}}",
        "  open: {constants: {password_recipe: sha1(salt + password)}}",
        "  none: {columns: {Mail: email}}");

    Run run = Run.of(folder, "config", "check");

    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.err().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("muster: mappings.forum.constants.password_recipe: every row that")
                    .contains("Character 13: there is no such value"),
            line ->
                assertThat(line)
                    .startsWith("muster: mappings.old.constants.password_iterations: ")
                    .contains("Enter a whole number."),
            line ->
                assertThat(line)
                    .startsWith("muster: mappings.shop.constants.password_scheme: ")
                    .contains("did you mean bcrypt?"),
            line ->
                assertThat(line)
                    .startsWith("muster: mappings.site.constants.password_recipe: ")
                    .contains("needs the pepper \"site\""));
    assertThat(run.err()).doesNotContain("many", "pasword", "s3cret");
  }

  @Test
  void constantsOfMappingsAreCheckedWithoutThePeppers() throws Exception {
    Run.file(
        folder,
        "muster.yml",
        "passwords: {peppers: {shop: {file: none}}}",
        "mappings: {shop: {constants: {password_scheme: bycrypt}}}");

    assertThat(Run.of(folder, "config", "check").err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("muster: mappings.shop.constants.password_scheme"),
            line -> assertThat(line).startsWith("muster: passwords.peppers.shop: "));
  }

  @Test
  void whatIsPrintedHasEveryDefaultAndCanBeReadBack() throws Exception {
    Run.file(
        folder,
        "muster.yml",
        "database: sqlite:people.db",
        "realms: {staff: {unique: {email: global}}}",
        "attributes: [{name: age, kind: integer, minimum: 0, maximum: 150.5, label: Âge},",
        "  {name: size, kind: enum, choices: [S, 'on', '1']}]",
        "retention: {jobs: 36h}");

    Run run = Run.of(folder, "config", "print");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith(
            "# settings: "
                + folder.resolve("muster.yml").toAbsolutePath()
                + " (found here)\n# database: the settings file\n")
        .contains("\ndefault_country: US\n", "\n  depth: 32\n", "\n  jobs: 36h\n");
    Settings before = SettingsFile.read(folder.resolve("muster.yml"));
    Settings after = SettingsFile.parse("printed", run.out());
    assertThat(after.attributes()).isEqualTo(before.attributes());
    assertThat(after.retention()).isEqualTo(before.retention());
    assertThat(after.database()).isEqualTo(before.database());
    assertThat(after.realm("staff", 1)).isEqualTo(before.realm("staff", 1));
    assertThat(after.limits()).isEqualTo(before.limits());
    assertThat(after.passwords()).isEqualTo(before.passwords());
  }

  @Test
  void passwordsOfDatabasesAreNotPrinted() throws Exception {
    Run.file(
        folder,
        "muster.yml",
        "database: main",
        "databases:",
        "  main: postgresql://muster:hush-hush@db.example.com/muster",
        "  copy: postgresql://muster@db.example.com/copy?password=hush-hush");

    Run run = Run.of(folder, "config", "print");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("database: postgresql://muster@db.example.com/muster")
        .contains("copy: postgresql://muster@db.example.com/copy\n")
        .doesNotContain("hush");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void secretsOfWebhooksAreNotPrinted() throws Exception {
    Run.file(
        folder,
        "muster.yml",
        "webhooks:",
        "  - {url: 'https://example.org/a?token=hush', secret: " + SECRET + "}",
        "  - {url: 'https://example.org/b', secrets: [" + SECRET + "], realms: [staff]}");

    Run run = Run.of(folder, "config", "print");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("url: https://example.org/a?(left out)\n", "url: https://example.org/b\n")
        .contains("- (left out)\n", "- import.completed\n", "- staff\n")
        .doesNotContain("hush", "whsec_");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void whereEachSettingComesFromIsSaid() throws Exception {
    Run.file(folder, "other.yml", "default_country: FR");
    Map<String, String> environment =
        Map.of("MUSTER_DB", "sqlite:env.db", "MUSTER_CONFIG", "other.yml");

    Run run = Run.in(folder, new byte[0], environment, Interrupts.NONE, "config", "print");

    assertThat(run.out())
        .contains("other.yml (MUSTER_CONFIG)\n# database: MUSTER_DB\n")
        .contains("database: sqlite:env.db\n");
    assertThat(Run.of(folder, "config", "print", "--db", "sqlite:x.db").out())
        .contains("# settings: defaults", "# database: --db");
  }

  @Test
  void secretsOfMappingsAreNotPrinted() throws Exception {
    Run.file(
        folder,
        "muster.yml",
        "mappings:",
        "  old:",
        "    constants: {password_key: hush-hush, password_scheme: hmac, _role_name: agent}");

    Run run = Run.of(folder, "config", "print");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("*****", "password_scheme: hmac", "_role_name: agent")
        .doesNotContain("hush");
  }
}
