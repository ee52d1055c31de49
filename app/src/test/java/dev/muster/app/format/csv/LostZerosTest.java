package dev.muster.app.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Postcodes whose leading zeros a spreadsheet left out are warned about, once for a column. */
class LostZerosTest {

  @TempDir private Path folder;

  private String warnings(String header, String... codes) throws Exception {
    StringBuilder table = new StringBuilder("username," + header + "\n");
    int number = 0;
    for (String code : codes) {
      table.append('u').append(number++).append(',').append(code).append('\n');
    }
    Files.writeString(
        folder.resolve("muster.yml"),
        "attributes: [{name: plz, label: Home postcode}, {name: zip_code}, {name: staff},"
            + " {name: n, kind: integer, label: Postcode}]");
    Files.writeString(folder.resolve("t.csv"), table);
    Run run = Run.of(folder, "import", "t.csv", "--dry-run");
    assertThat(run.status()).as(run.err()).isZero();
    return run.err();
  }

  @Test
  void theColumnAndTheRemedyAreNamed() throws Exception {
    assertThat(warnings("plz", "10115", "1067", "20095", "", "80331"))
        .containsOnlyOnce(
            "Column 2, plz: most codes have 5 digits, some have fewer, and none begins with 0. If a"
                + " spreadsheet left out leading zeros, format the column as text there, and export"
                + " it again.");
    assertThat(warnings("zip_code no-update", "10001", "501", "94016")).contains("Column 2, zip_");
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
