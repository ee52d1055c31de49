package dev.muster.app.format;

import dev.muster.app.format.input.InputArgument;
import dev.muster.app.format.input.InputFile;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.ShownText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Refuses JSON that no format has, and inputs that are nothing at all, with what to do. */
final class UnknownJson {

  /**
   * A record of Authgear may have {@code groups} too; these members distinguish it from a RestAuth
   * document.
   */
  static final Set<String> AUTHGEAR_IDENTIFIERS =
      Set.of("email", "preferred_username", "phone_number");

  private static final Pattern SCALAR = Pattern.compile("(null|true|false|-?\\d[\\d.eE+-]*)\\s*");

  private static final String ONE_A_LINE =
      "Make a table (CSV) of the users, or write one a line, such as"
          + " {\"email\": \"ann@example.org\", \"name\": \"Ann\"}, and import that with"
          + " --identifier email";

  /** The number of unknown names that messages show. */
  private static final int NAMES_SHOWN = 5;

  private UnknownJson() {}

  /** Whether the names of an object have none that identifies a user. */
  static boolean isUnknown(List<String> names) {
    return !names.isEmpty() && names.stream().noneMatch(AUTHGEAR_IDENTIFIERS::contains);
  }

  /** Says that an object is of no format, and what one would look like. */
  static String message(InputFile input, String start, List<String> names) {
    List<String> arrays = TopLevelNames.ofArrays(start);
    boolean byName = names.size() > 1 && TopLevelNames.ofObjects(start).equals(names);
    String file = InputArgument.of(input);
    return input.name()
        + " begins with a JSON object that no format of Muster has: its members are "
        + shown(names)
        + (byName
            ? ". If each of them is a user, write one a line, as in jq -c '.[]' "
                + file
                + ", and import that with --identifier email"
            : arrays.size() == 1
                ? ". If the users are in "
                    + ShownText.quoted(arrays.get(0))
                    + ", write one a line, as in jq -c '"
                    + path(arrays.get(0))
                    + "[]' "
                    + file
                    + ", and import that with --identifier email"
                : ". " + ONE_A_LINE);
  }

  private static String shown(List<String> names) {
    return names.stream()
            .limit(NAMES_SHOWN)
            .map(ShownText::quoted)
            .collect(Collectors.joining(", "))
        + (names.size() > NAMES_SHOWN ? " and others" : "");
  }

  private static String path(String name) {
    return name.matches("[A-Za-z_]\\w*") ? "." + name : ".[" + ShownText.quoted(name) + "]";
  }

  /** Rejects an array of Authgear's records: it lacks the field that identifies users. */
  static void refuseRecords(String start, String name) throws UsageProblem {
    List<String> first = TopLevelNames.of(start.substring(1).stripLeading());
    Optional<String> identifier = first.stream().filter(AUTHGEAR_IDENTIFIERS::contains).findFirst();
    if (identifier.isPresent()) {
      throw new UsageProblem(
          name
              + " is an array of records, which does not say what identifies a user: add"
              + " --identifier "
              + identifier.get());
    }
  }

  /** What the elements of an array are, in words. */
  private static String elements(String start, InputFile input) {
    String first = start.substring(1).stripLeading();
    if (first.startsWith("{")) {
      List<String> names = TopLevelNames.of(first);
      return names.isEmpty() ? "empty objects" : "objects with the members " + shown(names);
    }
    return first.startsWith("[")
        ? "arrays (for a table of it: jq -r '.[] | @csv' " + InputArgument.of(input) + ")"
        : first.startsWith("\"") ? "texts" : "other things than users";
  }

  /**
   * Rejects inputs that are neither a JSON object nor a table: an empty text, and other JSON
   * values.
   */
  static void refuseOther(String start, InputFile input) throws UsageProblem, InputRefused {
    String name = input.name();
    if (start.isEmpty()) {
      throw new InputRefused(
          InputProblem.of(
              ProblemCode.UNKNOWN_CSV_DIALECT,
              name + " is empty, or only white space: there is nothing to import"));
    }
    boolean array = start.startsWith("[");
    if (array || SCALAR.matcher(start).matches()) {
      throw new UsageProblem(
          name
              + (array
                  ? " is an array of " + elements(start, input)
                  : " is only the JSON value " + ShownText.cut(start.strip()))
              + ", which no format of Muster is. Make a table (CSV) of the users, or write them"
              + " like Auth0, [{\"email\": …}, …], or like Authgear, {\"identifier\": \"email\","
              + " \"records\": [{\"email\": …}, …]}");
    }
  }
}
