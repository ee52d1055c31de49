package dev.muster.app.hash.vendor;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Iteration;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Passwords of RabbitMQ: base64 of four bytes of salt and a digest of salt and password. The length
 * tells the digest: SHA-256, SHA-512, or MD5 in old versions. Nothing else tells these texts, so
 * the input has to name the scheme.
 *
 * <p>Source: RabbitMQ's documentation, "Credentials and Passwords".
 */
final class RabbitMq {

  private static final int SALT_LENGTH = 4;
  private static final SecretBytes NOTHING = SecretBytes.ofUtf8("");

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.named(
              "rabbitmq",
              RabbitMq::parse,
              About.of(
                  "RabbitMQ's salted digests",
                  "kI3GChbLx4NQWy1k0qjYNgBCVHg4xiwsNA7YqAeejbg4lJa/",
                  "RabbitMQ",
                  "rabbitmqctl export_definitions FILE: the members password_hash",
                  Advice.LEGACY)));

  private RabbitMq() {}

  private static Optional<SaltedDigest> parse(String text) {
    return SecretBytes.ofBase64(text)
        .flatMap(
            bytes -> digest(bytes.length() - SALT_LENGTH).map(digest -> salted(digest, bytes)));
  }

  private static Optional<Digest> digest(int length) {
    return Stream.of(Digest.MD5, Digest.SHA256, Digest.SHA512)
        .filter(digest -> digest.length() == length)
        .findFirst();
  }

  private static SaltedDigest salted(Digest digest, SecretBytes bytes) {
    return new SaltedDigest(
        digest,
        PasswordForm.PLAIN,
        1,
        Iteration.BYTES,
        bytes.part(0, SALT_LENGTH),
        NOTHING,
        bytes.part(SALT_LENGTH, bytes.length()));
  }
}
