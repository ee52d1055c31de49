package dev.muster.app.format.input;

import java.util.Optional;

/** Tells binary data, and files that were damaged, from texts. */
final class BinaryInput {

  /** If more than one byte in this number is a control character, the bytes are no text. */
  private static final int CONTROLS_ONE_IN = 20;

  /** So few may be in any text. */
  private static final int CONTROLS_FEW = 8;

  private BinaryInput() {}

  /**
   * A sentence about bytes that are no text; empty if they may be one.
   *
   * @param start the first bytes of an input that has no encoding with NULs in it
   */
  static Optional<String> sentence(byte[] start) {
    int end = start.length;
    while (end > 0 && start[end - 1] == 0) {
      end--;
    }
    int controls = 0;
    for (int i = 0; i < end; i++) {
      byte b = start[i];
      controls += b >= 0 && b < ' ' && "\t\n\r\f".indexOf(b) < 0 ? 1 : 0;
    }
    if (controls > CONTROLS_FEW && controls * CONTROLS_ONE_IN > end) {
      return Optional.of(
          "The file is no text, but a binary file of some program: export the users as CSV, JSON or"
              + " .xlsx.");
    }
    return start.length - end > CONTROLS_FEW
        ? Optional.of(
            "The file has only NUL bytes"
                + (end == 0 ? "" : " behind its text")
                + ": it was damaged when it was copied or written. Copy or export it again.")
        : Optional.empty();
  }
}
