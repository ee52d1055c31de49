package dev.muster.app.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.settings.WebhookSecret;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of messages (Standard Webhooks 1.0.0, "Signature scheme"): HMAC-SHA256 of {@code
 * id.timestamp.body}.
 */
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** The value of the header {@code webhook-signature}: a signature for each secret. */
  static String header(List<WebhookSecret> secrets, String id, Instant time, String body) {
    byte[] content = (id + "." + time.getEpochSecond() + "." + body).getBytes(UTF_8);
    return secrets.stream()
        .map(secret -> "v1," + Base64.getEncoder().encodeToString(sign(secret, content)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] sign(WebhookSecret secret, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java platform has HMAC-SHA256
    }
  }
}
