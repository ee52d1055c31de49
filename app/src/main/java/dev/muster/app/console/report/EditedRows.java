package dev.muster.app.console.report;

import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.upload.run.RecordEdit;
import dev.muster.app.upload.run.ReportCell;
import dev.muster.app.upload.run.ReportRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the fields of forms in which rows are edited. */
final class EditedRows {

  /** The name of hidden fields that name the cells which an empty field keeps. */
  static final String KEPT = "_kept";

  private static final String ROW = "r";

  private EditedRows() {}

  /** The field of a cell, in a form of several rows. */
  static String fieldName(long index, String column) {
    return ROW + index + ":" + column;
  }

  /** The texts of a form's rows, by the rows' indexes and the columns' names. */
  static Map<Long, Map<String, String>> ofGrid(Map<String, List<String>> form) {
    Map<Long, Map<String, String>> rows = new TreeMap<>();
    form.forEach(
        (name, values) -> {
          int colon = name.indexOf(':');
          Optional<Long> index = colon < 2 ? Optional.empty() : index(name.substring(0, colon));
          if (index.isPresent() && !values.isEmpty()) {
            rows.computeIfAbsent(index.get(), any -> new HashMap<>())
                .put(name.substring(colon + 1), values.get(0));
          }
        });
    return rows;
  }

  private static Optional<Long> index(String text) {
    try {
      return text.startsWith(ROW)
          ? Optional.of(Long.parseLong(text.substring(1)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The texts of the form of a single row, whose fields are named as the columns. */
  static Map<String, String> ofRow(Map<String, List<String>> form) {
    Map<String, String> texts = new HashMap<>();
    form.forEach(
        (name, values) -> {
          if (!name.equals(PageRoutes.TOKEN_FIELD) && !name.equals(KEPT) && !values.isEmpty()) {
            texts.put(name, values.get(0));
          }
        });
    return texts;
  }

  /**
   * What differs from a row.
   *
   * @param kept the fields that keep their cells if they are empty
   */
  static RecordEdit edit(ReportRow row, Map<String, String> texts, Set<String> kept) {
    Map<String, String> cells = new HashMap<>();
    texts.forEach(
        (column, text) -> {
          Optional<ReportCell> cell = row.cell(column);
          boolean secret = cell.map(ReportCell::secret).orElse(false);
          boolean keeps = text.isEmpty() && (secret || kept.contains(column));
          if (!keeps && !isSame(cell.flatMap(ReportCell::value).orElse(""), text)) {
            cells.put(column, text);
          }
        });
    return new RecordEdit(row.index(), cells);
  }

  /** Browsers write line ends in their own way. */
  private static boolean isSame(String before, String after) {
    return before
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .equals(after.replace("\r\n", "\n").replace('\r', '\n'));
  }
}
