package dev.muster.app.http.api;

import java.io.IOException;
import java.io.Serial;

/** The body of a request can't be read to its end. */
final class BodyBroken extends IOException {

  @Serial private static final long serialVersionUID = 1;

  BodyBroken(IOException cause) {
    super("the body broke off", cause);
  }
}
