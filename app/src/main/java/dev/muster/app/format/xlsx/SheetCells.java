package dev.muster.app.format.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a sheet row by row, as the spreadsheet shows them. For one thread. */
public final class SheetCells implements Closeable {

  /** The sizes of the largest sheet. */
  private static final int COLUMNS_MAX = 16_384;

  private static final int ROWS_MAX = 1_048_576;

  private final XMLStreamReader in;
  private final SharedTexts texts;
  private final NumberFormats formats;
  private final boolean since1904;
  private final int charactersMax;
  private @Nullable String[] cells = new String[16];
  private int size;
  private int row;
  private boolean blank;
  private boolean hidden;
  private @Nullable BitSet errors;
  private int width = COLUMNS_MAX;
  private int surplus = -1;
  private long characters;

  SheetCells(
      XMLStreamReader in,
      SharedTexts texts,
      NumberFormats formats,
      boolean since1904,
      int charactersMax) {
    this.in = in;
    this.texts = texts;
    this.formats = formats;
    this.since1904 = since1904;
    this.charactersMax = charactersMax;
  }

  /**
   * Goes to the next row that is stored; false at the end.
   *
   * @param wanted chooses cells by their 0-based column; others are null
   * @throws WorkbookProblem if the sheet is damaged, or a cell has a formula without a value
   */
  public boolean next(IntPredicate wanted) throws IOException {
    try {
      while (in.hasNext()) {
        int event = in.next();
        if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("row")) {
          beginRow();
          readRow(wanted);
          return true;
        }
        if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("sheetData")) {
          return false;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw WorkbookParts.damaged(e);
    }
  }

  /** The 1-based number of the row. */
  public int row() {
    return row;
  }

  /** Whether no cell of the row has a text, wanted or not. */
  public boolean isBlank() {
    return blank;
  }

  /** Whether the spreadsheet does not show the row. */
  public boolean isHidden() {
    return hidden;
  }

  /** After the last row: merged cells that have several rows below one, such as {@code A3:A4}. */
  public Optional<String> mergedBelow(int number) {
    return MergedCells.below(number, in);
  }

  /**
   * From the next row on, puts the texts from a column on next to each other: they may be few, and
   * far apart.
   */
  public void packFrom(int column) {
    width = column;
  }

  /** The 0-based column of the first text that is packed; -1 if there is none. */
  public int surplus() {
    return surplus;
  }

  /** The texts of the row's cells up to the last one that has a text; null for those without. */
  public @Nullable String[] cells() {
    return Arrays.copyOf(cells, size);
  }

  /** The 0-based columns whose cells show an error, such as {@code #DIV/0!}; null if none do. */
  public @Nullable BitSet errors() {
    return errors;
  }

  private void beginRow() throws WorkbookProblem {
    String number = XmlText.attribute(in, "r");
    int next = number == null ? row + 1 : number(number);
    if (next <= row || next > ROWS_MAX) {
      throw WorkbookParts.damaged("its rows are not in order");
    }
    row = next;
    size = 0;
    blank = true;
    hidden = XmlText.flag(in, "hidden");
    errors = null;
    surplus = -1;
    characters = 0;
  }

  private void readRow(IntPredicate wanted) throws IOException, XMLStreamException {
    int column = -1;
    while (true) {
      int event = in.next();
      if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("row")) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("c")) {
        String reference = XmlText.attribute(in, "r");
        column = reference == null ? column + 1 : column(reference);
        if (column < 0 || column >= COLUMNS_MAX) {
          throw WorkbookParts.damaged("a cell is in no column");
        }
        boolean shown = characters < charactersMax && wanted.test(column);
        String text = cell(column, shown || blank);
        if (text != null && !text.isEmpty()) {
          blank = blank && text.isBlank();
          if (shown) {
            put(column, text);
          }
        }
      }
    }
  }

  private void put(int column, String text) throws WorkbookProblem {
    characters += text.length();
    int place = column;
    if (column >= width) {
      surplus = surplus < 0 ? column : Math.min(surplus, column);
      place = Math.max(size, width);
    }
    if (place >= COLUMNS_MAX) {
      throw WorkbookParts.damaged("a row has too many cells");
    }
    if (place >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(place + 1, 2 * cells.length));
    }
    if (place > size) {
      Arrays.fill(cells, size, place, null);
    }
    cells[place] = text;
    size = Math.max(size, place + 1);
  }

  /** The text of a cell; the reader is at its start, and goes to its end. */
  private @Nullable String cell(int column, boolean wanted) throws IOException, XMLStreamException {
    String type = XmlText.attribute(in, "t");
    String style = XmlText.attribute(in, "s");
    String value = null;
    boolean formula = false;
    while (true) {
      int event = in.next();
      if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("c")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (in.getLocalName()) {
          case "v" -> value = XmlText.text(in, charactersMax);
          case "is" -> value = XmlText.richText(in, charactersMax);
          case "f" -> formula = true;
          default -> {}
        }
      }
    }
    if (formula && isMissing(value, type)) {
      throw new WorkbookProblem(
          "cell "
              + name(column, row)
              + " has a formula without a value: open the workbook in a spreadsheet program, and"
              + " save it again",
          row,
          column + 1);
    }
    if ("e".equals(type) && value != null && !value.isEmpty()) {
      BitSet noted = errors == null ? new BitSet() : errors;
      noted.set(column);
      errors = noted;
    }
    return value == null || !wanted ? null : shown(value, type == null ? "n" : type, style);
  }

  /** Whether a formula has no value. An empty text that it computed has a type. */
  private static boolean isMissing(@Nullable String value, @Nullable String type) {
    return value == null || (value.isEmpty() && type == null);
  }

  private String shown(String value, String type, @Nullable String style) throws IOException {
    return switch (type) {
      case "s" -> shared(value);
      case "str" -> XmlText.unescaped(value);
      case "inlineStr", "e" -> value;
      case "b" -> value.equals("1") ? "TRUE" : "FALSE";
      case "d" -> value.endsWith("T00:00:00") ? value.substring(0, 10) : value;
      default -> value.isEmpty() ? "" : formats.ofStyle(style).shown(value, since1904);
    };
  }

  private String shared(String index) throws IOException {
    int number = number(index.strip());
    if (number < 0 || number >= texts.size()) {
      throw WorkbookParts.damaged("a text is missing");
    }
    return texts.get(number);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** The 0-based column of a cell such as {@code C7}; -1 if it has none. */
  private static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && i < 4; i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    return column - 1;
  }

  /** The name of a cell, such as {@code C7}. */
  static String name(int column, int row) {
    StringBuilder letters = new StringBuilder();
    for (int left = column + 1; left > 0; left = (left - 1) / 26) {
      letters.insert(0, (char) ('A' + (left - 1) % 26));
    }
    return letters.append(row).toString();
  }

  @Override
  public void close() throws IOException {
    try {
      in.close();
    } catch (XMLStreamException e) {
      throw WorkbookParts.damaged(e);
    } finally {
      texts.close();
    }
  }
}
