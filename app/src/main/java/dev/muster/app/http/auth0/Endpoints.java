package dev.muster.app.http.auth0;

import dev.muster.app.http.CutAnswer;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.http.auth.TokenRefused;
import dev.muster.app.http.auth.TokenVerifier;
import dev.muster.apply.StoreUnavailable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** Registers operations of the API. Each needs a token with one of some scopes. */
final class Endpoints {

  static final String ROOT = "/api/v2";

  /** How much of the body is read of a client who may not make the request, and how long. */
  private static final long REFUSED_BYTES_MAX = 2L << 20;

  private static final Duration REFUSED_PATIENCE = Duration.ofSeconds(5);

  /** The SDKs ask again after that. */
  private static final String RETRY_AFTER_SECONDS = "5";

  private final RoutesConfig routes;
  private final TokenVerifier tokens;

  Endpoints(RoutesConfig routes, TokenVerifier tokens) {
    this.routes = routes;
    this.tokens = tokens;
  }

  /** Answers a request of a caller who may make it. */
  interface Operation {
    void answer(Context context, Caller caller) throws Refusal, IOException;
  }

  void get(String path, Operation operation, Scope... anyOf) {
    routes.get(ROOT + path, context -> answer(context, operation, anyOf));
  }

  void post(String path, Operation operation, Scope... anyOf) {
    routes.post(ROOT + path, context -> answer(context, operation, anyOf));
  }

  private void answer(Context context, Operation operation, Scope... anyOf) throws Exception {
    try {
      operation.answer(context, caller(context, anyOf));
    } catch (TokenRefused e) {
      JsonReply.write(context, Auth0Error.invalidToken());
    } catch (Refusal e) {
      JsonReply.write(context, e.error());
    } catch (StoreUnavailable e) {
      if (CutAnswer.cut(context)) {
        throw e;
      }
      log(context, e);
      context.header("Retry-After", RETRY_AFTER_SECONDS);
      JsonReply.write(context, Auth0Error.unavailable());
    } catch (IOException | RuntimeException e) {
      if (CutAnswer.cut(context)) {
        throw e;
      }
      log(context, e);
      JsonReply.write(context, Auth0Error.internal());
    }
  }

  private static void log(Context context, Exception e) {
    System.getLogger(Endpoints.class.getName())
        .log(System.Logger.Level.ERROR, context.method() + " " + context.path() + " failed", e);
  }

  private Caller caller(Context context, Scope... anyOf) throws TokenRefused, Refusal {
    try {
      Caller caller = tokens.verify(context.header("Authorization"));
      if (Arrays.stream(anyOf).anyMatch(caller::may)) {
        return caller;
      }
    } catch (TokenRefused e) {
      UnreadBody.discard(context, REFUSED_BYTES_MAX, REFUSED_PATIENCE);
      throw e;
    }
    UnreadBody.discard(context, REFUSED_BYTES_MAX, REFUSED_PATIENCE);
    throw new Refusal(Auth0Error.insufficientScope(anyOf));
  }
}
