package dev.muster.app.http.api;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.http.CutAnswer;
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
import java.util.Optional;

/**
 * Registers operations of the API. Each needs a token with a scope, or the password of a service
 * where services are accepted; what it throws is answered as a problem document.
 */
final class ApiEndpoints {

  static final String ROOT = "/api/v1";

  /** The challenge of RFC 6750 for clients without a token. */
  static final String BEARER = "Bearer realm=\"muster\"";

  private final RoutesConfig routes;
  private final TokenVerifier tokens;
  private final Optional<ServiceLogins> services;

  /** Operations that need a token. */
  ApiEndpoints(RoutesConfig routes, TokenVerifier tokens) {
    this(routes, tokens, Optional.empty());
  }

  /** Operations that need a token or the password of a service. */
  ApiEndpoints(RoutesConfig routes, TokenVerifier tokens, ServiceLogins services) {
    this(routes, tokens, Optional.of(services));
  }

  private ApiEndpoints(
      RoutesConfig routes, TokenVerifier tokens, Optional<ServiceLogins> services) {
    this.routes = routes;
    this.tokens = tokens;
    this.services = services;
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
      if (CutAnswer.cut(context)) {
        throw e;
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
          services.isPresent() ? BEARER + ", " + ServiceLogins.CHALLENGE : BEARER);
    }
    if (BasicCredentials.isMeant(authorization)) {
      return service(context, authorization);
    }
    Caller caller = tokens.verify(authorization);
    require(caller, scope);
    return caller;
  }

  /** Refuses a caller whose token lacks a scope. */
  static void require(Caller caller, Scope scope) throws ApiProblem {
    if (!caller.may(scope)) {
      throw ApiProblem.challenge(
          ApiErrorCode.MISSING_SCOPE,
          "The token lacks the scope " + scope.wireName() + ".",
          BEARER + ", error=\"insufficient_scope\", scope=\"" + scope.wireName() + "\"");
    }
  }

  private Caller service(Context context, String authorization) throws ApiProblem {
    if (services.isEmpty()) {
      throw ApiProblem.challenge(
          ApiErrorCode.UNAUTHORIZED,
          "Only users:verify accepts HTTP Basic. Send a bearer token.",
          BEARER);
    }
    return services.get().caller(context, authorization);
  }
}
