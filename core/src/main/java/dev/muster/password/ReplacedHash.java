package dev.muster.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Recognises the hash in whose place a better one of the same password was stored.
 *
 * @param digest SHA-256 of the replaced hash, in base64
 */
public record ReplacedHash(String digest) {

  public ReplacedHash {
    requireNonNull(digest, "digest is null");
  }

  /** The record of a hash that is being replaced. */
  public static ReplacedHash of(EncodedHash hash) {
    String text = hash.scheme() + '\n' + hash.encoded();
    return new ReplacedHash(
        Base64.getEncoder().withoutPadding().encodeToString(sha256(text.getBytes(UTF_8))));
  }

  /** Whether a hash is the replaced one. */
  public boolean isOf(EncodedHash hash) {
    return digest.equals(of(hash).digest);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  @Override
  public String toString() {
    return "ReplacedHash[]";
  }
}
