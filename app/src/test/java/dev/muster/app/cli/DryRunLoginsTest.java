package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of dry runs name the users that would be made by the logins that they would have. */
class DryRunLoginsTest {

  @TempDir private Path folder;

  private List<String> logins(String file, String... options) throws Exception {
    String[] all = new String[options.length + 5];
    all[0] = "import";
    all[1] = file;
    all[2] = "--dry-run";
    all[3] = "--report";
    all[4] = "report.csv";
    System.arraycopy(options, 0, all, 5, options.length);
    Run run = Run.of(folder, all);
    assertThat(run.status()).as(run.err()).isLessThan(2);
    return Files.readAllLines(folder.resolve("report.csv")).stream()
        .skip(1)
        .map(line -> line.substring(line.lastIndexOf(',') + 1))
        .toList();
  }

  @Test
  void ofTables() throws Exception {
    Run.file(folder, "a.csv", "email key,first_name", "Ann@Example.org,Ann", "bad,Bob");
    assertThat(logins("a.csv")).containsExactly("Ann@Example.org", "");
    Run.file(folder, "b.csv", "Nr;Mail", "7; eve@example.org ", "8;joe@example.org");
    assertThat(logins("b.csv", "--map", "Nr=username key", "--map", "Mail=email"))
        .containsExactly("7", "8");
    Run.file(folder, "c.csv", "email key,username no-create", "ann@example.org,ann");
    assertThat(logins("c.csv")).containsExactly("ann@example.org");
    Run.file(folder, "d.csv", "_source_name,_source_id,first_name", "hr,1,Ann");
    assertThat(logins("d.csv")).containsExactly("");
  }

  @Test
  void ofUsersWhoExistAndWhoDoNot() throws Exception {
    Run.file(folder, "a.csv", "email key,username", "ann@example.org,ann");
    assertThat(Run.of(folder, "import", "a.csv").status()).isZero();
    Run.file(folder, "b.csv", "email key,first_name", "ann@example.org,A", "bob@example.org,B");

    assertThat(logins("b.csv")).containsExactly("ann", "bob@example.org");
  }

  @Test
  void ofAuthgearsRecords() throws Exception {
    Run.file(
        folder,
        "a.ndjson",
        "{\"email\":\"Ann@Example.org\",\"preferred_username\":\"Ann\"}",
        "{\"email\":\"BOB@example.org\"}",
        "{\"email\":\"no address\"}",
        "{\"email\":\"bob@example.org\",\"name\":\"Bob\"}");

    assertThat(logins("a.ndjson", "--identifier", "email", "--upsert"))
        .containsExactly("ann", "bob@example.org", "", "bob@example.org");
    Run.file(folder, "b.ndjson", "{\"phone_number\":\"+33612345678\"}", "");
    assertThat(logins("b.ndjson", "--identifier", "phone_number")).containsExactly("'+33612345678");
  }

  @Test
  void ofAuth0sRecordsAndRestAuthsUsers() throws Exception {
    Run.file(
        folder,
        "a.json",
        "[{\"email\":\"ann@example.org\"},{\"email\":\"bob@example.org\",\"username\":\"bob\"}]");
    assertThat(logins("a.json")).containsExactly("ann@example.org", "bob");
    Run.file(folder, "b.json", "{\"services\":{\"w\":{}},\"users\":{\"Ann\":{}}}");
    assertThat(logins("b.json")).containsExactly("", "ann");
  }

  @Test
  void aReportThatIsWrittenLaterHasThemToo() throws Exception {
    Run.file(folder, "a.csv", "email key", "ann@example.org");
    Run run = Run.of(folder, "import", "a.csv", "--dry-run", "--json");
    String id = String.valueOf(run.document().text("id"));

    assertThat(Run.of(folder, "imports", "report", id, "r.csv").status()).isZero();

    assertThat(Files.readAllLines(folder.resolve("r.csv")))
        .last()
        .asString()
        .endsWith(",ann@example.org");
  }
}
