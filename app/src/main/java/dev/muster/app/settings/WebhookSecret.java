package dev.muster.app.settings;

import java.util.Base64;
import java.util.Optional;

/**
 * A secret that signs messages to a webhook: {@code whsec_} and 24 to 64 bytes in Base64, as
 * Standard Webhooks has it.
 */
public final class WebhookSecret {

  private static final String PREFIX = "whsec_";
  private static final int BYTES_MIN = 24;
  private static final int BYTES_MAX = 64;

  private final String text;
  private final byte[] key;

  private WebhookSecret(String text, byte[] key) {
    this.text = text;
    this.key = key;
  }

  /** Parses a secret; empty if it has not the form of one. */
  public static Optional<WebhookSecret> parse(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      return key.length < BYTES_MIN || key.length > BYTES_MAX
          ? Optional.empty()
          : Optional.of(new WebhookSecret(text, key));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The key of the signatures. */
  public byte[] key() {
    return key.clone();
  }

  /** The secret's text, for muster.yml. */
  String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebhookSecret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return PREFIX + "(secret)";
  }
}
