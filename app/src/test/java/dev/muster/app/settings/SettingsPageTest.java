package dev.muster.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/reference/settings.md names every setting that there is, and no other. */
class SettingsPageTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/reference/settings.md");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void everySettingIsDocumentedAndEveryDocumentedOneIsKnown() throws IOException {
    assertThat(documented("| key | values |"))
        .containsExactlyInAnyOrderElementsOf(SettingsKeys.known());
  }

  @Test
  void theExampleCanBeRead() throws Exception {
    Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
    assertThat(example.find()).isTrue();
    assertThat(SettingsFile.parse("the example", example.group(1)).defaultCountry())
        .isEqualTo("FR");
  }

  /** The names in the first column of the table with a heading. */
  private static List<String> documented(String heading) throws IOException {
    List<String> names = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(PAGE)) {
      inside = line.startsWith(heading) || (inside && line.startsWith("|"));
      if (inside && line.startsWith("| `")) {
        Matcher name = NAME.matcher(line.substring(0, line.indexOf(" | ", 2)));
        while (name.find()) {
          names.add(name.group(1));
        }
      }
    }
    return names;
  }
}
