package dev.muster.app.hash.digest;

import dev.muster.app.hash.scheme.SecretBytes;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The input of a digest: fixed bytes, with the password between each two pieces of them. An input
 * of one piece does not contain the password.
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

  /** The complete input. */
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
