package dev.muster.app.console.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.muster.app.console.page.SentFile;
import dev.muster.app.document.JournalDocument;
import dev.muster.app.document.SpreadsheetCell;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/** Writes the journal as a file, the latest entries first, in constant memory. */
final class JournalExport {

  private static final int AT_ONCE = 500;

  private final Database database;
  private final JournalFilter filter;
  private final long first;

  /**
   * An export.
   *
   * @param before only entries with a smaller number
   */
  JournalExport(Database database, JournalFilter filter, long before) {
    this.database = database;
    this.filter = filter;
    this.first = before;
  }

  /** The form of the file. */
  enum Form {
    CSV("text/csv; charset=utf-8", "journal.csv"),
    NDJSON("application/x-ndjson", "journal.ndjson");

    private final String type;
    private final String fileName;

    Form(String type, String fileName) {
      this.type = type;
      this.fileName = fileName;
    }
  }

  /** Writes entries in some form. */
  private interface EntryWriter {
    void write(JournalEntry entry) throws IOException;
  }

  /** Answers a request with the file. */
  void write(Context context, Form form) throws IOException {
    new SentFile(context, form.type, form.fileName).send(out -> write(out, form));
  }

  private void write(OutputStream body, Form form) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(body, UTF_8));
    switch (form) {
      case CSV -> writeTable(out);
      case NDJSON -> each(entry -> out.append(JsonText.of(JournalDocument.of(entry))).append('\n'));
    }
    out.flush();
  }

  private void writeTable(Writer out) throws IOException {
    CsvWriter table = CsvWriter.builder().build(out);
    table.writeRecord("number", "at", "actor", "action", "subject", "import", "detail");
    each(
        entry ->
            table.writeRecord(
                Stream.of(
                        Long.toString(entry.number()),
                        entry.at().toString(),
                        entry.actor().wireName(),
                        entry.action(),
                        entry.subject(),
                        entry.job().orElse(""),
                        entry.detail().isEmpty() ? "" : JsonText.of(entry.detail()))
                    .map(SpreadsheetCell::of)
                    .toList()));
    table.flush();
  }

  /** Writes without a session, because clients may read slowly and sessions are few. */
  private void each(EntryWriter writer) throws IOException {
    long before = first;
    List<JournalEntry> entries;
    do {
      try (Session session = database.openReading()) {
        entries = session.journal().page(filter, before, AT_ONCE);
      }
      for (JournalEntry entry : entries) {
        writer.write(entry);
        before = entry.number();
      }
    } while (entries.size() == AT_ONCE);
  }
}
