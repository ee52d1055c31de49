package dev.muster.app.console.imports;

import java.util.List;
import java.util.Optional;

/**
 * The editor of a table's mapping.
 *
 * @param targets what a column can become
 * @param saved the names of the realm's saved mappings
 * @param mapped whether the file has a mapping
 * @param kinds the kinds of attributes that the reader may declare; none if the reader may not
 * @param previous the address of the page with the columns before; empty if there are none
 * @param next the address of the page with further columns; empty if there are none
 */
public record EditorView(
    List<Column> columns,
    List<Target> targets,
    List<String> encodings,
    String encoding,
    String headerRow,
    String sheet,
    boolean workbook,
    List<String> saved,
    boolean mapped,
    List<String> kinds,
    Optional<String> previous,
    Optional<String> next) {

  /**
   * Something that a column can become.
   *
   * @param name of the column of the csv dialect
   * @param label for people
   */
  public record Target(String name, String label) {}

  /**
   * A column of the file.
   *
   * @param choice the value of its field: {@link MappingForm} says which there are
   * @param kept what it becomes, if that can't be changed here but kept
   * @param flags the words after the name of its target
   * @param suggestion what it seems to be; an empty text if nothing is known
   * @param certainty how sure that is
   * @param reason why
   * @param words the words of its cells that may need a meaning
   * @param meanings what a word can mean
   */
  public record Column(
      int place,
      String name,
      String choice,
      String kept,
      String flags,
      String suggestion,
      String certainty,
      String reason,
      List<String> examples,
      List<Word> words,
      List<String> meanings) {}

  /**
   * A word.
   *
   * @param meaning what it is replaced by; an empty text if it stays as it is
   */
  public record Word(String text, String shown, String meaning) {}

  public EditorView {
    columns = List.copyOf(columns);
    targets = List.copyOf(targets);
    kinds = List.copyOf(kinds);
  }
}
