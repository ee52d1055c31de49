package dev.muster.profile.csv;

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
  PASSWORD_HASH("password_hash"),
  /** The reason why a row was rejected, in a file of rejects; ignored. */
  REJECT_REASON("@reject-reason"),
  /** A declared attribute; the column has the attribute's name. */
  ATTRIBUTE("");

  private final String columnName;

  ColumnKind(String columnName) {
    this.columnName = columnName;
  }

  /** The name of a column of this kind; empty for {@link #ATTRIBUTE}. */
  public String columnName() {
    return columnName;
  }

  /** Whether its values can identify users. */
  public boolean findsUsers() {
    return switch (this) {
      case EMAIL, USERNAME, FIRST_NAME, LAST_NAME, SOURCE_ID, ATTRIBUTE -> true;
      case SOURCE_NAME,
          ROLE_NAME,
          ROLE_SLUG,
          REGISTRATION,
          FORCE_PASSWORD_RESET,
          PASSWORD_HASH,
          REJECT_REASON ->
          false;
    };
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
