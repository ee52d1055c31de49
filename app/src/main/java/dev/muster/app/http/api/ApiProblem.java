package dev.muster.app.http.api;

import dev.muster.app.document.ImportDocument.Trouble;
import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import io.javalin.http.Context;
import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A request is answered with an error, as a problem document (RFC 9457). */
final class ApiProblem extends Exception {

  static final String CONTENT_TYPE = "application/problem+json";

  @Serial private static final long serialVersionUID = 1;

  private final ApiErrorCode code;
  private final String detail;
  private final transient List<Trouble> errors;
  private final transient Map<String, String> headers;

  private ApiProblem(
      ApiErrorCode code, String detail, List<Trouble> errors, Map<String, String> headers) {
    super(code.wireName());
    this.code = code;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.headers = Map.copyOf(headers);
  }

  /**
   * An error.
   *
   * @param detail what is wrong with this request, without secrets
   */
  static ApiProblem of(ApiErrorCode code, String detail) {
    return new ApiProblem(code, detail, List.of(), Map.of());
  }

  /** An error of an input, with its single errors. */
  static ApiProblem of(ApiErrorCode code, String detail, List<Trouble> errors) {
    return new ApiProblem(code, detail, errors, Map.of());
  }

  /** An error that is over after a time. */
  static ApiProblem later(ApiErrorCode code, String detail, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new ApiProblem(code, detail, List.of(), Map.of("Retry-After", Long.toString(seconds)));
  }

  /** An error about a token, with the challenge of RFC 6750. */
  static ApiProblem challenge(ApiErrorCode code, String detail, String challenge) {
    return new ApiProblem(code, detail, List.of(), Map.of("WWW-Authenticate", challenge));
  }

  ApiErrorCode code() {
    return code;
  }

  /** Answers a request with this error. */
  void write(Context context) {
    headers.forEach(context::header);
    context.status(code.status()).contentType(CONTENT_TYPE).result(JsonText.of(document()));
  }

  private Struct document() {
    Struct.Builder members =
        new Struct.Builder()
            .append("type", Value.of(code.type()))
            .append("title", Value.of(code.title()))
            .append("status", Value.of(code.status().getCode()))
            .append("detail", Value.of(detail))
            .append("code", Value.of(code.wireName()));
    if (!errors.isEmpty()) {
      members.append(
          "errors", new Value.Array(errors.stream().<Value>map(Trouble::document).toList()));
    }
    return members.build();
  }
}
