package dev.muster.app.hash.crypt;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.DjangoPrefix;
import dev.muster.app.hash.scheme.Flaw;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;

/**
 * The scheme {@code bcrypt}, see {@link BcryptHash}.
 *
 * <p>Django writes {@code bcrypt$} before the hash: {@code bcrypt$$2b$12$…}. Both spellings are one
 * scheme. The hash is stored without Django's prefix. The dialect decides which spellings are
 * accepted.
 */
public final class Bcrypt implements HashScheme {

  private static final String NAME = "bcrypt";

  public static final KnownScheme SCHEME =
      new KnownScheme(
          NAME,
          new About(
              "bcrypt",
              "$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
              "correct horse battery staple",
              "Authgear, Auth0, Ory Kratos, Supabase, Devise, PHP's password_hash, Spring Security",
              "the column of the users table that begins with $2, as it is",
              Advice.ADVISABLE),
          bounds -> new Bcrypt(Spelling.EITHER, bounds));

  /** Which spellings are accepted. */
  public enum Spelling {
    BARE,
    DJANGO,
    EITHER
  }

  private final Spelling spelling;
  private final CostBounds bounds;

  public Bcrypt(Spelling spelling, CostBounds bounds) {
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
      return readBare(
          encoded,
          new HashReading.Malformed(
              "Invalid format for bcrypt hash",
              () ->
                  Flaw.of(
                      encoded,
                      SCHEME.about().example(),
                      text -> BcryptHash.parse(text).isPresent())));
    }
    if (spelling != Spelling.BARE && DjangoPrefix.names(NAME, encoded)) {
      return readBare(
          DjangoPrefix.remove(encoded),
          new HashReading.Malformed(DjangoPrefix.invalidFormat(NAME)));
    }
    return new HashReading.NotMine();
  }

  private HashReading readBare(String bare, HashReading.Malformed malformed) {
    return ParsedHash.reading(
        BcryptHash.parse(bare), bounds, new EncodedHash(NAME, bare), malformed);
  }

  @Override
  public int saltLength(EncodedHash hash) {
    return ParsedHash.accepted(BcryptHash.parse(hash.encoded()), hash).saltLength();
  }

  @Override
  public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
    return ParsedHash.accepted(BcryptHash.parse(hash.encoded()), hash).matches(passwordUtf8);
  }
}
