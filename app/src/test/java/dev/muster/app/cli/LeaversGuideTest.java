package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of docs/guides/leavers.md print what the page shows. {@code -Dmuster.write=true}
 * writes the page anew.
 */
class LeaversGuideTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/guides/leavers.md");

  /** A file with its name, or a command with its output. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "<!-- file (\\S+) -->\n```csv\n(.*?)```\n|```console\n\\$ muster ([^\n]*)\n(.*?)```\n",
          Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theCommandsPrintWhatThePageShows() throws Exception {
    String page = Files.readString(PAGE);
    StringBuilder wanted = new StringBuilder();
    Matcher block = BLOCK.matcher(page);
    int commands = 0;
    while (block.find()) {
      String shown = block.group();
      if (block.group(1) != null) {
        Files.writeString(folder.resolve(block.group(1)), block.group(2));
      } else {
        commands++;
        String command = block.group(3);
        shown = "```console\n$ muster " + command + "\n" + output(command) + "```\n";
      }
      block.appendReplacement(wanted, Matcher.quoteReplacement(shown));
    }
    block.appendTail(wanted);
    if (Boolean.getBoolean("muster.write")) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(commands).isEqualTo(4);
    assertThat(Files.readString(PAGE)).isEqualTo(wanted.toString());
  }

  private String output(String command) {
    Run run = Run.of(folder, command.split(" "));
    return (run.err() + run.out())
        .replace(folder + "/", "")
        .replaceAll("imp_[0-9a-z]{12}", "imp_0x3k9q7m2v8d")
        .replaceAll("  in [^,]*, [0-9,]+ a second", "  in 0.04 s, 100 a second")
        .replaceAll("(?m) +$", "");
  }
}
