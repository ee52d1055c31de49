package dev.muster.profile.csv;

import dev.muster.password.HashPart;
import java.util.Optional;

/** The kind of a column. */
public enum ColumnKind {
  EMAIL("email"),
  USERNAME("username"),
  FIRST_NAME("first_name"),
  LAST_NAME("last_name"),
  SOURCE_NAME("_source_name"),
  SOURCE_ID("_source_id"),
  ROLE_NAME("_role_name"),
  ROLE_SLUG("_role_slug"),
  REGISTRATION("@registration"),
  FORCE_PASSWORD_RESET("@force-password-reset"),
  PASSWORD_HASH(HashPart.HASH),
  PASSWORD_SCHEME(HashPart.SCHEME),
  PASSWORD_HASH_ENCODING(HashPart.HASH_ENCODING),
  PASSWORD_SALT(HashPart.SALT),
  PASSWORD_SALT_ENCODING(HashPart.SALT_ENCODING),
  PASSWORD_KEY(HashPart.KEY),
  PASSWORD_KEY_ENCODING(HashPart.KEY_ENCODING),
  PASSWORD_DIGEST(HashPart.DIGEST),
  PASSWORD_INPUT(HashPart.INPUT),
  PASSWORD_ENCODING(HashPart.ENCODING),
  PASSWORD_ITERATIONS(HashPart.ITERATIONS),
  PASSWORD_CHAIN(HashPart.CHAIN),
  PASSWORD_COST(HashPart.COST),
  PASSWORD_BLOCK_SIZE(HashPart.BLOCK_SIZE),
  PASSWORD_PARALLELIZATION(HashPart.PARALLELIZATION),
  PASSWORD_SALT_SEPARATOR(HashPart.SALT_SEPARATOR),
  PASSWORD_RECIPE(HashPart.RECIPE),
  PASSWORD_LOGIN(HashPart.LOGIN),
  PASSWORD_PARAMETERS(HashPart.PARAMETERS),
  DISABLED("@disabled"),
  VALID_FROM("@valid-from"),
  VALID_UNTIL("@valid-until"),
  /** The reason why a row was rejected, in a file of rejects; ignored. */
  REJECT_REASON("@reject-reason"),
  /** A declared attribute; the column has the attribute's name. */
  ATTRIBUTE("");

  private final String columnName;
  private final Optional<HashPart> hashPart;

  ColumnKind(String columnName) {
    this.columnName = columnName;
    this.hashPart = Optional.empty();
  }

  ColumnKind(HashPart part) {
    this.columnName = part.columnName();
    this.hashPart = Optional.of(part);
  }

  /** The name of a column of this kind; empty for {@link #ATTRIBUTE}. */
  public String columnName() {
    return columnName;
  }

  /** Whether its values can identify users. */
  public boolean findsUsers() {
    return switch (this) {
      case EMAIL, USERNAME, FIRST_NAME, LAST_NAME, SOURCE_ID, ATTRIBUTE -> true;
      default -> false;
    };
  }

  /** The part of a password's hash that its cells have; empty for other columns. */
  public Optional<HashPart> hashPart() {
    return hashPart;
  }

  /** Whether a cell must not be shown. */
  boolean hides(String text) {
    return hashPart.isPresent() && hashPart.get().hides(text);
  }

  /** Whether its cells say if, or how long, the account works. */
  boolean isAboutAccess() {
    return this == DISABLED || this == VALID_FROM || this == VALID_UNTIL;
  }

  boolean isOfSource() {
    return this == SOURCE_NAME || this == SOURCE_ID;
  }

  static Optional<ColumnKind> named(String columnName) {
    for (ColumnKind kind : values()) {
      if (kind.columnName.equals(columnName) && kind != ATTRIBUTE) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
