package dev.muster.app.http.authgear;

import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** A whole answer. */
record Reply(HttpStatus status, String contentType, String body) {

  static final String JSON = "application/json";

  /** The document of an error, with its code as status. */
  static Reply of(AuthgearError error) {
    return new Reply(
        HttpStatus.forStatus(error.code()),
        JSON,
        JsonText.of(Struct.of("error", error.document())));
  }

  void write(Context context) {
    context.status(status).contentType(contentType).result(body);
  }
}
