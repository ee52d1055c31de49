package dev.muster.password;

/**
 * Bytes as a text, and how they were encoded.
 *
 * @param text a secret
 * @param encoding {@code hex}, {@code base64} or {@code utf8}
 */
public record EncodedText(String text, String encoding) {

  /** Without the text. */
  @Override
  public String toString() {
    return "EncodedText[encoding=" + encoding + "]";
  }
}
