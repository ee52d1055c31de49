package dev.muster.profile.restauth;

import dev.muster.value.Value;

/** Python's names of the types of JSON values, which RestAuth's messages contain. */
public final class PythonType {

  private PythonType() {}

  /** The name, such as {@code NoneType}. */
  public static String of(Value value) {
    return switch (value.typeName()) {
      case "string" -> "str";
      case "number" -> isWhole((Value.Num) value) ? "int" : "float";
      case "boolean" -> "bool";
      case "null" -> "NoneType";
      case "array" -> "list";
      default -> "dict";
    };
  }

  private static boolean isWhole(Value.Num number) {
    return number.literal().chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
  }
}
