package dev.muster.app.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the command's name on a command line: the first word that is not a global option. */
final class CommandWord {

  /** Global options whose value is the next word. */
  static final Set<String> WITH_VALUE = Set.of("--db", "--config");

  /** Global options without a value that may precede the command. */
  static final Set<String> ALONE = Set.of("--no-color", "--debug");

  private CommandWord() {}

  /**
   * The index of the command's name; empty if there is none, or if anything but global options
   * precedes it.
   */
  static OptionalInt index(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (!word.startsWith("-")) {
        return OptionalInt.of(i);
      }
      int equals = word.indexOf('=');
      String option = equals < 0 ? word : word.substring(0, equals);
      if (!WITH_VALUE.contains(option) && !ALONE.contains(option)) {
        return OptionalInt.empty();
      }
      if (equals < 0 && WITH_VALUE.contains(option)) {
        i++;
      }
    }
    return OptionalInt.empty();
  }
}
