package dev.muster.app.hash.scheme;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import java.util.function.Predicate;

/**
 * A scheme whose hashes are stored as the texts that they came as.
 *
 * @param recognised tells this scheme's texts from all others', sound or not
 * @param parser given a recognised text, the whole of it
 * @param malformed what to say of a text whose structure is wrong
 */
record TextScheme(
    String name,
    Predicate<String> recognised,
    KnownScheme.HashParser parser,
    String malformed,
    CostBounds bounds)
    implements HashScheme {

  @Override
  public HashReading read(String encoded) {
    return recognised.test(encoded) ? readAs(encoded) : new HashReading.NotMine();
  }

  @Override
  public HashReading readAs(String encoded) {
    return ParsedHash.reading(
        parser.parse(encoded), bounds, new EncodedHash(name, encoded), malformed);
  }

  @Override
  public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
    return ParsedHash.accepted(parser.parse(hash.encoded()), hash).matches(passwordUtf8);
  }
}
