package dev.muster.app.store;

import java.time.Instant;

/**
 * A signed-in browser.
 *
 * @param tokenHash the SHA-256 of its token, hexadecimal
 * @param administrator the name of the administrator who signed in
 * @param createdAt when the administrator signed in
 * @param endsAt when the session ends, unless it is used before
 */
public record WebSession(
    String tokenHash, String administrator, Instant createdAt, Instant endsAt) {

  /** Without the hash, which finds the session. */
  @Override
  public String toString() {
    return "WebSession[" + administrator + ", ends " + endsAt + "]";
  }
}
