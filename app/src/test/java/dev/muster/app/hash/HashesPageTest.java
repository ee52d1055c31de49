package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/hashes.md is what the registry says; {@code -Dmuster.write=true} writes it anew. */
class HashesPageTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().resolveSibling("docs").resolve("hashes.md");

  private static final String HEAD =
      """
      # Password hashes

      The schemes that Muster knows, by the names that reports and `muster users show` use. This
      page is made from the registry.

      `muster hash identify` tells which of them a hash can be, `muster hash verify` whether a
      password fits, and `muster hash solve` finds out how a hash was made when nobody knows any
      more. `muster import --prove LOGIN` tries known passwords against an input's hashes before
      anything is imported.

      A hash is checked when it comes in: its form, and that verifying it takes bearable time and
      memory. *Legacy* schemes are verified like others, and no longer advisable: whoever still has
      such a hash should get a new one when the password is next seen. What can't be verified is
      refused by name. Hashes that take much memory share a quarter of the heap (`MUSTER_HEAP`):
      however many are made or verified at once, they wait for each other rather than run out of it.

      """;

  @Test
  void thePageIsWhatTheRegistrySays() throws IOException {
    if (Boolean.getBoolean("muster.write")) {
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE).hasContent(page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("| scheme | | |\n|---|---|---|\n");
    for (KnownScheme scheme : StandardSchemes.known()) {
      page.append("| [")
          .append(scheme.name())
          .append("](#")
          .append(scheme.name())
          .append(") | ")
          .append(cell(scheme.about().title()))
          .append(" | ")
          .append(scheme.about().advice().meaning())
          .append(" |\n");
    }
    StandardSchemes.known().forEach(scheme -> section(page, scheme));
    return page.toString();
  }

  private static void section(StringBuilder page, KnownScheme scheme) {
    About about = scheme.about();
    page.append("\n## ").append(scheme.name()).append("\n\n");
    for (String line :
        List.of(
            about.title() + "; " + about.advice().meaning() + ".",
            "",
            "    " + about.example(),
            "",
            "- from: " + about.origin(),
            "- export: " + about.export())) {
      page.append(line).append('\n');
    }
    if (about.advice() != Advice.UNVERIFIABLE) {
      page.append("- the example is of `").append(about.password()).append("`\n");
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
