package dev.muster.user;

import org.jspecify.annotations.Nullable;

/**
 * A value by which a user can be found: a login id, an external id, or the value of an attribute,
 * in canonical form. Two keys are equal if their texts are. Immutable and thread-safe.
 *
 * <p>The text is one letter for the kind, then the value. {@code e} e-mail, {@code u} user name,
 * {@code p} phone number, {@code x} external id ({@code xSOURCE:ID}), {@code a} attribute ({@code
 * aPATH=VALUE}).
 */
public final class Key {

  private final String text;

  /** Made when it is first asked for, possibly by several threads at once; all make the same. */
  private @Nullable KeyHash hash;

  /**
   * The key with a text.
   *
   * @param text never empty
   */
  public Key(String text) {
    this.text = text;
  }

  public static Key of(LoginIdKind kind, String canonical) {
    return new Key(kind.keyPrefix() + canonical);
  }

  /** The key of an {@link ExternalId}. */
  static Key ofExternalId(String source, String id) {
    return new Key("x" + source + ":" + id);
  }

  /**
   * The key of an attribute's value.
   *
   * @param path the attribute's path, such as {@code attributes.given_name}
   * @param value the value's text, in its stored form
   */
  public static Key ofAttribute(String path, String value) {
    return new Key("a" + path + "=" + value);
  }

  public String text() {
    return text;
  }

  /** The value, without the letter for the kind and without an attribute's path. */
  public String value() {
    return text.substring(isAttribute() ? attributePath().length() + 2 : 1);
  }

  /** The kind of value, for messages: {@code e-mail}, or an attribute's path. */
  public String label() {
    return switch (text.charAt(0)) {
      case 'u' -> "user name";
      case 'e' -> "e-mail";
      case 'p' -> "phone number";
      case 'x' -> "external id";
      default -> attributePath();
    };
  }

  public boolean isAttribute() {
    return text.charAt(0) == 'a';
  }

  public boolean isExternalId() {
    return text.charAt(0) == 'x';
  }

  /** The path of an attribute key's attribute. */
  public String attributePath() {
    return text.substring(1, text.indexOf('='));
  }

  /** The form in which stores index it. */
  public KeyHash hash() {
    KeyHash known = hash;
    if (known == null) {
      known = KeyHash.of(text);
      hash = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Key that && text.equals(that.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
