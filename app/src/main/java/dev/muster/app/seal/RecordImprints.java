package dev.muster.app.seal;

import dev.muster.user.Imprint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Makes the imprints of one input's records. Immutable. */
public final class RecordImprints {

  private final long key0;
  private final long key1;

  /**
   * Imprints for a directory and an input.
   *
   * @param secret the directory's: whoever knows it could make records that have one imprint
   * @param rules all that decides, beside a record's own text, what the record comes to
   */
  public RecordImprints(String secret, String rules) {
    ByteBuffer key = ByteBuffer.wrap(sha256(secret + '\n' + rules));
    this.key0 = key.getLong();
    this.key1 = key.getLong();
  }

  /** The imprint of a record's text. */
  public Imprint of(byte[] record) {
    return new Imprint(SipHash.of(key0, key1, record));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
