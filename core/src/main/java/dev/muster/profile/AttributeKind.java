package dev.muster.profile;

import java.util.Optional;

/** The type of a declared attribute. */
public enum AttributeKind {
  STRING("string"),
  NUMBER("number"),
  INTEGER("integer"),
  BOOLEAN("boolean"),
  DATE("date"),
  EMAIL("email"),
  PHONE_NUMBER("phone_number"),
  URL("url"),
  COUNTRY_CODE("country_code"),
  ENUM("enum");

  private final String wireName;

  AttributeKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name in muster.yml. */
  public String wireName() {
    return wireName;
  }

  public static Optional<AttributeKind> named(String wireName) {
    for (AttributeKind kind : values()) {
      if (kind.wireName.equals(wireName)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
