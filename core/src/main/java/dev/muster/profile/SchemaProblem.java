package dev.muster.profile;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;

/**
 * Creates problems of JSON values that violate a schema. A problem has a message and, as in
 * Authgear API's {@code info.causes}, the violated schema keyword with details.
 *
 * <p>{@code path} is always a JSON pointer (RFC 6901), empty for the root. Messages never contain
 * values of the record, which may be secret; they may contain member names and parts of the schema.
 */
public final class SchemaProblem {

  private SchemaProblem() {}

  /** A member's pointer. */
  public static String pointer(String parent, String name) {
    boolean plain = name.indexOf('~') < 0 && name.indexOf('/') < 0;
    return parent + '/' + (plain ? name : name.replace("~", "~0").replace("/", "~1"));
  }

  /**
   * A value of a wrong type.
   *
   * @param expected JSON's names of types, null last
   */
  public static Problem wrongType(String path, List<String> expected, Value value) {
    String wanted = String.join(" or ", expected.stream().map(SchemaProblem::withArticle).toList());
    String message = "must be " + wanted + ", not " + withArticle(value.typeName());
    Value actual =
        value instanceof Value.Num number && isInteger(number.literal())
            ? texts(List.of("integer", "number"))
            : texts(List.of(value.typeName()));
    return of("type", message, path, actual, texts(expected.stream().sorted().toList()));
  }

  /** An empty text that must not be empty. */
  public static Problem empty(String path) {
    return of("minLength", "must not be empty", path, number(0), number(1));
  }

  /** A text that is too long; lengths are in code points. {@code complaint} is the message. */
  public static Problem tooLong(String path, String complaint, int length, int max) {
    Struct details =
        new Struct.Builder()
            .append("actual", number(length))
            .append("expected", number(max))
            .append("error", Value.of(complaint))
            .build();
    return problem("maxLength", complaint, path, details);
  }

  /** An empty list or other collection that must not be empty. */
  public static Problem noItems(String path, String message) {
    return of("minItems", message, path, number(0), number(1));
  }

  /** A text in a wrong format; {@code complaint} is the message. */
  public static Problem badFormat(String path, String format, String complaint) {
    Struct details =
        new Struct.Builder()
            .append("format", Value.of(format))
            .append("error", Value.of(complaint))
            .build();
    return problem("format", complaint, path, details);
  }

  /** A text that is not one of the allowed ones. */
  public static Problem notAmong(String path, Value value, List<String> choices) {
    String message = "must be " + String.join(" or ", choices);
    return of("enum", message, path, value, texts(choices));
  }

  /** A number below the minimum or above the maximum. */
  public static Problem outside(String path, boolean below, Value value, double bound) {
    String limit = new BigDecimal(bound).stripTrailingZeros().toPlainString();
    return below
        ? of("minimum", "must be at least " + limit, path, value, new Value.Num(limit))
        : of("maximum", "must be at most " + limit, path, value, new Value.Num(limit));
  }

  /**
   * An object that lacks required members.
   *
   * @param required all required members
   * @param missing the missing ones, at least one
   */
  public static Problem missing(
      String path, Struct object, List<String> required, List<String> missing) {
    Struct details =
        new Struct.Builder()
            .append("actual", object.isEmpty() ? Value.NULL : sorted(object.names()))
            .append("expected", sorted(required))
            .append("missing", sorted(missing))
            .build();
    String verb = missing.size() == 1 ? " is required" : " are required";
    return problem("required", String.join(" and ", missing) + verb, path, details);
  }

  /** An unknown member of an object that allows only known ones. */
  public static Problem unknown(String path) {
    return problem("", "unknown property", path, Struct.EMPTY);
  }

  /** True for a JSON number without a fraction, {@code 2}, {@code 2.0} and {@code 2e0} alike. */
  static boolean isInteger(String literal) {
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c != '-' && (c < '0' || c > '9')) {
        return hasNoFraction(literal);
      }
    }
    return true;
  }

  private static boolean hasNoFraction(String literal) {
    try {
      return new BigDecimal(literal).stripTrailingZeros().scale() <= 0;
    } catch (NumberFormatException beyondAnyExponent) {
      return false;
    }
  }

  private static Problem of(
      String kind, String message, String path, Value actual, Value expected) {
    Struct details =
        new Struct.Builder().append("actual", actual).append("expected", expected).build();
    return problem(kind, message, path, details);
  }

  private static Problem problem(String kind, String message, String path, Struct details) {
    return Problem.at(ProblemCode.VALIDATION_FAILED, message, path).with(kind, details);
  }

  private static Value number(int number) {
    return new Value.Num(Integer.toString(number));
  }

  private static Value sorted(List<String> names) {
    return texts(List.copyOf(new TreeSet<>(names)));
  }

  private static Value texts(List<String> texts) {
    return new Value.Array(texts.stream().map(Value::of).toList());
  }

  /** The name of a JSON type as words: {@code an object}, {@code null}. */
  public static String withArticle(String type) {
    return switch (type) {
      case "null" -> type;
      case "array", "integer", "object" -> "an " + type;
      default -> "a " + type;
    };
  }
}
