package dev.muster.value;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Computes one digest after the other into the same bytes, because an import has millions of them.
 * For one thread.
 */
public final class ReusedDigest {

  private final MessageDigest digest;
  private final byte[] bytes;

  private ReusedDigest(MessageDigest digest) {
    this.digest = digest;
    this.bytes = new byte[digest.getDigestLength()];
  }

  /**
   * A digest for each thread.
   *
   * @param algorithm its name in Java, which every Java platform has
   */
  public static ThreadLocal<ReusedDigest> ofEachThread(String algorithm) {
    return ThreadLocal.withInitial(() -> new ReusedDigest(digest(algorithm)));
  }

  /** The digest of some bytes, which the next one overwrites. */
  public byte[] of(byte[] input) {
    digest.update(input);
    try {
      digest.digest(bytes, 0, bytes.length);
    } catch (DigestException e) {
      throw new IllegalStateException(e); // the bytes are as many as a digest has
    }
    return bytes;
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
