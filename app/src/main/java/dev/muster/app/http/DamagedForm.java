package dev.muster.app.http;

import java.io.Serial;

/** The body of a request is no form, or broke off. */
public final class DamagedForm extends Exception {

  @Serial private static final long serialVersionUID = 1;

  DamagedForm(Throwable cause) {
    super(cause);
  }
}
