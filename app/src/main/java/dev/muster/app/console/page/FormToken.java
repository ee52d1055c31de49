package dev.muster.app.console.page;

import dev.muster.app.token.RandomToken;
import org.apache.commons.codec.digest.DigestUtils;

/** The token that each form of a page carries, which a page of another site can't know. */
final class FormToken {

  private FormToken() {}

  /** The token that follows from a secret of the browser's cookie, but does not tell it. */
  static String of(String secret) {
    return DigestUtils.sha256Hex("muster form\n" + secret);
  }

  /** Whether what a form carried is the token of a secret. */
  static boolean fits(String given, String secret) {
    return RandomToken.same(given, of(secret));
  }
}
