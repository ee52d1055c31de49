package dev.muster.app.cli;

import dev.muster.app.cli.imports.RestAuthImportCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Options of restauth-import may be abbreviated where the abbreviation is unambiguous, as Python's
 * argparse allows ("prefix matching"); scripts for RestAuth's command rely on it. Options that
 * Muster adds do not make an abbreviation ambiguous.
 */
final class Abbreviations {

  private static final List<String> PUBLISHED =
      List.of(
          "--help",
          "--gen-passwords",
          "--overwrite-passwords",
          "--overwrite-properties",
          "--skip-existing-users",
          "--skip-existing-groups",
          "--using");

  private Abbreviations() {}

  /**
   * Spells out abbreviated options of restauth-import; other command lines are returned unchanged.
   */
  static List<String> spelledOut(List<String> arguments) {
    OptionalInt command = CommandWord.index(arguments);
    if (command.isEmpty()
        || !arguments.get(command.getAsInt()).equals(RestAuthImportCommand.NAME)) {
      return arguments;
    }
    List<String> spelled = new ArrayList<>(arguments);
    for (int i = command.getAsInt() + 1; i < spelled.size() && !spelled.get(i).equals("--"); i++) {
      spelled.set(i, spelledOut(spelled.get(i)));
    }
    return spelled;
  }

  private static String spelledOut(String argument) {
    int end = argument.indexOf('=');
    String name = end < 0 ? argument : argument.substring(0, end);
    if (name.length() < 3 || !name.startsWith("--") || PUBLISHED.contains(name)) {
      return argument;
    }
    List<String> meant = PUBLISHED.stream().filter(option -> option.startsWith(name)).toList();
    return meant.size() == 1 ? meant.get(0) + argument.substring(name.length()) : argument;
  }
}
