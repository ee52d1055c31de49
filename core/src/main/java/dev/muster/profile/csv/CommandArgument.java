package dev.muster.profile.csv;

/** Texts of a file in commands that messages print. */
final class CommandArgument {

  private CommandArgument() {}

  /** The text as one argument of a command of a shell. */
  static String of(String text) {
    return text.indexOf('\'') < 0
        ? '\'' + text + '\''
        : '"' + text.replaceAll("([\"$`\\\\])", "\\\\$1") + '"';
  }
}
