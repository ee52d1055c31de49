package dev.muster.app.hash;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;

/**
 * The scheme {@code bcrypt}, see {@link BcryptHash}.
 *
 * <p>Django writes {@code bcrypt$} before it: {@code bcrypt$$2b$12$…}. Both spellings are one
 * scheme, stored without Django's prefix; which of them is understood is the dialect's choice.
 */
final class Bcrypt implements HashScheme {

  private static final String NAME = "bcrypt";

  /** Which spellings are understood. */
  enum Spelling {
    BARE,
    DJANGO,
    EITHER
  }

  private final Spelling spelling;
  private final CostBounds bounds;

  Bcrypt(Spelling spelling, CostBounds bounds) {
    this.spelling = spelling;
    this.bounds = bounds;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public HashReading read(String encoded) {
    if (spelling != Spelling.DJANGO && BcryptHash.revision(encoded) != null) {
      return readBare(encoded, "Invalid format for bcrypt hash");
    }
    if (spelling != Spelling.BARE && DjangoScheme.claims(NAME, encoded)) {
      return readBare(DjangoScheme.withoutAlgorithm(encoded), DjangoScheme.invalidFormat(NAME));
    }
    return new HashReading.NotMine();
  }

  private HashReading readBare(String bare, String invalidFormat) {
    return ParsedHash.reading(
        BcryptHash.parse(bare), bounds, new EncodedHash(NAME, bare), invalidFormat);
  }

  @Override
  public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
    return ParsedHash.accepted(BcryptHash.parse(hash.encoded()), hash).matches(passwordUtf8);
  }
}
