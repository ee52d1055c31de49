package dev.muster.profile.csv;

/** Texts of a file in messages. */
final class Quoted {

  private static final int LENGTH_MAX = 80;

  private Quoted() {}

  /** The text in quotes, cut at 80 characters; what can't be seen is shown as {@code \\u200b}. */
  static String of(String text) {
    return '"' + shown(text) + '"';
  }

  /** The text cut at 80 characters, with what can't be seen as {@code \\u200b}. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    int end = Math.min(text.length(), LENGTH_MAX);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      boolean unseen = type == Character.FORMAT || type == Character.CONTROL || c == 0xA0;
      shown.append(
          unseen ? "\\u" + Integer.toHexString(0x10000 | c).substring(1) : String.valueOf(c));
    }
    return shown.append(text.length() > LENGTH_MAX ? "…" : "").toString();
  }

  /** The text as one argument of a command. */
  static String argument(String text) {
    return text.indexOf('\'') < 0
        ? '\'' + text + '\''
        : '"' + text.replaceAll("([\"$`\\\\])", "\\\\$1") + '"';
  }
}
