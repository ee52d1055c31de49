package dev.muster.app.store;

import dev.muster.app.token.RandomToken;
import org.apache.commons.codec.digest.DigestUtils;

/** The secret part of a link to set a password: 256 random bits. Its text shows nothing of it. */
public final class LinkToken {

  private final String secret;

  private LinkToken(String secret) {
    this.secret = secret;
  }

  /** A new token. */
  public static LinkToken make() {
    return new LinkToken(RandomToken.make());
  }

  /** The token itself, for the link: 43 letters, digits, - and _. */
  public String secret() {
    return secret;
  }

  /** What is stored. A fast hash suffices, because a token can't be guessed. */
  public String hash() {
    return hash(secret);
  }

  /** The stored form of what a client sends as a token. */
  public static String hash(String sent) {
    return DigestUtils.sha256Hex(sent);
  }

  @Override
  public String toString() {
    return "LinkToken";
  }
}
