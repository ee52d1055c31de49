package dev.muster.app.format.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes rows as CSV in UTF-8. */
final class TableText implements Closeable {

  private final CsvWriter out;

  /**
   * Starts a text.
   *
   * @param mark whether to write a byte order mark, without which Excel does not detect UTF-8
   */
  TableText(OutputStream bytes, CsvSyntax syntax, boolean mark) throws IOException {
    Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    if (mark) {
      text.write('\uFEFF');
    }
    text.write(syntax.declaration());
    this.out =
        CsvWriter.builder()
            .fieldSeparator(syntax.delimiter())
            .lineDelimiter(LineDelimiter.of(syntax.lineEnd()))
            .build(text);
  }

  void write(List<String> cells) {
    out.writeRecord(cells);
  }

  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
