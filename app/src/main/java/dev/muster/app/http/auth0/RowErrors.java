package dev.muster.app.http.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.document.DetailLevel;
import dev.muster.app.document.Results;
import dev.muster.app.json.JsonText;
import dev.muster.problem.Problem;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** The failed records of an import with their errors, as an array that is written in pieces. */
final class RowErrors {

  private RowErrors() {}

  /** Writes the array. */
  static void write(Results failed, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    StringBuilder item = new StringBuilder("[");
    failed.each(
        DetailLevel.ALL,
        (result, shown) -> {
          JsonText.append(item, document(result, shown));
          writer.append(item);
          item.setLength(0);
          item.append(",\n");
        });
    writer.append("]");
    writer.flush();
  }

  /**
   * One failed record.
   *
   * @param shown the dialect's view, without secrets; null if the record is unavailable
   */
  private static Struct document(RecordResult result, @Nullable Struct shown) {
    Value user = shown == null ? null : shown.get("record");
    return new Struct.Builder()
        .append("user", user == null ? Struct.EMPTY : user)
        .append(
            "errors",
            new Value.Array(result.problems().stream().<Value>map(RowErrors::document).toList()))
        .build();
  }

  private static Struct document(Problem problem) {
    Struct.Builder error =
        new Struct.Builder()
            .append("code", Value.of(problem.code().wireName()))
            .append("message", Value.of(problem.message()));
    if (problem.path() != null && !problem.path().isEmpty()) {
      error.append("path", Value.of(problem.path()));
    }
    return error.build();
  }
}
