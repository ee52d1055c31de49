package dev.muster.app.hash.kdf;

import dev.muster.app.hash.scheme.KnownScheme;
import java.util.List;
import java.util.stream.Stream;

/** The schemes of this package, the frequent ones first. */
public final class KdfSchemes {

  public static final List<KnownScheme> ALL =
      Stream.of(
              Argon2Hash.SCHEMES,
              PhcScrypt.SCHEMES,
              CryptScrypt.SCHEMES,
              WerkzeugScrypt.SCHEMES,
              PlainScrypt.SCHEMES,
              PasslibPbkdf2.SCHEMES,
              PhcPbkdf2.SCHEMES,
              PlainPbkdf2.SCHEMES,
              LdapPbkdf2.SCHEMES,
              WerkzeugPbkdf2.SCHEMES,
              AtlassianPbkdf2.SCHEMES,
              GrubPbkdf2.SCHEMES,
              P5k2.SCHEMES,
              AspNetIdentity.SCHEMES,
              PostgresScram.SCHEMES,
              PasslibScram.SCHEMES)
          .flatMap(List::stream)
          .toList();

  private KdfSchemes() {}
}
