package dev.muster.app.cli.auth0;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The words of a command line with {@code users import}. Flags may precede the command and stand
 * between its two words, as in Auth0's command line.
 *
 * @param words the same command line, without what Muster's own parser would read differently
 * @param problem what is wrong with it; empty if nothing is
 */
public record Auth0Words(List<String> words, Optional<String> problem) {

  private static final List<String> COMMAND = List.of("users", Auth0ImportCommand.NAME);

  /** Flags in front of the command whose value is the next word. */
  private static final Set<String> WITH_VALUE = Set.of("--db", "--config", "--tenant");

  /** Whether a command line is one of {@code users import}. */
  public static boolean areMeant(List<String> arguments) {
    return places(arguments).size() == COMMAND.size();
  }

  /** Parses a command line that is meant; {@code line} has the command. */
  public static Auth0Words of(List<String> arguments, CommandLine line) {
    CommandSpec spec = spec(line);
    List<String> flags = new ArrayList<>(arguments);
    List<Integer> places = places(arguments);
    flags.remove((int) places.get(1));
    flags.remove((int) places.get(0));
    GoFlags.Parsed parsed = GoFlags.parse(spec, flags, spec.qualifiedName());
    List<String> words = new ArrayList<>(COMMAND);
    words.addAll(parsed.words());
    return new Auth0Words(words, parsed.problem());
  }

  /** The command itself. */
  public static Auth0ImportCommand command(CommandLine line) {
    return (Auth0ImportCommand) spec(line).userObject();
  }

  private static CommandSpec spec(CommandLine line) {
    CommandLine at = line;
    for (String word : COMMAND) {
      at = Objects.requireNonNull(at.getSubcommands().get(word));
    }
    return at.getCommandSpec();
  }

  /** Where the command's words are; fewer if the command is another one. */
  private static List<Integer> places(List<String> arguments) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < arguments.size() && places.size() < COMMAND.size(); i++) {
      String word = arguments.get(i);
      if (WITH_VALUE.contains(word)) {
        i++;
      } else if (!word.startsWith("-")) {
        if (!word.equals(COMMAND.get(places.size()))) {
          return List.of();
        }
        places.add(i);
      }
    }
    return places;
  }
}
