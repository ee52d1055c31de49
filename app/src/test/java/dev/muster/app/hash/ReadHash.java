package dev.muster.app.hash;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;

/** What was read as a hash, also where an import refuses it because it is the password itself. */
final class ReadHash {

  private ReadHash() {}

  static EncodedHash of(HashReading reading) {
    if (reading instanceof HashReading.Cleartext plain) {
      return new EncodedHash("cleartext", "{CLEARTEXT}" + plain.password());
    }
    if (reading instanceof HashReading.Accepted accepted) {
      return accepted.hash();
    }
    throw new AssertionError("not accepted: " + reading);
  }
}
