package dev.muster.app.job.unchanged;

import dev.muster.user.RecordFingerprint;
import java.nio.ByteBuffer;
import org.apache.commons.codec.digest.DigestUtils;

/** Computes the fingerprints of one input's records. Immutable. */
final class RecordFingerprints {

  private final long key0;
  private final long key1;

  /**
   * Fingerprints for one directory and one input.
   *
   * @param secret the directory's key; whoever knows it could construct two records with the same
   *     fingerprint
   * @param rules everything besides a record's own text that decides what the record means
   */
  RecordFingerprints(String secret, String rules) {
    ByteBuffer key = ByteBuffer.wrap(DigestUtils.sha256(secret + '\n' + rules));
    this.key0 = key.getLong();
    this.key1 = key.getLong();
  }

  /** The fingerprint of a record's text. */
  RecordFingerprint of(byte[] record) {
    return new RecordFingerprint(SipHash.of(key0, key1, record));
  }
}
