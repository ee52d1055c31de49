package dev.muster.app.console.report;

/** Estimates how large texts are in a page, which has a largest size. */
final class HtmlSize {

  /** The longest escape of a character. */
  private static final int ESCAPED = 6;

  private static final int ENCODED_MAX = 3;

  private HtmlSize() {}

  /** At most this many bytes, with its escapes. */
  static long of(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escaped = c == '"' || c == '&' || c == '<' || c == '>' || c == '\'';
      bytes += escaped ? ESCAPED : c < 0x80 ? 1 : ENCODED_MAX;
    }
    return bytes;
  }
}
