package dev.muster.app.format.csv;

import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.input.InputArgument;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.Remark;
import dev.muster.problem.ShownText;
import dev.muster.profile.csv.Header;
import dev.muster.profile.csv.mapping.UsualNames;
import dev.muster.profile.csv.suggest.DataRow;
import dev.muster.value.Blanks;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why a header row is refused, if it is no header: a title, a blank row, data, or names
 * in the wrong quotes. For one table.
 */
final class HeaderDiagnosis {

  private static final int ROWS_MAX = 20;
  private static final int NAME_LENGTH_MAX = 80;

  /** How many usual names make a header of a row after one that has none. */
  private static final int USUAL_MIN = 2;

  private static final Pattern COMMENT = Pattern.compile("#|//|/\\*|--");
  private static final String OTHER_QUOTES = "“”„‟«»‘’‚'`´";

  private final Table table;
  private final ImportOptions options;
  private final int headerRow;
  private final List<String> cells;
  private int rowsSeen;
  private int blankSeen;
  private int betterRow;
  private long betterKnown;
  private final long usual;

  /** A diagnosis of the cells of a header row that was refused. */
  HeaderDiagnosis(Table table, ImportOptions options, int headerRow, List<String> cells) {
    this.table = table;
    this.options = options;
    this.headerRow = headerRow;
    this.cells = cells;
    this.betterKnown = known(cells);
    this.usual = usual(cells);
  }

  /** Whether the cells of more rows are needed. */
  boolean wantsRows() {
    return rowsSeen < ROWS_MAX && betterRow == 0;
  }

  /** Looks at a row behind the refused one. */
  void see(CsvRow row) {
    rowsSeen++;
    blankSeen += row.isBlank() ? 1 : 0;
    List<String> texts = row.cells();
    if (knownOrSplit(texts) > betterKnown
        || (usual == 0 && usual(texts) >= USUAL_MIN)
        || (!row.isBlank() && isHeader(texts))) {
      betterRow = (int) row.line();
    }
  }

  /** A remark that another row seems to be the header; empty if none does. */
  Optional<String> otherRow() {
    return betterRow > 0 ? Optional.ofNullable(explanation()) : Optional.empty();
  }

  /** The refusal, with an explanation if one was found. */
  InputRefused explained(InputRefused refusal) {
    String explanation = explanation();
    if (explanation == null) {
      return refusal;
    }
    InputProblem first = refusal.problems().get(0);
    return new InputRefused(
        new InputProblem(
            first.code(), explanation, first.line(), first.column(), first.byteOffset()));
  }

  private @Nullable String explanation() {
    if (betterRow > 0) {
      return other().with(headerRow, betterRow, betterRow);
    }
    if (cells.isEmpty()) {
      return blankHeader();
    }
    return cells.size() == 1 && splits(cells.get(0)) ? wholeRow(cells.get(0)) : ofCells();
  }

  private String blankHeader() {
    return rowsSeen == blankSeen
        ? "There is no row with a text: the first one must be a header."
        : "Row "
            + headerRow
            + " is blank, and no row below it seems to be a header: name the one that is, as in"
            + " --header-row "
            + (headerRow + 1)
            + ".";
  }

  /** What is said if another row is the header. */
  private Remark other() {
    if (cells.isEmpty() || isBlank()) {
      return Remark.HEADER_AFTER_BLANK;
    }
    return isComment() ? Remark.HEADER_AFTER_COMMENT : Remark.HEADER_AFTER_TITLE;
  }

  /** Whether the row begins like a comment of a script, and has no name of a column. */
  private boolean isComment() {
    return !cells.isEmpty()
        && COMMENT.matcher(Blanks.strip(cells.get(0))).lookingAt()
        && known(cells) == 0;
  }

  private @Nullable String ofCells() {
    if (isComment()) {
      return "Row "
          + headerRow
          + " seems to be a comment, not a header: remove it, or name the row of the header, as in"
          + " --header-row "
          + (headerRow + 1)
          + ".";
    }
    if (cells.size() == 1 && !otherDelimiter(cells.get(0)).isEmpty()) {
      return separatedBy(otherDelimiter(cells.get(0)));
    }
    for (int i = 0; i < cells.size(); i++) {
      String cell = Blanks.strip(cells.get(i));
      String bare = withoutInvisible(cell);
      if (!bare.equals(cell)) {
        return "The name in column "
            + (i + 1)
            + ", "
            + ShownText.quoted(cell)
            + ", has an invisible character ("
            + ShownText.nameOfInvisible(cell)
            + "): remove it.";
      }
      if (cell.length() > 2 && OTHER_QUOTES.indexOf(cell.charAt(0)) >= 0 && isQuotedName(cell)) {
        return "The name in column "
            + (i + 1)
            + ", "
            + ShownText.quoted(cell)
            + ", is in quotes that are none in a table: use \" or no quotes.";
      }
    }
    return known(cells) > 0 ? null : DataRow.sign(cells).map(this::data).orElse(null);
  }

