package dev.muster.app.http.api;

import io.javalin.http.HttpStatus;

/** Every error of the API. The wire names are stable, because programs compare them. */
enum ApiErrorCode {
  INVALID_PARAMETER(
      HttpStatus.BAD_REQUEST,
      "invalid-parameter",
      "Invalid parameter",
      "A query parameter or a header is unknown, repeated or has a wrong value."),
  INVALID_BODY(
      HttpStatus.BAD_REQUEST,
      "invalid-body",
      "Invalid body",
      "The body is not the JSON object or the form that the operation takes."),
  INCOMPLETE_BODY(
      HttpStatus.BAD_REQUEST,
      "incomplete-body",
      "Incomplete body",
      "The body broke off before its announced end. Nothing of it was kept."),
  UNAUTHORIZED(
      HttpStatus.UNAUTHORIZED,
      "unauthorized",
      "Unauthorized",
      "The bearer token is missing, invalid, expired or revoked."),
  INVALID_CREDENTIALS(
      HttpStatus.UNAUTHORIZED,
      "invalid-credentials",
      "Invalid credentials",
      "HTTP Basic names no service of the directory, or not its password."),
  MISSING_SCOPE(
      HttpStatus.FORBIDDEN,
      "missing-scope",
      "Missing scope",
      "The token does not name the scope that the operation needs."),
  FOREIGN_REALM(
      HttpStatus.FORBIDDEN,
      "foreign-realm",
      "Foreign realm",
      "The token is limited to other realms."),
  FOREIGN_HOST(
      HttpStatus.FORBIDDEN,
      "foreign-host",
      "Foreign host",
      "The client's address is none of the service's hosts."),
  NO_SUCH_PATH(
      HttpStatus.NOT_FOUND, "no-such-path", "No such path", "The API has nothing at this path."),
  REALM_NOT_FOUND(
      HttpStatus.NOT_FOUND, "realm-not-found", "Realm not found", "There is no such realm."),
  IMPORT_NOT_FOUND(
      HttpStatus.NOT_FOUND,
      "import-not-found",
      "Import not found",
      "There is no such import, it was deleted, or it belongs to a realm that the token may not"
          + " see."),
  USER_NOT_FOUND(
      HttpStatus.NOT_FOUND,
      "user-not-found",
      "User not found",
      "There is no such user in the realms that the token may see."),
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED,
      "method-not-allowed",
      "Method not allowed",
      "The path exists, but not for this HTTP method."),
  AMBIGUOUS_LOGIN(
      HttpStatus.CONFLICT,
      "ambiguous-login",
      "Ambiguous login",
      "The login identifies more than one user. Use the id of one of them."),
  IDEMPOTENCY_CONFLICT(
      HttpStatus.CONFLICT,
      "idempotency-conflict",
      "Idempotency key used before",
      "The idempotency key was used for another input or with other options."),
  IMPORT_FINISHED(
      HttpStatus.CONFLICT,
      "import-finished",
      "Import is finished",
      "The import is finished, so that it can't be stopped any more."),
  IMPORT_RUNNING(
      HttpStatus.CONFLICT,
      "import-running",
      "Import is running",
      "A process is running the import. Cancel it, and wait until it has stopped."),
  IMPORT_STOPPING(
      HttpStatus.CONFLICT,
      "import-stopping",
      "Import is being cancelled",
      "The import is being cancelled, so that it can't be paused."),
  IMPORT_NOT_PAUSED(
      HttpStatus.CONFLICT,
      "import-not-paused",
      "Import is not paused",
      "Only a paused import that was submitted to workers can be resumed."),
  BODY_TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "body-too-large",
      "Body too large",
      "The body is larger than the operation takes. Inputs of imports may have any size."),
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "unsupported-media-type",
      "Unsupported media type",
      "The Content-Type or Content-Encoding is not one that the operation takes."),
  INVALID_INPUT(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "invalid-input",
      "Invalid input",
      "None of the input can be imported. The errors say why, with codes of"
          + " [outcomes](outcomes.md)."),
  UNSUITABLE_OPTIONS(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "unsuitable-options",
      "Unsuitable options",
      "The options don't fit the input, or its format was not recognised."),
  TOO_MANY_ATTEMPTS(
      HttpStatus.TOO_MANY_REQUESTS,
      "too-many-attempts",
      "Too many attempts",
      "Too many wrong passwords for this login or service, or from this client. Try again after"
          + " the seconds in Retry-After."),
  INTERNAL_ERROR(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "internal-error",
      "Internal error",
      "A defect of Muster. The server's log has the details."),
  STORE_UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "store-unavailable",
      "Database unavailable",
      "The database can't be reached or written now. Try again after the seconds in"
          + " Retry-After.");

  private final HttpStatus status;
  private final String wireName;
  private final String title;
  private final String meaning;

  ApiErrorCode(HttpStatus status, String wireName, String title, String meaning) {
    this.status = status;
    this.wireName = wireName;
    this.title = title;
    this.meaning = meaning;
  }

  HttpStatus status() {
    return status;
  }

  /** The member {@code code} of problem documents. */
  String wireName() {
    return wireName;
  }

  String title() {
    return title;
  }

  /** One or two sentences for the reference page. */
  String meaning() {
    return meaning;
  }

  /** The member {@code type} of problem documents: where the server explains the error. */
  String type() {
    return ReferenceRoutes.PAGE + "#error-" + wireName;
  }
}
