package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {

  private static final String[] TABLE = {
    "username key,first_name,email,_role_name",
    "ada,Ada,ada@example.com,",
    "bob,Bob,bad,",
    "eve,Eve,eve@example.com,nurse"
  };

  @TempDir Path folder;

  @BeforeEach
  void writeInputs() throws Exception {
    Run.file(folder, "users.csv", TABLE);
    Run.file(folder, "good.csv", TABLE[0], TABLE[1]);
    Run.file(
        folder,
        "lines.ndjson",
        "{\"email\":\"ada@example.com\",\"name\":\"Ada\"}",
        "{\"email\":5,\"password\":{\"type\":\"bcrypt\",\"password_hash\":\"secret\"}}");
  }

  @Test
  void anImportWithoutProblemsEndsWithZeroAndSaysWhatToTryNext() {
    Run run = Run.of(folder, "import", "good.csv");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Imported ")
        .contains("(csv, commas, UTF-8) into realm default of sqlite:")
        .containsPattern("inserted +1\n")
        .containsPattern("total +1  in [0-9.]+ s")
        .contains("Next: muster users list; this report again: muster imports show imp_");
  }

  @Test
  void aRecognisedFormatIsAnnouncedOnStandardError() {
    assertThat(Run.of(folder, "import", "good.csv").err()).contains("as csv, commas, UTF-8");
    assertThat(Run.of(folder, "import", "good.csv", "--format", "csv").err()).isEmpty();
  }

  @Test
  void problemsAreGroupedByCodeWithTheirLinesAndColumns() {
    Run run = Run.of(folder, "import", "users.csv");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("data-error: 1 record, line 3\n")
        .contains("column 3 (email): Enter a valid email address.")
        .contains("role-not-found: 1 record, line 4\n")
        .contains("The following roles were missing: nurse\n")
        .contains("muster imports rejects imp_");
  }

  @Test
  void problemsOfOneCodeSayWhatTheyAreAndWhere() throws Exception {
    Run.file(
        folder,
        "many.json",
        "{\"upsert\": true, \"identifier\": \"email\", \"records\": [",
        "{'email': 1}, {'email': 'x'}, {'email': 'y'}, {'email': 'a@b.c', 'name': ''},"
                .replace('\'', '"')
            + " {\"email\": \"a@b.c\", \"locale\": \"zh_TW\"}]}");

    assertThat(Run.of(folder, "import", "many.json").out())
        .contains("  ValidationFailed: 5 records, numbers 1, 2, 3, 4 and 5\n")
        .contains("    /email: must be a string, not a number. The value is 1 (1 record, line 2)\n")
        .contains("    /email: must be a bare e-mail address. For example \"x\" (2 records, ")
        .contains("    /name: must not be empty (1 record, number 4)\n")
        .contains("    /locale: ");
  }

  @Test
  void keysThatDoNotExistAreNamed() throws Exception {
    String many = IntStream.range(0, 12).mapToObj(i -> "\"g" + i + "\"").collect(joining(","));
    Run.file(
        folder,
        "lines.ndjson",
        "{\"email\":\"a@example.com\",\"roles\":[\"nurse\",\"cook\"]}",
        "{\"email\":\"b@example.com\",\"roles\":[\"nurse\",\"smith\"]}",
        "{\"email\":\"c@example.com\",\"groups\":[" + many + "]}");

    Run run =
        Run.of(folder, "import", "lines.ndjson", "--identifier", "email", "--rejects", "r.ndjson");

    assertThat(run.out())
        .contains("    /roles: unknown role keys: nurse, cook, smith\n")
        .contains(
            "    /groups: unknown group keys: g0, g1, g2, g3, g4, g5, g6, g7, g8, g9 and others\n");
    assertThat(Files.readAllLines(folder.resolve("r.ndjson")))
        .element(1)
        .asString()
        .contains("\"RoleUnknownKeys, /roles: unknown role keys: nurse, smith\"");
  }

  @Test
  void theDocumentHasItsMembersInTheirOrder() {
    Run run = Run.of(folder, "import", "lines.ndjson", "--identifier", "email", "--json");
    Struct document = run.document();

    assertThat(run.status()).isEqualTo(1);
    assertThat(document.names()).containsExactly("id", "status", "summary", "input", "details");
    assertThat(document.text("status")).isEqualTo("completed");
    assertThat(((Struct) document.get("summary")).names())
        .containsExactly("total", "inserted", "updated", "skipped", "failed", "changed");
    assertThat(details(document).get(0).names())
        .containsExactly("index", "line", "record", "outcome", "user_id");
    assertThat(details(document).get(1).names())
        .containsExactly("index", "line", "record", "outcome", "errors");
    assertThat(run.out()).doesNotContain("secret").endsWith("}\n");
  }

  @Test
  void theDocumentOfATableShowsEveryCell() {
    Struct document = Run.of(folder, "import", "users.csv", "--json").document();
    Struct bob = details(document).get(1);

    assertThat(bob.names()).containsExactly("index", "line", "outcome", "cells");
    assertThat(((Value.Array) bob.get("cells")).items()).hasSize(4);
  }

  @Test
  void theDocumentListsAsMuchAsIsAskedFor() {
    List<Struct> problems =
        details(Run.of(folder, "import", "users.csv", "--json", "--details=problems").document());
    assertThat(problems).extracting(detail -> detail.text("outcome")).hasSize(2);

    assertThat(
            details(Run.of(folder, "import", "users.csv", "--json", "--details=none").document()))
        .isEmpty();
  }

  @Test
  void aDryRunWritesNothingAndNamesNobodyWhomItImagined() {
    Run run = Run.of(folder, "import", "good.csv", "--dry-run", "--diff", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.document().get("dry_run")).isEqualTo(Value.TRUE);
    assertThat(details(run.document()).get(0).names())
        .contains("changes")
        .doesNotContain("user_id");
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("0\n");
  }

  @Test
  void aDiffInWordsShowsWhatEachRecordChanges() {
    Run run = Run.of(folder, "import", "good.csv", "--dry-run", "--diff");

    assertThat(run.out())
        .contains("line 2: inserted ada\n")
        .contains("  + email  \"ada@example.com\"\n")
        .contains("Dry run of ")
        .contains("No user was changed");
    assertThat(Run.of(folder, "import", "good.csv").status()).isZero();
    assertThat(Run.of(folder, "import", "good.csv", "--diff").out())
        .contains("No record changes anything.")
        .contains("(1 changed nothing)");
  }

  @Test
  void allOrNothingIsNothingWhenARecordFails() {
    Run run = Run.of(folder, "import", "users.csv", "--atomic");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("Not imported: ")
        .contains("all or nothing, and 1 record failed");
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("0\n");
  }

  @Test
  void aTableIsNotImportedWithoutItsUpdates() throws Exception {
    Run.file(folder, "good.csv", "username key", "eve");
    assertThat(Run.of(folder, "import", "good.csv", "--upsert").status()).isZero();

    Run run = Run.of(folder, "import", "good.csv", "--no-upsert");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("leave --no-upsert out");
  }

  @Test
  void standardInputIsAFileLikeAnyOther() {
    byte[] input = String.join("\n", TABLE).getBytes(UTF_8);

    assertThat(Run.with(folder, input, "import", "-", "--json").status()).isEqualTo(1);
    assertThat(Run.with(folder, input, "import", "--dry-run").out())
        .contains("standard input (csv");
  }

  @Test
  void aRefusedInputIsADocumentToo() throws Exception {
    Run.file(folder, "broken.json", "{\"records\":", "  [{]}");

    Run run = Run.of(folder, "import", "broken.json", "--json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.document().get("id")).isEqualTo(Value.NULL);
    Struct error = (Struct) ((Value.Array) run.document().get("errors")).items().get(0);
    assertThat(error.names()).containsExactly("code", "message", "line", "column", "byte_offset");
    assertThat(run.err()).contains("nothing was imported");
  }

  @Test
  void anUnknownRealmIsBadUsageWithADocument() {
    Run run = Run.of(folder, "import", "good.csv", "--realm", "nowhere", "--json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("\"code\":\"usage\"").contains("no realm nowhere");
  }

  @Test
  void whatCannotBeReadIsRefused() {
    assertThat(Run.of(folder, "import", "gone.csv").err()).contains("there is no such file");
    assertThat(Run.of(folder, "import", ".").err()).contains("is a directory");
    assertThat(Run.of(folder, "import", "good.csv", "--identifier", "name").err())
        .contains("--identifier is one of email, preferred_username, phone_number");
  }

  @Test
  void aRefusalOfARecognisedFormatSaysWhichItWas() throws Exception {
    Run.file(folder, "notes.txt", "Dear reader,", "hello");

    assertThat(Run.of(folder, "import", "notes.txt").err())
        .contains("looks like csv; if it is not, name it with --format");
  }

  @Test
  void aPlaceIsSaidOnce() throws Exception {
    Files.write(folder.resolve("latin.csv"), "username key\nz\u00e9\n".getBytes(ISO_8859_1));

    assertThat(Run.of(folder, "import", "latin.csv", "--encoding", "utf-8").err())
        .contains("muster: Byte 14, on line 2, is not valid UTF-8.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \t\r\n \n", "\uFEFF \n"})
  void whatHoldsNothingIsNoTable(String text) throws Exception {
    Files.writeString(folder.resolve("input"), text);

    Run run = Run.of(folder, "import", "input", "--json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("input is empty, or only white space: there is nothing to import")
        .doesNotContain("csv");
    assertThat(run.out()).contains("\"code\":\"unknown-csv-dialect\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", " true\n", "-4.5e3"})
  void aLoneValueOfJsonIsNoTable(String text) throws Exception {
    Files.writeString(folder.resolve("input"), text);

    Run run = Run.of(folder, "import", "input");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("input is only the JSON value " + text.strip() + ", which no format")
        .doesNotContain("csv");
  }

  @Test
  void junkAfterACompressedInputRefusesAllOfIt() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(Files.readAllBytes(folder.resolve("good.csv")));
    }
    Files.write(folder.resolve("good.csv.gz"), out.toByteArray());
    out.write("more".getBytes(UTF_8));
    Files.write(folder.resolve("bad.csv.gz"), out.toByteArray());

    Run run = Run.of(folder, "import", "bad.csv.gz", "--json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("something that is not gzip follows its end");
    assertThat(run.out()).contains("\"code\":\"unreadable-input\"");
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("0\n");
    assertThat(Run.of(folder, "import", "good.csv.gz").status()).isZero();
  }

  @Test
  void aPipeIsAFileLikeAnyOther() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(isMade(pipe));
    CompletableFuture<Long> writer =
        CompletableFuture.supplyAsync(
            () -> {
              try (OutputStream out = Files.newOutputStream(pipe, StandardOpenOption.WRITE)) {
                return Files.copy(folder.resolve("good.csv"), out);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });

    Run run = Run.of(folder, "import", "pipe");
    assertThat(writer.join()).isPositive();

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Imported " + pipe + " (csv").containsPattern("inserted +1\n");
  }

  private static boolean isMade(Path pipe) throws Exception {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Struct> details(Struct document) {
    return ((Value.Array) document.get("details"))
        .items().stream().map(Struct.class::cast).toList();
  }

  /** Kept here, where the inputs are: reading one needs its file to stay. */
  @Test
  void theInputStaysAsItWas() throws Exception {
    String before = Files.readString(folder.resolve("users.csv"));
    assertThat(Run.of(folder, "import", "users.csv").status()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("users.csv"))).isEqualTo(before);
  }
}
