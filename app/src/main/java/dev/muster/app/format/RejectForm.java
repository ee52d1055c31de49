package dev.muster.app.format;

import java.io.IOException;
import java.io.OutputStream;

/** The form of an input's rejected records. Thread-safe. */
public interface RejectForm {

  /** Writes rejected records in the input's own format, each with its reason. */
  RejectWriter rejects(OutputStream out) throws IOException;
}
