package dev.muster.app.console.page;

/** Sizes of files as people read them. */
public final class ByteCount {

  private static final long KIB = 1024;

  private ByteCount() {}

  /** A size such as {@code 1.5 MB}, in the language of the texts. */
  public static String text(long bytes, Texts texts) {
    if (bytes < KIB) {
      return texts.text("size.b", "count", bytes);
    }
    if (bytes < KIB * KIB) {
      return texts.text("size.kb", "count", tenths(bytes, KIB));
    }
    return bytes < KIB * KIB * KIB
        ? texts.text("size.mb", "count", tenths(bytes, KIB * KIB))
        : texts.text("size.gb", "count", tenths(bytes, KIB * KIB * KIB));
  }

  private static double tenths(long bytes, long unit) {
    return Math.round(bytes * 10.0 / unit) / 10.0;
  }
}
