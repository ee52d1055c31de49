package dev.muster.app.hash.crypt;

import dev.muster.app.hash.scheme.KnownScheme;
import java.util.List;
import java.util.stream.Stream;

/** The schemes of this package, the frequent ones first. */
public final class CryptSchemes {

  public static final List<KnownScheme> ALL =
      Stream.of(
              List.of(Bcrypt.SCHEME),
              CryptEncodings.SCHEMES,
              Phpass.SCHEMES,
              PhpbbCombined.SCHEMES,
              PasslibBcryptSha256.SCHEMES)
          .flatMap(List::stream)
          .toList();

  private CryptSchemes() {}
}
