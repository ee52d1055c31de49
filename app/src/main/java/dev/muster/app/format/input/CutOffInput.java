package dev.muster.app.format.input;

import java.io.EOFException;
import java.io.Serial;

/** A compressed input ends before its contents do. */
public final class CutOffInput extends EOFException {

  @Serial private static final long serialVersionUID = 1;

  private static final String REMEDY = ": copy or export the file again, and compare its size";

  CutOffInput() {
    this("the compressed file is cut off" + REMEDY);
  }

  private CutOffInput(String message) {
    super(message);
  }

  /** The same, with the number of records before the end. */
  public CutOffInput after(long records) {
    String place = records == 0 ? "before the end of its first record" : "after record " + records;
    CutOffInput placed = new CutOffInput("the compressed file is cut off " + place + REMEDY);
    placed.initCause(this);
    return placed;
  }
}
