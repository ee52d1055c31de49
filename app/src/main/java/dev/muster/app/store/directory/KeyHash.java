package dev.muster.app.store.directory;

import dev.muster.user.Key;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The fixed-width form in which {@code login_keys} indexes a {@link Key}: the first 128 bits of its
 * text's SHA-256. Two integers instead of a text of any length make the index half as large, and an
 * import writes half as many of its pages. Finding a collision would take about 2⁶⁴ tries.
 *
 * @param high the first 64 bits; look-ups use only these
 * @param low the next 64 bits
 */
public record KeyHash(long high, long low) {

  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(DigestUtils::getSha256Digest);

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyHash that && high == that.high && low == that.low;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(high);
  }

  public static KeyHash of(Key key) {
    byte[] digest = SHA_256.get().digest(key.text().getBytes(StandardCharsets.UTF_8));
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    return new KeyHash(bytes.getLong(), bytes.getLong());
  }

  /** The 128 bits as bytes, the first ones first. */
  public byte[] bytes() {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
  }
}
