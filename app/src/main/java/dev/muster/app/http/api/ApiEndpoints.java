package dev.muster.app.http.api;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.http.auth.TokenRefused;
import dev.muster.app.http.auth.TokenVerifier;
import dev.muster.problem.InputRefused;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Registers operations of the API. Each needs a token with a scope; what it throws is answered as a
 * problem document.
 */
final class ApiEndpoints {

  static final String ROOT = "/api/v1";

  private final RoutesConfig routes;
  private final TokenVerifier tokens;

  ApiEndpoints(RoutesConfig routes, TokenVerifier tokens) {
    this.routes = routes;
    this.tokens = tokens;
  }

  /** Answers a request of a caller who may make it. */
  interface Operation {
    void answer(Context context, Caller caller)
        throws ApiProblem, InputRefused, UsageProblem, IOException;
  }

  void get(String path, Scope scope, Operation operation) {
    add(HandlerType.GET, path, scope, operation);
  }

  void post(String path, Scope scope, Operation operation) {
    add(HandlerType.POST, path, scope, operation);
  }

  void delete(String path, Scope scope, Operation operation) {
    add(HandlerType.DELETE, path, scope, operation);
  }

  private void add(HandlerType method, String path, Scope scope, Operation operation) {
    routes.addHttpHandler(method, ROOT + path, context -> answer(context, scope, operation));
  }

  private void answer(Context context, Scope scope, Operation operation) throws Exception {
    try {
      operation.answer(context, caller(context, scope));
    } catch (ApiProblem
        | InputRefused
        | UsageProblem
        | TokenRefused
        | IOException
        | RuntimeException e) {
      if (context.res().isCommitted()) {
        throw e; // the connection is cut, so that the client sees that the answer is incomplete
      }
      ProblemAnswers.of(cause(e)).write(context);
    }
  }

  private static Exception cause(Exception e) {
    return e instanceof UncheckedIOException unchecked
        ? Objects.requireNonNull(unchecked.getCause())
        : e;
  }

  private Caller caller(Context context, Scope scope) throws ApiProblem, TokenRefused {
    String authorization = context.header("Authorization");
    if (authorization == null) {
      throw ApiProblem.challenge(
          ApiErrorCode.UNAUTHORIZED,
          "The request has no bearer token. Make one with: muster token create",
          "Bearer realm=\"muster\"");
    }
    Caller caller = tokens.verify(authorization);
    if (!caller.may(scope)) {
      throw ApiProblem.challenge(
          ApiErrorCode.MISSING_SCOPE,
          "The token lacks the scope " + scope.wireName() + ".",
          "Bearer realm=\"muster\", error=\"insufficient_scope\", scope=\""
              + scope.wireName()
              + "\"");
    }
    return caller;
  }
}
