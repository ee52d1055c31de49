package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records whose rows span several lines are named by their line of the file as well. */
class SpanningRowsTest {

  @TempDir private Path folder;

  private void write(String lineEnd) throws Exception {
    String text =
        String.join(
            lineEnd,
            "email,first_name",
            "ann@example.org,\"A",
            "n",
            "n",
            "!\"",
            "bad,Bob",
            "",
            "worse,\"C",
            "id\"",
            "");
    java.nio.file.Files.writeString(folder.resolve("a.csv"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void problemsNameBoth(String lineEnd) throws Exception {
    write(lineEnd);

    Run run = Run.of(folder, "import", "a.csv");

    assertThat(run.out())
        .contains(
            "data-error: 2 records: record 3, line 6 of the file; record 5, line 8 of the file");
    String id = run.out().replaceAll("(?s).*imports show (\\w+).*", "$1");
    assertThat(Run.of(folder, "imports", "show", id).out())
        .contains("record 3, line 6 of the file");
  }

  @Test
  void theDiffNamesBoth() throws Exception {
    Run.file(
        folder, "a.csv", "email,first_name", "ann@example.org,\"A", "n\"", "bob@example.org,Bob");

    assertThat(Run.of(folder, "import", "a.csv", "--diff").out())
        .contains("record 2, line 2 of the file: inserted ann@example.org")
        .contains("record 3, line 4 of the file: inserted bob@example.org");
  }

  @Test
  void theDocumentHasTheNumberOfTheRow() throws Exception {
    write("\n");

    Struct document = Run.of(folder, "import", "a.csv", "--json").document();

    Value.Array details = (Value.Array) document.get("details");
    assertThat(((Struct) details.items().get(1)).get("line")).isEqualTo(Value.of(3));
  }

  @Test
  void otherTablesHaveLines() throws Exception {
    Run.file(folder, "a.csv", "email", "ann@example.org", "bad", "\"", "\"");

    assertThat(Run.of(folder, "import", "a.csv").out()).contains("lines 3 and 4");
  }
}
