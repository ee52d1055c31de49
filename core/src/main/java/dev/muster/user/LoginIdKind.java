package dev.muster.user;

/** The three kinds of login id, named as the directory's documents name them. */
public enum LoginIdKind {
  USERNAME("username", 'u'),
  EMAIL("email", 'e'),
  PHONE_NUMBER("phone_number", 'p');

  private final String wireName;
  private final char keyPrefix;

  LoginIdKind(String wireName, char keyPrefix) {
    this.wireName = wireName;
    this.keyPrefix = keyPrefix;
  }

  public String wireName() {
    return wireName;
  }

  /** The first character of this kind's {@link Key}s. */
  char keyPrefix() {
    return keyPrefix;
  }
}
