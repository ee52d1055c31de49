package dev.muster.app.http.api;

import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;

/** Answers with JSON. */
final class JsonAnswer {

  static final String CONTENT_TYPE = "application/json";

  /** The type of documents that come one a line. */
  static final String LINES_TYPE = "application/x-ndjson";

  private JsonAnswer() {}

  /** Whether a request accepts documents one a line. */
  static boolean wantsLines(Context context) {
    String accepted = accepted(context);
    return accepted.contains("ndjson") || accepted.contains("jsonl");
  }

  /** The header Accept in lower case; empty if there is none. */
  static String accepted(Context context) {
    String header = context.header("Accept");
    return header == null ? "" : header.toLowerCase(Locale.ROOT);
  }

  static void ok(Context context, Struct document) {
    write(context, HttpStatus.OK, document);
  }

  /**
   * Answers with a page of a list.
   *
   * @param next the cursor of the next page; null at the end
   */
  static void page(Context context, String name, List<Value> items, Value next) {
    ok(
        context,
        new Struct.Builder().append(name, new Value.Array(items)).append("next", next).build());
  }

  static void write(Context context, HttpStatus status, Struct document) {
    context.status(status).contentType(CONTENT_TYPE).result(JsonText.of(document));
  }
}
