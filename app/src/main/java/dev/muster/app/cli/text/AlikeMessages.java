package dev.muster.app.cli.text;

/** Messages that differ only in the values that they show, printed as one. For one thread. */
final class AlikeMessages {

  private final String first;
  private int common; // the length of what all of them begin with

  AlikeMessages(String first) {
    this.first = first;
    this.common = first.length();
  }

  void add(String message) {
    if (!message.equals(first)) {
      common = Math.min(common, commonStart(message));
    }
  }

  private int commonStart(String message) {
    int length = Math.min(first.length(), message.length());
    for (int i = 0; i < length; i++) {
      if (first.charAt(i) != message.charAt(i)) {
        return i;
      }
    }
    return length - 1; // one of them ends there
  }

  /**
   * The first message. If the others differ, the sentence in which they do is said to be an
   * example: {@code Enter a valid date. For example, "1985-02-31" is not a date.}
   */
  @Override
  public String toString() {
    if (common == first.length()) {
      return first;
    }
    int stop = first.lastIndexOf(". ", common);
    while (stop >= 0 && isInQuotes(stop)) {
      stop = first.lastIndexOf(". ", stop - 1);
    }
    return stop < 0
        ? "for example, " + small(first)
        : first.substring(0, stop + 1) + " For example, " + small(first.substring(stop + 2));
  }

  /** The text with a small first letter, unless its first word has other capitals. */
  private static String small(String text) {
    return text.length() > 1 && Character.isLowerCase(text.charAt(1))
        ? Character.toLowerCase(text.charAt(0)) + text.substring(1)
        : text;
  }

  private boolean isInQuotes(int place) {
    return first.substring(0, place).chars().filter(c -> c == '"').count() % 2 > 0;
  }
}
