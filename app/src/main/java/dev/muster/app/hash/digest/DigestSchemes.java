package dev.muster.app.hash.digest;

import dev.muster.app.hash.scheme.KnownScheme;
import java.util.List;
import java.util.stream.Stream;

/** The schemes of this package, the frequent ones first. */
public final class DigestSchemes {

  public static final List<KnownScheme> ALL =
      Stream.of(
              SaltedDigest.SCHEMES,
              KeyedDigest.SCHEMES,
              KratosDigest.SCHEMES,
              KratosHmac.SCHEMES,
              HexDigest.SCHEMES,
              FshpHash.SCHEMES)
          .flatMap(List::stream)
          .toList();

  private DigestSchemes() {}
}
