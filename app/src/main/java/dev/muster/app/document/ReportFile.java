package dev.muster.app.document;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.muster.app.job.missing.MissingUser;
import dev.muster.app.json.JsonText;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The formats of a file with the results of all records: NDJSON or CSV. */
public enum ReportFile {
  NDJSON {
    @Override
    Optional<String> write(Results results, DetailDocument details, Writer out) throws IOException {
      StringBuilder line = new StringBuilder(1024);
      Optional<String> loss =
          results.each(
              DetailLevel.ALL,
              (result, shown) -> {
                line.setLength(0);
                JsonText.append(line, details.of(result, shown));
                out.append(line.append('\n'));
              });
      results.eachMissing(user -> out.append(JsonText.of(details.of(user))).append('\n'));
      return loss;
    }
  },
  CSV {
    @Override
    Optional<String> write(Results results, DetailDocument details, Writer out) throws IOException {
      CsvWriter table = CsvWriter.builder().build(out);
      LoginColumn rows = new LoginColumn(table, details.logins());
      rows.header("index", "line", "outcome", "user_id", "errors", "warnings", "changes");
      Places places = results.places();
      results.eachWithLogin(
          (result, login) ->
              rows.row(
                  DetailDocument.userNumber(results.job(), result),
                  login,
                  row(result, details.of(result, null), places)));
      results.eachMissing(
          user -> rows.row(OptionalLong.empty(), user.login(), row(user, details.of(user))));
      rows.flush();
      table.flush();
      return Optional.empty();
    }
  };

  /** The outcome of users who are missing from the input. */
  static final String MISSING = "missing";

  abstract Optional<String> write(Results results, DetailDocument details, Writer out)
      throws IOException;

  /** The format for a file's extension; empty if the extension is unknown. */
  public static Optional<ReportFile> named(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return Optional.of(CSV);
    }
    return name.endsWith(".ndjson") || name.endsWith(".jsonl") || name.endsWith(".json")
        ? Optional.of(NDJSON)
        : Optional.empty();
  }

  /**
   * Writes all results as UTF-8.
   *
   * @return why records of the input could not be shown; empty if they could
   */
  public Optional<String> write(Results results, DetailDocument details, OutputStream out)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Optional<String> loss = write(results, details, writer);
    writer.flush();
    return loss;
  }

  private static String[] row(MissingUser user, Struct document) {
    String userId = document.text("user_id");
    return new String[] {
      "",
      "",
      MISSING,
      userId == null ? "" : userId,
      "",
      SpreadsheetCell.of(user.login() + " is missing from the input"),
      ""
    };
  }

  private static String[] row(RecordResult result, Struct document, Places places) {
    String userId = document.text("user_id");
    return new String[] {
      Long.toString(result.position().index()),
      result.position().line() > 0 ? Long.toString(result.position().line()) : "",
      result.outcome().wireName(),
      userId == null ? "" : userId,
      SpreadsheetCell.of(RejectReason.of(result, places)),
      SpreadsheetCell.of(
          result.warnings().stream().map(places::message).collect(Collectors.joining("; "))),
      SpreadsheetCell.of(changes(result))
    };
  }

  private static String changes(RecordResult result) {
    return result.changes().stream()
        .map(
            change ->
                change.attribute()
                    + ": "
                    + (change.before() == null ? "" : text(change.before()))
                    + " → "
                    + (change.after() == null ? "" : text(change.after())))
        .collect(Collectors.joining("; "));
  }

  private static String text(Value value) {
    return JsonText.of(value);
  }
}
