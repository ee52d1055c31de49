package dev.muster.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.muster.value.ReusedDigest;
import java.util.Base64;

/**
 * Recognises the hash in whose place a better one of the same password was stored.
 *
 * @param digest SHA-256 of the replaced hash, in base64
 */
public record ReplacedHash(String digest) {

  private static final ThreadLocal<ReusedDigest> SHA_256 = ReusedDigest.ofEachThread("SHA-256");

  public ReplacedHash {
    requireNonNull(digest, "digest is null");
  }

  /** The record of a hash that is being replaced. */
  public static ReplacedHash of(EncodedHash hash) {
    String text = hash.scheme() + '\n' + hash.encoded();
    return new ReplacedHash(
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(SHA_256.get().of(text.getBytes(UTF_8))));
  }

  /** Whether a hash is the replaced one. */
  public boolean isOf(EncodedHash hash) {
    return digest.equals(of(hash).digest);
  }

  @Override
  public String toString() {
    return "ReplacedHash[]";
  }
}
