package dev.muster.app.hash.scheme;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import java.util.function.Predicate;

/**
 * A scheme that is recognised by name only. No password ever matches its hashes.
 *
 * @param remedy how they can be verified after all, after a semicolon; empty if they can't
 */
record UnverifiableScheme(String name, Predicate<String> recognised, String remedy)
    implements HashScheme {

  @Override
  public HashReading read(String encoded) {
    return recognised.test(encoded) ? readAs(encoded) : new HashReading.NotMine();
  }

  @Override
  public HashReading readAs(String encoded) {
    return new HashReading.Unverifiable(
        new EncodedHash(name, encoded), name + " hashes can't be verified" + remedy);
  }

  @Override
  public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
    return false;
  }
}
