package dev.muster.app.hash;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What a digest is made of: fixed bytes, and the password between any two of them. One piece alone
 * has no password in it.
 */
record Mixture(List<Octets> pieces) {

  Mixture {
    pieces = List.copyOf(pieces);
  }

  static Mixture around(Octets before, Octets after) {
    return new Mixture(List.of(before, after));
  }

  static Mixture fixed(Octets bytes) {
    return new Mixture(List.of(bytes));
  }

  boolean hasPassword() {
    return pieces.size() > 1;
  }

  /** All of it, in order. */
  byte[] with(byte[] password) {
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
