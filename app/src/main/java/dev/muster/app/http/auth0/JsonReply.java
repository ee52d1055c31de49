package dev.muster.app.http.auth0;

import dev.muster.app.json.JsonText;
import dev.muster.value.Value;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Writes JSON answers. */
final class JsonReply {

  static final String CONTENT_TYPE = "application/json; charset=utf-8";

  private static final String ANSWERED = "auth0-answered";

  private JsonReply() {}

  /** Whether a request has got its answer from here. */
  static boolean isWritten(Context context) {
    return context.attribute(ANSWERED) != null;
  }

  static void write(Context context, HttpStatus status, Value document) {
    context.attribute(ANSWERED, true);
    context.status(status).contentType(CONTENT_TYPE).result(JsonText.of(document));
  }

  static void write(Context context, Auth0Error error) {
    if (error.status() == HttpStatus.UNAUTHORIZED) {
      context.header("WWW-Authenticate", "Bearer");
    }
    write(context, error.status(), error.document());
  }
}
