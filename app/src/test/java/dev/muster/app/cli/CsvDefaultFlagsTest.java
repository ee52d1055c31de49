package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.StoreKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A header without flags means what the rules of the realm say that the import goes into. */
class CsvDefaultFlagsTest {

  private static final String RULES =
      "realms: {open: {unique: {email: none, username: global}}, strict: {unique: {email: realm}}}";

  @TempDir Path folder;
  private String address = "";

  private Run muster(String... words) {
    return Run.of(
        folder,
        Stream.concat(Arrays.stream(words), Stream.of("--db", address)).toArray(String[]::new));
  }

  private Run importInto(String realm, String file) {
    return muster("import", file, "--realm", realm);
  }

  @ParameterizedTest
  @EnumSource
  void theyAreThoseOfTheRealmAlsoWithoutItsSettings(StoreKind kind) throws Exception {
    address = kind.emptyDirectory(folder, "muster");
    Path settings = Files.writeString(folder.resolve("muster.yml"), RULES);
    assertThat(muster("realms", "apply").status()).isZero();
    Files.delete(settings);
    Run.file(folder, "two.csv", "_source_name,_source_id,email", "hr,1,a@x.org", "hr,2,a@x.org");
    Run.file(folder, "keyless.csv", "email,first_name", "new@x.org,Ann");
    Run.file(folder, "name.csv", "email key,username", "n@x.org,ann");

    assertThat(importInto("open", "two.csv").out()).contains("inserted    2", "failed      0");
    assertThat(importInto("strict", "two.csv").out()).contains("failed");
    Run keyless = importInto("open", "keyless.csv");
    assertThat(keyless.status()).as(keyless.out() + keyless.err()).isEqualTo(2);
    assertThat(keyless.err()).contains("No column is the key");
    assertThat(importInto("strict", "keyless.csv").out()).contains("inserted    1");
    assertThat(importInto("open", "name.csv").out()).contains("inserted    1");
    assertThat(importInto("strict", "name.csv").out()).contains("inserted    1");
    assertThat(importInto("open", "name.csv").out())
        .as("taken in strict")
        .contains("failed      1");
    assertThat(muster("db", "check").status()).isZero();
  }

  /** Settings that name a realm's rules change the realm first, and only that one. */
  @ParameterizedTest
  @EnumSource
  void settingsOfAnotherRealmDoNotMatter(StoreKind kind) throws Exception {
    address = kind.emptyDirectory(folder, "muster");
    Files.writeString(folder.resolve("muster.yml"), RULES);
    assertThat(muster("realms", "apply").status()).isZero();
    Files.writeString(folder.resolve("muster.yml"), "realms: {strict: {unique: {email: none}}}");
    Run.file(folder, "keyless.csv", "email,first_name", "new@x.org,Ann");

    assertThat(importInto("open", "keyless.csv").err()).contains("No column is the key");
    Run changed = importInto("strict", "keyless.csv");
    assertThat(changed.err()).contains("No column is the key");
    Files.delete(folder.resolve("muster.yml"));
    assertThat(importInto("strict", "keyless.csv").out()).contains("inserted    1");
  }
}
