package dev.muster.problem;

/** Quotes words of commands in messages for a shell. */
public final class ShellText {

  private static final String PLAIN = "-_./:=@%+,~";

  private ShellText() {}

  /** The word, in single quotes if it has special characters. */
  public static String quoted(String word) {
    boolean plain =
        !word.isEmpty()
            && !word.startsWith("~")
            && word.chars().allMatch(c -> isAlphanumeric(c) || PLAIN.indexOf(c) >= 0);
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
