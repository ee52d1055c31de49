package dev.muster.app.cli.auth0;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Parses flags as Go's library pflag does, with its messages: a switch takes a value only behind an
 * equals sign, another flag always takes the next word, and of repeated flags the last one counts.
 */
final class GoFlags {

  private static final Set<String> TRUE = Set.of("1", "t", "true");
  private static final Set<String> FALSE = Set.of("0", "f", "false");
  private static final String HELP = "--help";

  private final Map<String, OptionSpec> known = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> words;
  private final String command;
  private int at;
  private @Nullable String problem;

  private GoFlags(CommandSpec spec, List<String> words, String command) {
    this.words = words;
    this.command = command;
    for (OptionSpec option : spec.options()) {
      for (String name : option.names()) {
        known.put(name, option);
      }
    }
  }

  /**
   * Flags that were parsed.
   *
   * @param words the valid ones, in a form that can't be misread: {@code --name=value}
   * @param problem the first problem; empty if all are valid
   */
  record Parsed(List<String> words, Optional<String> problem) {}

  /**
   * Parses the words of a command.
   *
   * @param command its name in messages
   */
  static Parsed parse(CommandSpec spec, List<String> words, String command) {
    return new GoFlags(spec, words, command).parse();
  }

  private Parsed parse() {
    boolean flags = true;
    while (at < words.size()) {
      String word = words.get(at++);
      if (!flags || word.length() < 2 || !word.startsWith("-")) {
        refuse(unknownCommand(word));
      } else if (word.equals("--")) {
        flags = false;
      } else if (word.startsWith("--")) {
        longFlag(word);
      } else {
        shortFlags(word);
      }
    }
    List<String> spelled = new ArrayList<>();
    values.forEach((name, value) -> spelled.add(spelled(name, value)));
    return new Parsed(spelled, Optional.ofNullable(problem));
  }

  private static String spelled(String name, String value) {
    return name.equals(HELP) ? HELP : name + "=" + value;
  }

  private String unknownCommand(String word) {
    String previous = at > 1 ? words.get(at - 2) : "";
    OptionSpec flag = known.get(previous);
    String hint =
        flag != null && isSwitch(flag) && truth(word).isPresent()
            ? "; write " + previous + "=" + word
            : "";
    return "unknown command \"" + word + "\" for \"" + command + "\"" + hint;
  }

  private void longFlag(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (name.length() < 3 || name.charAt(2) == '-') {
      refuse("bad flag syntax: " + word);
      return;
    }
    OptionSpec flag = known.get(name);
    if (flag == null) {
      refuse("unknown flag: " + name);
    } else if (equals >= 0) {
      set(flag, name, word.substring(equals + 1));
    } else if (isSwitch(flag)) {
      set(flag, name, "true");
    } else if (at < words.size()) {
      set(flag, name, words.get(at++));
    } else {
      refuse("flag needs an argument: " + name);
    }
  }

  private void shortFlags(String word) {
    for (int i = 1; i < word.length(); i++) {
      String name = "-" + word.charAt(i);
      String rest = word.substring(i + 1);
      OptionSpec flag = known.get(name);
      if (flag == null) {
        refuse("unknown shorthand flag: '" + word.charAt(i) + "' in " + word);
        return;
      }
      if (rest.startsWith("=")) {
        set(flag, name + ", " + flag.longestName(), rest.substring(1));
        return;
      }
      if (isSwitch(flag)) {
        set(flag, name, "true");
      } else if (!rest.isEmpty()) {
        set(flag, name, rest);
        return;
      } else if (at < words.size()) {
        set(flag, name, words.get(at++));
      } else {
        refuse("flag needs an argument: '" + word.charAt(i) + "' in " + word);
      }
    }
  }

  private void set(OptionSpec flag, String shown, String value) {
    String given = value;
    if (isSwitch(flag)) {
      Optional<Boolean> truth = truth(value);
      if (truth.isEmpty()) {
        refuse(
            "invalid argument \""
                + value
                + "\" for \""
                + shown
                + "\" flag: strconv.ParseBool: parsing \""
                + value
                + "\": invalid syntax");
        return;
      }
      given = truth.get().toString();
      if (flag.longestName().equals(HELP) && !truth.get()) {
        return;
      }
    }
    values.put(flag.longestName(), given);
  }

  private static Optional<Boolean> truth(String value) {
    boolean mixed = !value.equals(value.toLowerCase(Locale.ROOT)) && !isCapital(value);
    String lower = value.toLowerCase(Locale.ROOT);
    if (mixed) {
      return Optional.empty();
    }
    return TRUE.contains(lower)
        ? Optional.of(true)
        : FALSE.contains(lower) ? Optional.of(false) : Optional.empty();
  }

  /** Whether a word is written like TRUE or True. */
  private static boolean isCapital(String value) {
    String rest = value.substring(1);
    return value.equals(value.toUpperCase(Locale.ROOT))
        || (rest.equals(rest.toLowerCase(Locale.ROOT)) && Character.isUpperCase(value.charAt(0)));
  }

  private static boolean isSwitch(OptionSpec flag) {
    return flag.type() == boolean.class || flag.type() == Boolean.class;
  }

  private void refuse(String message) {
    if (problem == null) {
      problem = message;
    }
  }
}
