package dev.muster.app.http.tls;

import java.io.Serial;

/** A certificate or its key can't be used. */
final class PemProblem extends Exception {

  @Serial private static final long serialVersionUID = 1;

  PemProblem(String message) {
    super(message);
  }
}
