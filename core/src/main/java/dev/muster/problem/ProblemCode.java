package dev.muster.problem;

/**
 * Every reason why a record, a cell or a whole input is refused. The wire name is stable: scripts
 * compare it. The names are those of the dialect that the reason comes from.
 */
public enum ProblemCode {
  // The input as a whole: nothing is imported.
  UNREADABLE_INPUT("unreadable-input", "The input can't be opened, expanded or read to its end."),
  INVALID_JSON("InvalidJSON", "The input is not the JSON it should be."),
  INVALID_REQUEST("ValidationFailed", "The request document breaks its schema."),
  BAD_ENCODING("bad-encoding", "The bytes are not valid in the character encoding."),
  UNKNOWN_CSV_DIALECT("unknown-csv-dialect", "The file is empty, so it has no header."),
  CSV_READ_ERROR(
      "csv-read-error",
      "The text is not CSV: a NUL, an oversized cell, an unclosed quote, text behind a quote."),
  NO_HEADER_ROW("no-header-row", "There is no row at all."),
  EMPTY_HEADER_ROW("empty-header-row", "The first line is blank."),
  UNKNOWN_OR_MISSING_ATTRIBUTE(
      "unknown-or-missing-attribute", "A header names no known attribute, or is blank."),
  UNKNOWN_FLAG("unknown-flag", "A word after a column's name is not a flag."),
  FLAG_FORBIDDEN_ON_SOURCE_COLUMNS(
      "flag-forbidden-on-source-columns", "_source_name and _source_id take no flags."),
  DUPLICATE_HEADER("duplicate-header", "Two columns have the same name."),
  MISSING_KEY_COLUMN("missing-key-column", "No column is the key, and none is one by default."),
  TOO_MANY_KEY_COLUMNS("too-many-key-columns", "More than one column is the key."),
  INVALID_EXTERNAL_ID_PAIR(
      "invalid-external-id-pair", "One of _source_name and _source_id is missing."),
  INVALID_MAPPING("invalid-mapping", "The mapping of columns does not fit the file."),
  INVALID_ROLE_COLUMN("invalid-role-column", "Both _role_name and _role_slug are there."),
  MISSING_PEPPER(
      "missing-pepper", "A recipe of password hashes names a pepper that the settings lack."),

  PROOF_FAILED(
      "proof-failed", "A password that was to prove the input's hashes fits none, or is wrong."),

  // One record: it fails, the others go on.
  UNREADABLE_RECORD("UnreadableRecord", "The record is not valid JSON, text or UTF-8."),
  NOT_AN_OBJECT("UnreadableRecord", "The record is not valid JSON, text or UTF-8."),
  RECORD_TOO_LARGE("RecordTooLarge", "The record is larger than the limit."),
  VALIDATION_FAILED("ValidationFailed", "A field breaks the record schema."),
  INVALID_BCRYPT_HASH(
      "InvalidBcryptHash", "The password hash is not a bcrypt hash that can be taken."),
  INVALID_PASSWORD_HASH(
      "InvalidPasswordHash", "The password hash is not one of its type that can be taken."),
  INVARIANT_VIOLATED("InvariantViolated", "A login id belongs to another user."),
  ROLE_UNKNOWN_KEYS("RoleUnknownKeys", "A role does not exist in the realm."),
  GROUP_UNKNOWN_KEYS("GroupUnknownKeys", "A group does not exist in the realm."),
  INVALID_ACCOUNT_STATUS_TRANSITION(
      "InvalidAccountStatusTransition", "The account's valid period would end before it starts."),
  KEY_MATCHES_TOO_MANY_USERS(
      "key-matches-too-many-users", "The record's key or keys belong to more than one user."),
  UNIQUE_CONSTRAINT_FAILED(
      "unique-constraint-failed", "A value that must be unique occurs already."),
  EXTERNAL_ID_ALREADY_EXISTS(
      "external-id-already-exist", "The external id belongs to another user."),

  REFUSED_BY_DATABASE(
      "refused-by-database",
      "The database refuses the record; if a constraint is named, see `muster db check`."),

  TYPE_ERROR("TypeError", "RestAuth: a value is of the wrong JSON type."),
  VALUE_ERROR("ValueError", "RestAuth: a value can't be what its name says."),
  SERVICE_NOT_FOUND("DoesNotExist", "RestAuth: a group belongs to a service that isn't there."),
  USER_NOT_FOUND("UserNotFound", "RestAuth: a group has a member who isn't there."),
  GROUP_NOT_FOUND("GroupNotFound", "RestAuth: a group has a subgroup that isn't there."),
  GROUP_CYCLE("GroupCycle", "RestAuth: a group would become a subgroup of itself."),

  INVALID_TYPE("INVALID_TYPE", "Auth0: a value is of the wrong JSON type."),
  INVALID_FORMAT("INVALID_FORMAT", "Auth0: a text has not the format that it should have."),
  PATTERN("PATTERN", "Auth0: a text does not match its pattern."),
  ENUM_MISMATCH("ENUM_MISMATCH", "Auth0: a text is not one of the allowed ones."),
  MIN_LENGTH("MIN_LENGTH", "Auth0: a text is too short."),
  MAX_LENGTH("MAX_LENGTH", "Auth0: a text is too long."),
  MINIMUM("MINIMUM", "Auth0: a number is too small."),
  MAXIMUM("MAXIMUM", "Auth0: a number is too large, or verifying the hash would cost too much."),
  ARRAY_LENGTH_SHORT("ARRAY_LENGTH_SHORT", "Auth0: a list has too few items."),
  ARRAY_LENGTH_LONG("ARRAY_LENGTH_LONG", "Auth0: a list has too many items."),
  OBJECT_REQUIRED("OBJECT_REQUIRED", "Auth0: a required property is missing."),
  OBJECT_ADDITIONAL_PROPERTIES(
      "OBJECT_ADDITIONAL_PROPERTIES", "Auth0: a property is unknown, or not allowed there."),
  NOT_PASSED("NOT_PASSED", "Auth0: two values exclude each other."),
  DUPLICATED_USER(
      "DUPLICATED_USER", "Auth0: the user exists already, or is in an earlier row of the file."),
  CONFLICT("CONFLICT", "Auth0: the row is about a user, but a value belongs to another one."),
  CONFLICT_EMAIL("CONFLICT_EMAIL", "Auth0: the e-mail address belongs to another user."),
  CONFLICT_USERNAME("CONFLICT_USERNAME", "Auth0: the user name belongs to another user."),

  // One cell of a record.
  DATA_ERROR("data-error", "The cell's value is not valid for its column."),
  ROLE_NOT_FOUND("role-not-found", "The realm has no such role; the account is kept."),
  ROLE_UNAUTHORIZED(
      "role-unauthorized", "The user belongs to another realm than the role; the account is kept.");

  private final String wireName;
  private final String meaning;

  ProblemCode(String wireName, String meaning) {
    this.wireName = wireName;
    this.meaning = meaning;
  }

  public String wireName() {
    return wireName;
  }

  /** One sentence for the reference page. */
  public String meaning() {
    return meaning;
  }

  /** Whether the input can be read, and its password hashes can't be used. */
  public boolean isOfPasswords() {
    return this == MISSING_PEPPER || this == PROOF_FAILED;
  }
}
