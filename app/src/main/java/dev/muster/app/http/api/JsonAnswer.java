package dev.muster.app.http.api;

import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Answers with JSON. */
final class JsonAnswer {

  static final String CONTENT_TYPE = "application/json";

  private JsonAnswer() {}

  static void ok(Context context, Struct document) {
    write(context, HttpStatus.OK, document);
  }

  static void write(Context context, HttpStatus status, Struct document) {
    context.status(status).contentType(CONTENT_TYPE).result(JsonText.of(document));
  }
}
