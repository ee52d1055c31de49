package dev.muster.app.format.csv;

import dev.muster.app.format.InputMark;
import dev.muster.app.format.input.InputFile;
import dev.muster.problem.InputRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * An input whose records are rows: a text or a sheet. It can be read repeatedly. Thread-safe.
 *
 * <p>Rows are numbered from 1, blank ones included.
 */
interface Table {

  InputFile input();

  /** The display text of format and syntax, such as {@code csv, semicolons, windows-1252}. */
  String description();

  /** The name of the character encoding; empty if the table is no text. */
  Optional<String> charset();

  /** The number of the header row, if it isn't requested otherwise. */
  int headerRow();

  /** Remarks for the person who imports the table; mostly none. */
  List<String> notes();

  /** Starts reading at row 1. */
  TableRows rows() throws InputRefused, IOException;

  /**
   * Starts reading at a row.
   *
   * @param mark its byte offset is not 0
   */
  TableRows rowsAt(InputMark mark) throws InputRefused, IOException;

  /** Whether {@link #rowsAt} skips what comes before the row without reading it. */
  boolean isSeekable() throws IOException;

  /** Starts a file of rejects that can be imported like this table. */
  TableText rejects(OutputStream out) throws IOException;
}
