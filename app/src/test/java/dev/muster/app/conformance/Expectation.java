package dev.muster.app.conformance;

import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a case expects of a piece of JSON; the same rules as run_cases.py.
 *
 * <p>Every expected member must match, types included, and an object may have more; arrays match by
 * position and length; an integer equals the same floating-point number. {@code {"$set": […]}}:
 * each is present, once each. {@code {"$regex": "…"}}: found in the text. {@code {"$absent":
 * true}}: missing, null or empty.
 */
final class Expectation {

  private static final Struct ABSENT = Struct.of("$absent", Value.TRUE);

  private final Value expected;

  Expectation(Value expected) {
    this.expected = expected;
  }

  /** Whether the whole expectation is that there is nothing. */
  boolean isAbsence() {
    return expected.equals(ABSENT);
  }

  /** Where the value is not as expected; empty when it is. */
  Optional<String> problemWith(Value actual) {
    return problem(expected, actual, "");
  }

  private static Optional<String> problem(Value expected, Value actual, String path) {
    if (expected instanceof Struct struct) {
      return structProblem(struct, actual, path);
    }
    if (expected instanceof Value.Array array) {
      return arrayProblem(array.items(), actual, path);
    }
    return expected.equals(actual) || sameNumber(expected, actual)
        ? Optional.empty()
        : unlike(path, JsonText.of(expected), actual);
  }

  private static Optional<String> structProblem(Struct expected, Value actual, String path) {
    if (expected.equals(ABSENT)) {
      return isNothing(actual) ? Optional.empty() : unlike(path, "absence", actual);
    }
    if (expected.has("$regex")) {
      return regexProblem(String.valueOf(expected.text("$regex")), actual, path);
    }
    if (expected.get("$set") instanceof Value.Array wanted) {
      return setProblem(wanted.items(), actual, path);
    }
    if (!(actual instanceof Struct object)) {
      return unlike(path, "an object", actual);
    }
    return IntStream.range(0, expected.size())
        .mapToObj(i -> memberProblem(expected.nameAt(i), expected.valueAt(i), object, path))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> memberProblem(
      String name, Value expected, Struct object, String path) {
    Value actual = object.get(name);
    return problem(expected, actual == null ? Value.NULL : actual, path + "." + name);
  }

  private static Optional<String> regexProblem(String regex, Value actual, String path) {
    boolean found =
        actual instanceof Value.Text text && Pattern.compile(regex).matcher(text.text()).find();
    return found ? Optional.empty() : unlike(path, "/" + regex + "/", actual);
  }

  private static Optional<String> setProblem(List<Value> wanted, Value actual, String path) {
    if (!(actual instanceof Value.Array array)) {
      return unlike(path, "a list", actual);
    }
    List<Value> left = new ArrayList<>(array.items());
    for (Value want : wanted) {
      Optional<Value> found =
          left.stream().filter(have -> problem(want, have, "").isEmpty()).findFirst();
      if (found.isEmpty()) {
        return unlike(path, JsonText.of(want) + " among them", actual);
      }
      left.remove(found.get());
    }
    return Optional.empty();
  }

  private static Optional<String> arrayProblem(List<Value> wanted, Value actual, String path) {
    if (!(actual instanceof Value.Array array)) {
      return unlike(path, "a list", actual);
    }
    if (array.items().size() != wanted.size()) {
      return unlike(path, wanted.size() + " elements", actual);
    }
    return IntStream.range(0, wanted.size())
        .mapToObj(i -> problem(wanted.get(i), array.items().get(i), path + "[" + i + "]"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isNothing(Value actual) {
    return actual.equals(Value.NULL)
        || actual.equals(Value.of(""))
        || actual.equals(Struct.EMPTY)
        || actual.equals(new Value.Array(List.of()));
  }

  private static boolean sameNumber(Value expected, Value actual) {
    return expected instanceof Value.Num want
        && actual instanceof Value.Num have
        && number(want).compareTo(number(have)) == 0;
  }

  /** An integer exactly; anything else as the double that Python makes of it. */
  private static BigDecimal number(Value.Num number) {
    String literal = number.literal();
    return literal.matches("-?\\d+")
        ? new BigDecimal(literal)
        : new BigDecimal(Double.parseDouble(literal));
  }

  private static Optional<String> unlike(String path, String expected, Value actual) {
    String shown = JsonText.of(actual);
    String start = shown.length() > 400 ? shown.substring(0, 400) + "…" : shown;
    return Optional.of(path + ": expected " + expected + ", got " + start);
  }
}
