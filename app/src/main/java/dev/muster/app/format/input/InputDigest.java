package dev.muster.app.format.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** The SHA-256 of an input's original bytes. */
final class InputDigest {

  private static final int BUFFER = 1 << 18;

  private InputDigest() {}

  /** Copies a stream, and returns the SHA-256 of its bytes in lower-case hexadecimal. */
  static String copy(InputStream in, OutputStream out) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      digest.update(buffer, 0, n);
      out.write(buffer, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