  /** The character that separates names of columns in a single cell; empty if there is none. */
  private String otherDelimiter(String cell) {
    if (names(Blanks.words(cell)) > 1) {
      return " ";
    }
    for (int i = 0; i < Math.min(cell.length(), NAME_LENGTH_MAX); i++) {
      char c = cell.charAt(i);
      if (c != ' '
          && c < '\u007f'
          && c != '\n'
          && c != '\r'
          && !Character.isLetterOrDigit(c)
          && "_-.\"".indexOf(c) < 0) {
        String delimiter = String.valueOf(c);
        if (names(List.of(cell.split(Pattern.quote(delimiter), -1))) > 1) {
          return delimiter;
        }
      }
    }
    return "";
  }

  /** How many texts are names of columns, or usual ones; 0 if a text is neither. */
  private long names(List<String> texts) {
    boolean all =
        texts.stream()
            .map(Blanks::strip)
            .allMatch(it -> known(List.of(it)) == 1 || UsualNames.meaning(it).isPresent());
    return all ? texts.size() : 0;
  }

  private String separatedBy(String delimiter) {
    String start =
        "The header is a single cell, "
            + ShownText.quoted(cells.get(0))
            + ": the columns seem to be separated by ";
    String toTabs = "\\t' < " + InputArgument.of(table.input()) + " > users.tsv.";
    char first = delimiter.charAt(0);
    if (first == ' ') {
      return start + "blanks. Make tabs of them, as in tr -s ' ' '" + toTabs;
    }
    return first < ' '
        ? start
            + "the control character "
            + ShownText.cut(delimiter)
            + ". Make tabs of them, as in tr '\\0"
            + Integer.toOctalString(first)
            + "' '"
            + toTabs
        : start
            + "\""
            + delimiter
            + "\". Say so in a line of its own before the header: sep="
            + delimiter;
  }

  private String data(String sign) {
    return "There is no header: row "
        + headerRow
        + " looks like data ("
        + sign
        + "). Write the names of the columns in a row before it, such as"
        + " email,first_name,last_name. Or add --header-row 0 and name them by number, as in --map"
        + " 'column 1=email' --map 'column 2=-'; --header-row 0 --suggest-map guesses them.";
  }

  private String wholeRow(String cell) {
    for (int i = 0; i < CsvSyntax.DELIMITERS.length(); i++) {
      char delimiter = CsvSyntax.DELIMITERS.charAt(i);
      boolean used = table.description().contains(" " + CsvSyntax.nameOf(delimiter) + ",");
      if (!used && known(List.of(cell.split(Pattern.quote(String.valueOf(delimiter)), -1))) > 1) {
        return "The header is a single cell, "
            + ShownText.quoted(cell)
            + ": the columns are separated by "
            + CsvSyntax.nameOf(delimiter)
            + ", but the first line names another delimiter. Mend that line, or remove it.";
      }
    }
    return "The header is a single cell in quotes, "
        + ShownText.quoted(cell)
        + ": the rows seem to be quoted as a whole. Remove the quotes around the rows.";
  }

  private boolean splits(String cell) {
    return knownIfSplit(cell) > 1;
  }

  /** Like {@link #known}; a single cell may be a row with another delimiter than a title has. */
  private long knownOrSplit(List<String> texts) {
    return texts.size() == 1 ? Math.max(known(texts), knownIfSplit(texts.get(0))) : known(texts);
  }

  private long knownIfSplit(String cell) {
    long most = 0;
    for (int i = 0; i < CsvSyntax.DELIMITERS.length(); i++) {
      String delimiter = Pattern.quote(CsvSyntax.DELIMITERS.substring(i, i + 1));
      most = Math.max(most, known(List.of(cell.split(delimiter, -1))));
    }
    return most;
  }

  private boolean isQuotedName(String cell) {
    return OTHER_QUOTES.indexOf(cell.charAt(cell.length() - 1)) >= 0
        && known(List.of(cell.substring(1, cell.length() - 1))) == 1;
  }

  private boolean isBlank() {
    return cells.stream().allMatch(cell -> Blanks.strip(cell).isEmpty());
  }

  private boolean isHeader(List<String> texts) {
    List<String> names = HeaderCells.withoutTrailingBlanks(texts);
    if (!Header.areNames(names, options.realm(), options.attributes())) {
      return false;
    }
    try {
      return !Header.parse(names, options.realm(), options.attributes()).columns().isEmpty();
    } catch (InputRefused e) {
      return false;
    }
  }

  /** How many cells are usual names of columns. */
  private static long usual(List<String> texts) {
    return texts.stream().filter(text -> UsualNames.meaning(text).isPresent()).count();
  }

  /** How many cells begin with the name of a column or of an attribute. */
  private long known(List<String> texts) {
    return Header.knownNames(texts, options.attributes());
  }

  private static String withoutInvisible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(c -> !ShownText.isInvisible(c)).forEach(out::appendCodePoint);
    return out.toString();
  }
}
