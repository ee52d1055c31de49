package dev.muster.app.console.imports;

import java.io.Serial;

/** A form asks for something that is not possible; nothing was done. */
final class FormProblem extends Exception {

  @Serial private static final long serialVersionUID = 1;

  /** With the reason, in the language of the page. */
  FormProblem(String reason) {
    super(reason);
  }
}
