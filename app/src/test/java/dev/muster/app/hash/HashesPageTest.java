package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.spelling.KnownSpelling;
import dev.muster.app.hash.spelling.StandardSpellings;
import dev.muster.password.CostBounds;
import dev.muster.password.HashPart;
import dev.muster.password.HashReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/hashes.md is up to date; {@code -Dmuster.write=true} regenerates it. */
class HashesPageTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().resolveSibling("docs").resolve("hashes.md");

  @Test
  void thePageIsWhatTheRegistrySays() throws IOException {
    if (Boolean.getBoolean("muster.write")) {
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE).hasContent(page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append(HashesPageTexts.HEAD.formatted(DocumentedHash.ALL.size()));
    List<HashSystem> systems =
        HashSystem.ALL.stream().filter(system -> !system.hashes().isEmpty()).toList();
    page.append(
        systems.stream()
            .map(system -> "[" + system.name() + "](#" + anchor(system.name()) + ")")
            .collect(Collectors.joining(",\n")));
    page.append(",\n[others](#programs-that-made-their-own)\n");
    systems.forEach(system -> section(page, system));
    section(page, others(systems));
    page.append('\n').append(HashesPageTexts.PROVING);
    page.append(HashesPageTexts.COSTS);
    page.append(
        ImportsChapter.TEXT
            .strip()
            .formatted(digests(), assemblies(), RecipeChapter.TEXT, spellings()));
    page.append(
            "\n\nIn JSON, HASH stands for the text, or for a part of it in the encoding that is")
        .append(" named; SALT and KEY likewise.\n");
    StandardSchemes.known().forEach(scheme -> section(page, scheme));
    StandardSpellings.known().forEach(spelling -> section(page, spelling));
    return page.toString();
  }

  /** What belongs to none of the systems. */
  private static HashSystem others(List<HashSystem> systems) {
    Set<String> named =
        systems.stream()
            .flatMap(system -> system.hashes().stream())
            .map(DocumentedHash::name)
            .collect(Collectors.toSet());
    List<String> left =
        DocumentedHash.ALL.stream()
            .map(DocumentedHash::name)
            .filter(name -> !named.contains(name))
            .toList();
    return new HashSystem(
        "Programs that made their own",
        Pattern.compile("(?!)"),
        left,
        "`muster hash solve` finds the recipe of one hash whose password is known.");
  }

  /** A heading's anchor, as GitHub makes it. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
  }

  private static void section(StringBuilder page, HashSystem system) {
    List<DocumentedHash> hashes = system.hashes();
    page.append("\n### ").append(system.name()).append("\n\n");
    if (system.export().isEmpty()) {
      hashes.stream()
          .map(hash -> hash.about().export())
          .distinct()
          .forEach(export -> page.append("- export: ").append(export).append('\n'));
    } else {
      page.append("- export: ").append(system.export()).append('\n');
    }
    if (!system.unread().isEmpty()) {
      page.append("- not read: ").append(system.unread()).append('\n');
    }
    page.append("\n| looks like | scheme | | csv | restauth, authgear | auth0 |\n")
        .append("|---|---|---|---|---|---|\n");
    for (DocumentedHash hash : hashes) {
      List<ImportForm> forms = hash.forms();
      page.append("| ")
          .append(code(hash.about().example()))
          .append(" | [")
          .append(hash.name())
          .append("](#")
          .append(hash.anchor())
          .append(") | ")
          .append(hash.about().advice().meaning())
          .append(" | ")
          .append(brief(forms.get(0)))
          .append(" | ")
          .append(brief(forms.get(1)).equals(brief(forms.get(2))) ? brief(forms.get(1)) : "differ")
          .append(" | ")
          .append(brief(forms.get(3)))
          .append(" |\n");
    }
  }

  /** The beginning of an example. */
  private static String code(String example) {
    String start = example.length() > 40 ? example.substring(0, 36) + "…" : example;
    return "`" + start.replace("|", "\\|") + "`";
  }

  private static List<ImportForm> forms(KnownScheme scheme) {
    return ImportForm.of(scheme.name(), scheme.about().example());
  }

  private static String brief(ImportForm form) {
    if (!form.isTaken()) {
      return "no";
    }
    return switch (form.format()) {
      case "csv" -> form.naming().isEmpty() ? "as it is" : "with its name";
      case "auth0" -> "`" + form.naming().replace("algorithm ", "") + "`";
      default -> "by its name";
    };
  }

  private static String digests() {
    return Stream.of(Digest.values())
        .map(digest -> "`" + digest.wireName() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String assemblies() {
    StringBuilder rows = new StringBuilder();
    HashAssembly.all()
        .forEach(
            (scheme, assembly) ->
                rows.append("| `")
                    .append(scheme)
                    .append("` | ")
                    .append(columns(assembly.required()))
                    .append(" | ")
                    .append(columns(assembly.optional()))
                    .append(" |\n"));
    return rows.toString();
  }

  private static String columns(Set<HashPart> parts) {
    return Stream.of(HashPart.values())
        .filter(parts::contains)
        .map(part -> "`" + part.columnName().replace("password_", "") + "`")
        .collect(Collectors.joining(" "));
  }

  private static void section(StringBuilder page, KnownScheme scheme) {
    About about = scheme.about();
    page.append("\n### Scheme ").append(scheme.name()).append("\n\n");
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
      forms(scheme)
          .forEach(
              form ->
                  page.append("- ")
                      .append(form.format())
                      .append(": ")
                      .append(form.isTaken() ? "`" + form.words() + "`" : "no")
                      .append('\n'));
      page.append("- the example is of `").append(about.password()).append("`\n");
    }
  }

  private static String spellings() {
    StringBuilder rows = new StringBuilder();
    for (KnownSpelling spelling : StandardSpellings.known()) {
      rows.append("| [")
          .append(spelling.name())
          .append("](#spelling-")
          .append(spelling.name())
          .append(") | ")
          .append(spelling.about().title().replace("|", "\\|"))
          .append(" | ")
          .append(readAs(spelling))
          .append(" |\n");
    }
    return rows.toString();
  }

  private static String readAs(KnownSpelling spelling) {
    HashReading reading = StandardSchemes.all(CostBounds.DEFAULTS).read(spelling.about().example());
    String scheme = ReadHash.of(reading).scheme();
    return "[" + scheme + "](#scheme-" + scheme + ")";
  }

  private static void section(StringBuilder page, KnownSpelling spelling) {
    About about = spelling.about();
    page.append("\n### Spelling ").append(spelling.name()).append("\n\n");
    spelling
        .omissible()
        .ifPresent(
            tag ->
                page.append("Without `")
                    .append(tag)
                    .append("` before it, the scheme to name is `")
                    .append(spelling.name())
                    .append("`.\n\n"));
    for (String line :
        List.of(
            about.title() + "; read as " + readAs(spelling) + "; " + about.advice().meaning() + ".",
            "",
            "    " + about.example(),
            "",
            "- from: " + about.origin(),
            "- export: " + about.export(),
            "- the example is of `" + about.password() + "`")) {
      page.append(line).append('\n');
    }
    if (!spelling.tags().isEmpty()) {
      page.append("- tags: `{")
          .append(String.join("}` `{", spelling.tags()))
          .append("}`, in upper or lower case\n");
    }
  }
}
