package dev.muster.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the text of the sources has to be like. */
class SourceRulesTest {

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", ".")).resolve("..").normalize();

  /** Not ours, or made by a build. */
  private static final Set<String> SKIPPED = Set.of("target", ".git", ".idea", "__pycache__");

  /** Files of data, whose words are not the project's. */
  private static final Pattern DATA = Pattern.compile(".*\\.(csv|json|ndjson|tsv|gz|zst|db|png)");

  private static final int FILE_LINES = 300;
  private static final int COLUMNS = 100;
  private static final int METHOD_LINES = 70;

  private static List<Path> files = List.of();

  @BeforeAll
  static void findFiles() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      files = all.filter(Files::isRegularFile).filter(SourceRulesTest::isOurs).sorted().toList();
    }
    assertThat(files).as("files below " + ROOT.toAbsolutePath()).hasSizeGreaterThan(100);
  }

  private static boolean isOurs(Path file) {
    return IntStream.range(0, ROOT.relativize(file).getNameCount())
        .noneMatch(i -> SKIPPED.contains(ROOT.relativize(file).getName(i).toString()));
  }

  private static Stream<Path> sources(String tree) {
    return files.stream()
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> file.toString().replace('\\', '/').contains(tree));
  }

  @Test
  void aFileFitsInThreeHundredLines() {
    assertThat(sources("/src/main/").filter(file -> lines(file, UTF_8).size() > FILE_LINES))
        .isEmpty();
  }

  @Test
  void aLineFitsInOneHundredColumns() {
    assertThat(
            sources("/src/").flatMap(file -> places(file, UTF_8, line -> columns(line) > COLUMNS)))
        .isEmpty();
  }

  private static int columns(String line) {
    return line.codePointCount(0, line.length());
  }

  @Test
  void aMethodFitsOnOneScreen() throws IOException {
    assertThat(MethodLengths.longerThan(METHOD_LINES, sources("/src/main/").toList())).isEmpty();
  }

  @Test
  void nothingIsLeftToBeDone() {
    Pattern words = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    assertThat(
            files.stream()
                .filter(file -> !DATA.matcher(file.toString()).matches())
                .flatMap(file -> places(file, ISO_8859_1, words.asPredicate())))
        .isEmpty();
  }

  @Test
  void noTestIsSwitchedOffOrWaitsForTimeToPass() {
    Pattern words = Pattern.compile("@" + "Disabled|Thread\\." + "sleep|TimeUnit\\.\\w+\\.sleep");
    assertThat(sources("/src/test/").flatMap(file -> places(file, UTF_8, words.asPredicate())))
        .isEmpty();
  }

  @Test
  void noFileNamesAPlaceOfTheMachineItWasWrittenOn() {
    Pattern paths = Pattern.compile("(?<!\\w)/wor" + "k/|(?<!\\w)share" + "d/");
    assertThat(files.stream().flatMap(file -> places(file, ISO_8859_1, paths.asPredicate())))
        .isEmpty();
  }

  /** Arabic locales write other digits, Turkish ones have other capitals. */
  @Test
  void noResultDependsOnTheDefaultLocale() {
    Pattern calls =
        Pattern.compile(
            "\\.formatted\\s*\\("
                + "|\\.to(?:Lower|Upper)Case\\s*\\(\\s*\\)"
                + "|::(?:to(?:Lower|Upper)Case|formatted)\\b"
                + "|\\b(?:String\\s*\\.\\s*format|printf)\\s*\\(\\s*+(?!Locale\\b)"
                + "|\\bString::format\\b"
                + "|\\bDateTimeFormatter\\s*\\.\\s*ofPattern\\s*\\((?![^;]*\\bLocale\\b)"
                + "|\\bDateTimeFormatter\\s*\\.\\s*ofLocalized"
                + "|\\.toFormatter\\s*\\(\\s*\\)"
                + "|\\bNumberFormat\\s*\\.\\s*get\\w*+\\(\\s*+(?!Locale\\b)"
                + "|\\bnew\\s+(?:DecimalFormat|SimpleDateFormat|ChoiceFormat)\\b"
                + "|\\bnew\\s+MessageFormat\\s*\\((?![^;]*\\blocale\\b)"
                + "|\\bnew\\s+(?:Formatter|Scanner)\\b"
                + "|\\bLocale\\s*\\.\\s*getDefault\\b"
                + "|\\b(?:Collator|BreakIterator)\\s*\\.\\s*get\\w*\\(");
    assertThat(sources("/src/main/").flatMap(file -> matches(file, calls))).isEmpty();
  }

  /** Like {@link #places}, for patterns that may go over several lines. */
  private static Stream<String> matches(Path file, Pattern pattern) {
    String text = String.join("\n", lines(file, UTF_8));
    return pattern
        .matcher(text)
        .results()
        .map(
            match ->
                ROOT.relativize(file)
                    + ":"
                    + (1 + text.substring(0, match.start()).chars().filter(c -> c == '\n').count())
                    + ": "
                    + match.group().strip());
  }

  /** The compiler copies constants, so that ArchitectureTest doesn't see where they come from. */
  @Test
  void theEngineNamesNoFormat() {
    Pattern formats =
        Pattern.compile("dev\\.muster\\.app\\.format\\.(auth0|authgear|csv|restauth)\\.");
    assertThat(
            Stream.of("job/", "store/", "settings/", "worker/")
                .flatMap(part -> sources("/src/main/java/dev/muster/app/" + part))
                .filter(file -> !file.getParent().endsWith("restauth"))
                .flatMap(file -> places(file, UTF_8, formats.asPredicate())))
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    assertThat(
            sources("/src/main/java/")
                .filter(file -> !file.endsWith("module-info.java"))
                .map(file -> file.resolveSibling("package-info.java"))
                .distinct()
                .filter(file -> !isExplained(file)))
        .isEmpty();
  }

  private static boolean isExplained(Path packageInfo) {
    return Files.exists(packageInfo)
        && lines(packageInfo, UTF_8).contains("@NullMarked")
        && lines(packageInfo, UTF_8).get(0).startsWith("/**");
  }

  /** Where a file has such lines: its name, the line's number and the line. */
  private static Stream<String> places(Path file, Charset charset, Predicate<String> isSuch) {
    List<String> lines = lines(file, charset);
    return IntStream.range(0, lines.size())
        .filter(i -> isSuch.test(lines.get(i)))
        .mapToObj(i -> ROOT.relativize(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
  }

  private static List<String> lines(Path file, Charset charset) {
    try {
      return Files.readString(file, charset).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
