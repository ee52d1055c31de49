package dev.muster.app.hash.scheme;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A scheme that stores its hashes as the texts that were imported.
 *
 * @param recognised whether a text looks like a hash of this scheme and of no other
 * @param parser empty for a recognised text that is not well-formed
 * @param malformed the message for a text that is not well-formed
 * @param sound a hash with which a text is compared to tell why it is not well-formed; empty if the
 *     message is to be as it is
 */
record TextScheme(
    String name,
    Predicate<String> recognised,
    KnownScheme.HashParser parser,
    String malformed,
    Function<String, Optional<String>> sound,
    CostBounds bounds)
    implements HashScheme {

  @Override
  public HashReading read(String encoded) {
    return recognised.test(encoded) ? readAs(encoded) : new HashReading.NotMine();
  }

  @Override
  public HashReading readAs(String encoded) {
    return ParsedHash.reading(
        parser.parse(encoded),
        bounds,
        new EncodedHash(name, encoded),
        new HashReading.Malformed(
            malformed, () -> sound.apply(encoded).flatMap(example -> flaw(encoded, example))));
  }

  private Optional<String> flaw(String encoded, String example) {
    return Flaw.of(encoded, example, text -> parser.parse(text).isPresent());
  }

  @Override
  public int saltLength(EncodedHash hash) {
    return ParsedHash.accepted(parser.parse(hash.encoded()), hash).saltLength();
  }

  @Override
  public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
    return ParsedHash.accepted(parser.parse(hash.encoded()), hash).matches(passwordUtf8);
  }
}
