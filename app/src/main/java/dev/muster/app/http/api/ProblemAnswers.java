package dev.muster.app.http.api;

import dev.muster.app.document.ImportDocument.Trouble;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.TokenRefused;
import dev.muster.app.tempfile.SourceBroken;
import dev.muster.apply.StoreUnavailable;
import dev.muster.problem.InputRefused;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;

/** Turns exceptions into problem documents, and answers paths that the API does not have. */
final class ProblemAnswers implements Routes {

  private static final System.Logger LOG = System.getLogger(ProblemAnswers.class.getName());

  private static final Duration AWAY = Duration.ofSeconds(5);
  private static final int ERRORS_MAX = 100;

  /** The error of an exception. */
  static ApiProblem of(Exception e) {
    if (e instanceof ApiProblem problem) {
      return problem;
    }
    if (e instanceof TokenRefused) {
      return ApiProblem.challenge(
          ApiErrorCode.UNAUTHORIZED,
          "The bearer token is invalid, expired or revoked.",
          "Bearer realm=\"muster\", error=\"invalid_token\"");
    }
    if (e instanceof InputRefused refused) {
      return ApiProblem.of(
          ApiErrorCode.INVALID_INPUT,
          "Nothing was imported: " + refused.problems().get(0).message(),
          refused.problems().stream().limit(ERRORS_MAX).map(Trouble::of).toList());
    }
    if (e instanceof UsageProblem) {
      return ApiProblem.of(ApiErrorCode.UNSUITABLE_OPTIONS, String.valueOf(e.getMessage()));
    }
    if (e instanceof StoreUnavailable) {
      LOG.log(System.Logger.Level.WARNING, "a request failed: {0}", e.getMessage());
      return ApiProblem.later(
          ApiErrorCode.STORE_UNAVAILABLE, "The database can't be reached or written now.", AWAY);
    }
    if (e instanceof SourceBroken) {
      return ApiProblem.of(
          ApiErrorCode.INCOMPLETE_BODY, "The body broke off. Nothing of it was kept.");
    }
    LOG.log(System.Logger.Level.ERROR, "a request failed", e);
    return ApiProblem.of(ApiErrorCode.INTERNAL_ERROR, "The server's log has the details.");
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.error(HttpStatus.NOT_FOUND, ProblemAnswers::noSuchPath);
    routes.error(HttpStatus.METHOD_NOT_ALLOWED, ProblemAnswers::methodNotAllowed);
  }

  private static void noSuchPath(Context context) {
    if (isUnanswered(context)) {
      ApiProblem.of(ApiErrorCode.NO_SUCH_PATH, "See /docs for the paths of the API.")
          .write(context);
    }
  }

  private static void methodNotAllowed(Context context) {
    if (isUnanswered(context)) {
      ApiProblem.of(
              ApiErrorCode.METHOD_NOT_ALLOWED,
              "This path does not take " + context.method().name() + ".")
          .write(context);
    }
  }

  /** Whether no operation of the API has answered a request that concerns it. */
  private static boolean isUnanswered(Context context) {
    String type = context.res().getContentType();
    boolean ours =
        context.path().equals(ApiEndpoints.ROOT)
            || context.path().startsWith(ApiEndpoints.ROOT + "/");
    return ours && (type == null || !type.startsWith(ApiProblem.CONTENT_TYPE));
  }
}
