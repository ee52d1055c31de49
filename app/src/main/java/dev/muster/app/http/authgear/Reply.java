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

  /** The client broke off, or sent too slowly; it rarely reads the answer. */
  static Reply incompleteBody() {
    return new Reply(
        HttpStatus.BAD_REQUEST, "text/plain; charset=utf-8", "incomplete request body\n");
  }

  void write(Context context) {
    context.status(status).contentType(contentType).result(body);
  }
}
