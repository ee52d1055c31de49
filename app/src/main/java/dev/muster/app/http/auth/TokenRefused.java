package dev.muster.app.http.auth;

import java.io.Serial;

/** A token is missing, invalid, expired or revoked. The message is for logs, not for callers. */
public final class TokenRefused extends Exception {

  @Serial private static final long serialVersionUID = 1;

  TokenRefused(String reason) {
    super(reason);
  }
}
