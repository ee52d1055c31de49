package dev.muster.app.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Postcodes whose leading zeros a spreadsheet left out are warned about, once for a column. */
class LostZerosTest {

  @TempDir private Path folder;

  private String warnings(String header, String... codes) throws Exception {
    return warnings(List.of(), header, codes);
  }

  private String warnings(List<String> options, String header, String... codes) throws Exception {
    StringBuilder table = new StringBuilder("username," + header + "\n");
    int number = 0;
    for (String code : codes) {
      table.append('u').append(number++).append(',').append(code).append('\n');
    }
    Files.writeString(
        folder.resolve("muster.yml"),
        "attributes: [{name: plz, label: Home postcode}, {name: zip_code}, {name: staff},"
            + " {name: home, label: Country},"
            + " {name: n, kind: integer, label: Postcode}]");
    Files.writeString(folder.resolve("t.csv"), table);
    Stream<String> command = Stream.of("import", "t.csv", "--dry-run");
    Run run = Run.of(folder, Stream.concat(command, options.stream()).toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    return run.err();
  }

  @Test
  void theColumnAndTheRemedyAreNamed() throws Exception {
    assertThat(warnings("plz", "10115", "1067", "20095", "", "80331"))
        .containsOnlyOnce(
            "Column 2, plz: most codes have 5 digits, some have fewer, and none begins with 0. The"
                + " shorter ones may be codes of another country; but if a spreadsheet left out"
                + " leading zeros, format the column as text there, and export it again.");
    assertThat(warnings("zip_code no-update", "10001", "501", "94016")).contains("Column 2, zip_");
  }

  @ParameterizedTest
  @ValueSource(strings = {"land", "Country", "country_code", "Pays", "u.country", "País"})
  void codesOfSeveralCountriesAreNotDoubted(String country) throws Exception {
    String[] rows = {"10115,DE", "1010,AT", "20095,DE", "80331,DE"};
    List<String> leftOut = List.of("--map", country + "=-");

    assertThat(warnings(leftOut, "plz," + country, rows)).doesNotContain("leading zeros");
    assertThat(warnings("plz,home", rows)).doesNotContain("leading zeros");
    assertThat(warnings("plz,staff", rows)).contains("leading zeros");
  }

  @ParameterizedTest
  @CsvSource({
    "plz, 10115, 01067, 1068, 80331", // zeros are kept
    "plz, 10115, 20095, 80331, 80333",
    "plz, 1010, 1020, 8010, 8020",
    "plz, SW1A 1AA, 1067, 10115, 80331",
    "plz, 10115, 7, 80331, 80333",
    "staff, 10115, 1067, 20095, 80331", // numbers grow
    "n, 10115, 1067, 20095, 80331"
  })
  void othersAreNotDoubted(String header, String a, String b, String c, String d) throws Exception {
    assertThat(warnings(header, a, b, c, d)).doesNotContain("leading zeros");
  }
}
