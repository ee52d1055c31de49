package dev.muster.profile.auth0;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.value.Value;
import java.util.regex.Pattern;

/**
 * Problems of records that violate Auth0's schema, with the codes and texts of its validator,
 * z-schema 3. Messages contain no secrets: of values, only those of open properties.
 */
final class Complaint {

  /** Values that may be shown: no hash or password is mistaken for one. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,16}");

  private static final String HIDDEN = "*****";

  private Complaint() {}

  /**
   * A problem.
   *
   * @param path such as {@code custom_password_hash.hash.value}; empty for the record
   */
  static Problem of(ProblemCode code, String path, String text) {
    return path.isEmpty()
        ? Problem.of(code, text)
        : Problem.at(code, "Error in " + path + " property - " + text, path);
  }

  static Problem type(String path, String expected, Value value) {
    String text = "Expected type " + expected + " but found type " + typeName(value);
    return of(ProblemCode.INVALID_TYPE, path, text);
  }

  /** A text in a wrong format; {@code shown} is the text, which must not be secret. */
  static Problem format(String path, String format, String shown) {
    String text = "Object didn't pass validation for format " + format + ": " + shown;
    return of(ProblemCode.INVALID_FORMAT, path, text);
  }

  static Problem pattern(String path, Pattern pattern) {
    return of(ProblemCode.PATTERN, path, "String does not match pattern " + pattern.pattern());
  }

  static Problem choice(String path, String value) {
    String shown = NAME.matcher(value).matches() ? value : HIDDEN;
    return of(ProblemCode.ENUM_MISMATCH, path, "No enum match for: " + shown);
  }

  static Problem tooShort(String path, int length, int min) {
    String text = "String is too short (" + length + " chars), minimum " + min;
    return of(ProblemCode.MIN_LENGTH, path, text);
  }

  static Problem tooLong(String path, int length, int max) {
    String text = "String is too long (" + length + " chars), maximum " + max;
    return of(ProblemCode.MAX_LENGTH, path, text);
  }

  static Problem tooSmall(String path, String number, long min) {
    return of(ProblemCode.MINIMUM, path, "Value " + number + " is less than minimum " + min);
  }

  static Problem missing(String parent, String name) {
    return of(
        ProblemCode.OBJECT_REQUIRED, path(parent, name), "Missing required property: " + name);
  }

  static Problem unknown(String parent, String name) {
    return of(
        ProblemCode.OBJECT_ADDITIONAL_PROPERTIES,
        path(parent, name),
        "Additional properties not allowed: " + name);
  }

  /** The path of a property of an object. */
  static String path(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }

  /** The type as z-schema names it: whole numbers are integers. */
  private static String typeName(Value value) {
    return value instanceof Value.Num number && WholeNumber.of(number.literal()) != null
        ? "integer"
        : value.typeName();
  }
}
