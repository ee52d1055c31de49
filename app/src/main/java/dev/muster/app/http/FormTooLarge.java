package dev.muster.app.http;

import java.io.Serial;

/** The body of a request is larger than a form may be. */
public final class FormTooLarge extends Exception {

  @Serial private static final long serialVersionUID = 1;

  FormTooLarge() {
    super("the form is too large");
  }
}
