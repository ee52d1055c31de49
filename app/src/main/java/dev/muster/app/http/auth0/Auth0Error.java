package dev.muster.app.http.auth0;

import dev.muster.app.http.auth.Scope;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An error as Auth0's Management API has it.
 *
 * @param error the status in words
 * @param message for people
 * @param errorCode for programs; empty where Auth0 has none
 */
record Auth0Error(HttpStatus status, String error, String message, Optional<String> errorCode) {

  private static final String INVALID_BODY = "invalid_body";

  static Auth0Error badRequest(String message) {
    return of(HttpStatus.BAD_REQUEST, message);
  }

  static Auth0Error badRequest(String message, String errorCode) {
    return badRequest(message).coded(errorCode);
  }

  /** A part of the form violates its schema. */
  static Auth0Error invalidBody(String detail) {
    return badRequest("Payload validation error: '" + detail + "'", INVALID_BODY);
  }

  /** A part of the form violates its schema. */
  static Auth0Error invalidBody(String detail, String part) {
    return badRequest(
        "Payload validation error: '" + detail + "' on property " + part, INVALID_BODY);
  }

  /** The body is no form, or broke off. */
  static Auth0Error damagedForm() {
    return invalidBody("Invalid multipart payload format");
  }

  static Auth0Error invalidQuery(String detail, String parameter) {
    return badRequest(
        "Query validation error: '" + detail + "' on property " + parameter,
        "invalid_query_string");
  }

  static Auth0Error invalidToken() {
    return of(HttpStatus.UNAUTHORIZED, "Invalid token");
  }

  /** The token has none of some scopes. */
  static Auth0Error insufficientScope(Scope... anyOf) {
    return of(
            HttpStatus.FORBIDDEN,
            "Insufficient scope, expected any of: "
                + Arrays.stream(anyOf).map(Scope::auth0Name).collect(Collectors.joining(",")))
        .coded("insufficient_scope");
  }

  static Auth0Error notFound(String message, String errorCode) {
    return of(HttpStatus.NOT_FOUND, message).coded(errorCode);
  }

  /**
   * The file of users is too large.
   *
   * @param limit its greatest size in bytes
   */
  static Auth0Error tooLarge(long limit) {
    return new Auth0Error(
        HttpStatus.CONTENT_TOO_LARGE,
        "Request Entity Too Large",
        "Payload content length greater than maximum allowed: " + limit,
        Optional.empty());
  }

  /**
   * So many jobs are active that no more may be submitted.
   *
   * @param limit the greatest number of active jobs
   */
  static Auth0Error tooManyJobs(int limit) {
    return of(
        HttpStatus.TOO_MANY_REQUESTS,
        "There are "
            + limit
            + " active import users jobs, please wait until some of them are finished and try"
            + " again");
  }

  /**
   * The request is for something that the API can't do here.
   *
   * @param status that nothing is at this path, or nothing for this method
   */
  static Auth0Error noSuchOperation(HttpStatus status) {
    return of(status, "Of Auth0's API only imports of users and connections are here");
  }

  static Auth0Error unavailable() {
    return of(HttpStatus.SERVICE_UNAVAILABLE, "The database is not available at present");
  }

  static Auth0Error internal() {
    return of(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error");
  }

  private static Auth0Error of(HttpStatus status, String message) {
    String words = status == HttpStatus.INTERNAL_SERVER_ERROR ? "Internal Server Error" : "";
    return new Auth0Error(
        status, words.isEmpty() ? status.getMessage() : words, message, Optional.empty());
  }

  private Auth0Error coded(String code) {
    return new Auth0Error(status, error, message, Optional.of(code));
  }

  /** The error as a JSON object. */
  Struct document() {
    Struct.Builder members =
        new Struct.Builder()
            .append("statusCode", Value.of(status.getCode()))
            .append("error", Value.of(error))
            .append("message", Value.of(message));
    errorCode.ifPresent(code -> members.append("errorCode", Value.of(code)));
    return members.build();
  }
}
