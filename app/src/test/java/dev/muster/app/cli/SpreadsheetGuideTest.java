package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/guides/spreadsheets.md tells people to do works. */
class SpreadsheetGuideTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/guides/spreadsheets.md");

  @TempDir private Path folder;

  private static List<String> blocks(String language) throws Exception {
    List<String> blocks = new ArrayList<>();
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  private Run run(String command) {
    String[] words = command.strip().split(" ");
    assertThat(words[0]).isEqualTo("muster");
    return Run.of(folder, List.of(words).subList(1, words.length).toArray(String[]::new));
  }

  @Test
  void itsCommandsDoWhatItSays() throws Exception {
    Files.writeString(folder.resolve("people.csv"), blocks("csv").get(0));
    Files.writeString(folder.resolve("muster.yml"), blocks("yaml").get(0));
    List<String> commands = blocks("sh");

    Run guess = run(commands.get(0));
    assertThat(guess.status()).as(guess.err()).isZero();
    Files.writeString(folder.resolve("guess.yml"), guess.out());
    Run guessed = run("muster import people.csv --map guess.yml --dry-run");
    assertThat(guessed.out()).as(guessed.err()).contains("inserted    2", "failed      1");
    Files.writeString(folder.resolve("mapping.yml"), blocks("yaml").get(1));

    Run tried = run(commands.get(1));
    assertThat(tried.out()).contains("inserted    2", "failed      1", "30.02.1980");
    assertThat(run(commands.get(2)).out()).contains("inserted    2", "failed      1");
    Run rest = run(commands.get(3));
    assertThat(rest.status()).as(rest.out() + rest.err()).isZero();
    assertThat(rest.out()).contains("inserted    1", "left out \"n/a\"");
    assertThat(run("muster users show bob@example.org --json").out())
        .contains("1970-12-03", "+491712345678", "\"active\":false");
  }
}
