package dev.muster.password;

import java.util.Optional;
import java.util.regex.Pattern;

/** A part of a password's hash that a table has in a column of its own. */
public enum HashPart {
  /** The name of the scheme. */
  SCHEME("password_scheme"),
  /** The hash: a text of the scheme, or its digest or key alone. */
  HASH("password_hash"),
  /** {@code hex} or {@code base64}; if it is not given, the hash shows which. */
  HASH_ENCODING("password_hash_encoding"),
  SALT("password_salt"),
  /** {@code utf8}, {@code hex} or {@code base64}. */
  SALT_ENCODING("password_salt_encoding"),
  /** The secret that all hashes of a system share. */
  KEY("password_key"),
  /** {@code utf8}, {@code hex} or {@code base64}. */
  KEY_ENCODING("password_key_encoding"),
  /** The digest, such as {@code sha256}; Argon2's variant, such as {@code argon2id}. */
  DIGEST("password_digest"),
  /** What is digested, such as <code>{salt}:{password}</code>. */
  INPUT("password_input"),
  /** How the password becomes bytes, such as {@code utf16le}. */
  ENCODING("password_encoding"),
  /** Iterations, rounds or passes. */
  ITERATIONS("password_iterations"),
  /** What the rounds of a digest after the first read, such as {@code hex}. */
  CHAIN("password_chain"),
  /** scrypt's N, Argon2's memory in KiB, Firebase's mem_cost. */
  COST("password_cost"),
  /** scrypt's r. */
  BLOCK_SIZE("password_block_size"),
  /** The p of scrypt and Argon2. */
  PARALLELIZATION("password_parallelization"),
  /** Firebase's salt separator, in base64. */
  SALT_SEPARATOR("password_salt_separator"),
  /** How the hash was composed, such as {@code bcrypt(hex(sha256(password)))}. */
  RECIPE("password_recipe"),
  /** The login that a recipe reads; if it is not given, the user name. */
  LOGIN("password_login"),
  /** Parameters in the system's own form, such as Keycloak's credential_data. */
  PARAMETERS("password_parameters");

  /** A hash that was put into the wrong column is not like this. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 _-]{0,31}");

  private final String columnName;

  HashPart(String columnName) {
    this.columnName = columnName;
  }

  public String columnName() {
    return columnName;
  }

  /** The part that a column has; empty if the column has another name. */
  public static Optional<HashPart> named(String columnName) {
    for (HashPart part : values()) {
      if (part.columnName.equals(columnName)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** Whether reports and messages must not show this text. */
  public boolean hides(String text) {
    return !text.isEmpty() && (this != SCHEME || !NAME.matcher(text).matches());
  }
}
