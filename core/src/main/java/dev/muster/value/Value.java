package dev.muster.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value, immutable and thread-safe.
 *
 * <p>Records arrive as a {@link Struct}; a user's attributes and custom attributes are one. Numbers
 * keep the literal they were written with, so that no precision is lost between a file and the
 * directory. Equality is by content; the order of a {@link Struct}'s members is irrelevant.
 */
public sealed interface Value
    permits Value.Text, Value.Num, Value.Bool, Value.Null, Value.Array, Struct {

  Null NULL = new Null();
  Bool TRUE = new Bool(true);
  Bool FALSE = new Bool(false);

  /** The JSON name of this value's type: string, number, boolean, null, array, object. */
  String typeName();

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(boolean flag) {
    return flag ? TRUE : FALSE;
  }

  static Value of(long number) {
    return new Num(Long.toString(number));
  }

  /** Text; any Unicode, possibly empty. */
  record Text(String text) implements Value {
    @Override
    public String typeName() {
      return "string";
    }

    // Compared for every attribute: see the note in user.Key.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Text that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /**
   * A number, kept as the JSON literal it was written with, such as {@code -2}, {@code 4.50} or
   * {@code 1e3}.
   */
  record Num(String literal) implements Value {
    @Override
    public String typeName() {
      return "number";
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Num that && literal.equals(that.literal);
    }

    @Override
    public int hashCode() {
      return literal.hashCode();
    }
  }

  /** true or false. */
  record Bool(boolean flag) implements Value {
    @Override
    public String typeName() {
      return "boolean";
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bool that && flag == that.flag;
    }

    @Override
    public int hashCode() {
      return Boolean.hashCode(flag);
    }
  }

  /** An explicit null: in a record it asks for removal, which absence does not. */
  record Null() implements Value {
    @Override
    public String typeName() {
      return "null";
    }
  }

  /** A list of values, possibly empty. */
  record Array(List<Value> items) implements Value {
    public Array {
      items = List.copyOf(items);
    }

    @Override
    public String typeName() {
      return "array";
    }
  }
}
