package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.cli.session.ProcessEnvironment;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/progress.svg shows what a terminal shows during an import and at its end. {@code
 * -Dmuster.write=true} makes the picture anew, from an import.
 */
class ProgressPictureTest {

  private static final Path PICTURE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/progress.svg");
  private static final Pattern BAR =
      Pattern.compile(
          "importing  █+░+ +[0-9]+%  [0-9,]+ of [0-9,]+  [0-9,]+/s(  [0-9]+ (s|min).* left)?");
  private static final int USERS = 120_000;

  @TempDir Path folder;

  @Test
  void thePictureIsOfWhatAnImportShows() throws Exception {
    List<String> shown = importOnATerminal();
    assertThat(shown).as("the bar's lines").anyMatch(line -> BAR.matcher(line).matches());
    if (Boolean.getBoolean("muster.write")) {
      Files.writeString(PICTURE, picture(shown));
    }

    String picture = Files.readString(PICTURE);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(picture.getBytes(UTF_8)));
    List<String> lines =
        Pattern.compile("<text[^>]*>([^<]*)</text>")
            .matcher(picture)
            .results()
            .map(text -> text.group(1))
            .toList();
    assertThat(lines)
        .filteredOn(line -> line.startsWith("importing"))
        .hasSize(1)
        .allMatch(line -> BAR.matcher(line).matches());
    assertThat(lines).contains("  inserted    120,000");
  }

  /** The command, a line of the bar, and the summary. */
  private List<String> importOnATerminal() throws IOException {
    try (BufferedWriter table = Files.newBufferedWriter(folder.resolve("people.csv"))) {
      table.write("email key,first_name,last_name\n");
      for (int i = 0; i < USERS; i++) {
        table.write("user" + i + "@example.com,Ann,Smith\n");
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ProcessEnvironment terminal =
        new ProcessEnvironment(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Map.of("COLUMNS", "84"),
            folder,
            false,
            false,
            true,
            Interrupts.NONE);
    assertThat(Muster.run(List.of("import", "people.csv"), terminal)).isZero();
    List<String> frames =
        Pattern.compile("[\r\n]")
            .splitAsStream(err.toString(UTF_8))
            .map(line -> line.replace("\033[K", ""))
            .filter(line -> BAR.matcher(line).matches())
            .toList();
    List<String> shown = new ArrayList<>(List.of("$ muster import people.csv"));
    frames.stream().skip(frames.size() / 2).findFirst().ifPresent(shown::add);
    out.toString(UTF_8)
        .replace("sqlite:" + folder + "/", "sqlite:")
        .replace(folder + "/", "")
        .lines()
        .filter(line -> !line.startsWith("Next:"))
        .forEach(shown::add);
    while (shown.get(shown.size() - 1).isEmpty()) {
      shown.remove(shown.size() - 1);
    }
    return shown;
  }

  private static String picture(List<String> lines) {
    int height = 20 * lines.size() + 32;
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"")
        .append(height)
        .append("\" role=\"img\" aria-label=\"A terminal during an import\">\n")
        .append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1e1e2e\"/>\n")
        .append("<g font-family=\"monospace\" font-size=\"14\" fill=\"#dcdce6\"")
        .append(" style=\"white-space:pre\"")
        .append(" xml:space=\"preserve\">\n");
    int y = 30;
    for (String line : lines) {
      String text = line.replace("&", "&amp;").replace("<", "&lt;");
      svg.append("<text x=\"16\" y=\"").append(y).append("\">").append(text).append("</text>\n");
      y += 20;
    }
    return svg.append("</g>\n</svg>\n").toString();
  }
}
