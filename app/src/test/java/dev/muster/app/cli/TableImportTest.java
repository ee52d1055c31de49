package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as people have them, through the command line. */
class TableImportTest {

  @TempDir Path folder;

  private Run run(String table, String... arguments) throws Exception {
    Files.writeString(folder.resolve("users.csv"), table);
    String[] all = new String[arguments.length + 2];
    all[0] = "import";
    all[1] = "users.csv";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Run.of(folder, all);
  }

  @Test
  void blanksAroundQuotesMeanNothing() throws Exception {
    Run run = run("email,first_name,last_name\nann@example.org, \"Ann, M\", Bell\n");

    assertThat(run.status()).isZero();
    assertThat(Run.of(folder, "users", "show", "ann@example.org", "--json").out())
        .contains("\"Ann, M\"", "\"Bell\"");
  }

  @Test
  void surplusCellsAreWarnedOfAndKeptInRejects() throws Exception {
    Run run =
        run(
            """
            last_name,first_name,email
            Bell, Jr,Ann,ann@example.org
            Cole,Bob,bob@example.org,x
            """,
            "--rejects",
            "again.csv");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("warning: 2 rows have more cells than the header");
    assertThat(run.out()).contains("column 4 has a value, but no name in the header");
    assertThat(Files.readString(folder.resolve("again.csv")))
        .contains("Bell, Jr,Ann,ann@example.org\n");
  }

  @Test
  void theHeaderRowIsAnOption() throws Exception {
    String table = "Users of 2026\n\nemail;first_name\nann@example.org;Ann\n";

    assertThat(run(table).err()).contains("in row 3: add --header-row 3");
    assertThat(run(table, "--header-row", "3").status()).isZero();
    assertThat(run(table, "--header-row", "-1").err()).contains("--header-row is a number from 0");
  }

  @Test
  void anEmptyRowFailsAndIsToldToBeEmpty() throws Exception {
    Run run = run("email,first_name\nann@example.org,Ann\n,\n \u001a\n");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("The row is empty.").containsPattern("failed +2\n");
  }

  @Test
  void recordsOfOneLineAreToldByTheirNumber() throws Exception {
    String text = "{\"identifier\":\"email\",\"records\":[{\"email\":\"a@b.cd\"},{\"email\":5}]}";

    assertThat(run(text).out()).contains("1 record, number 2");
  }
}
