package dev.muster.app.hash.digest;

import dev.muster.app.hash.scheme.SecretBytes;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What a digest is made of: fixed bytes, and the password between any two of them. One piece alone
 * has no password in it.
 */
public record DigestInput(List<SecretBytes> pieces) {

  public DigestInput {
    pieces = List.copyOf(pieces);
  }

  public static DigestInput around(SecretBytes before, SecretBytes after) {
    return new DigestInput(List.of(before, after));
  }

  public static DigestInput fixed(SecretBytes bytes) {
    return new DigestInput(List.of(bytes));
  }

  public boolean hasPassword() {
    return pieces.size() > 1;
  }

  /** All of it, in order. */
  public byte[] with(byte[] password) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < pieces.size(); i++) {
      if (i > 0) {
        bytes.writeBytes(password);
      }
      bytes.writeBytes(pieces.get(i).toBytes());
    }
    return bytes.toByteArray();
  }
}
