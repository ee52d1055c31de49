package dev.muster.app.hash.recipe;

import dev.muster.app.hash.crypt.CryptSchemes;
import dev.muster.app.hash.digest.DigestSchemes;
import dev.muster.app.hash.kdf.KdfSchemes;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.vendor.VendorSchemes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schemes that may be around a recipe: all whose hashes can be verified. */
final class WrappedSchemes {

  private WrappedSchemes() {}

  static Optional<KnownScheme> named(String name) {
    return Optional.ofNullable(ByName.ALL.get(name));
  }

  /** Collected on first use, when the schemes of all packages exist. */
  private static final class ByName {

    static final Map<String, KnownScheme> ALL =
        Stream.of(CryptSchemes.ALL, KdfSchemes.ALL, DigestSchemes.ALL, VendorSchemes.ALL)
            .flatMap(List::stream)
            .filter(known -> known.about().advice() != Advice.UNVERIFIABLE)
            .collect(Collectors.toUnmodifiableMap(KnownScheme::name, Function.identity()));
  }
}
