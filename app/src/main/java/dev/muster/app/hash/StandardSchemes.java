package dev.muster.app.hash;

import dev.muster.app.hash.crypt.Bcrypt;
import dev.muster.app.hash.crypt.CryptSchemes;
import dev.muster.app.hash.digest.DigestSchemes;
import dev.muster.app.hash.kdf.KdfSchemes;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.vendor.DjangoEncodings;
import dev.muster.app.hash.vendor.VendorSchemes;
import dev.muster.password.CostBounds;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.util.List;
import java.util.stream.Stream;

/** The registry of password schemes, gathered as the dialects need them. */
public final class StandardSchemes {

  private StandardSchemes() {}

  /** All of them, the frequent ones first. */
  public static List<KnownScheme> known() {
    return Registry.KNOWN;
  }

  /** Every scheme: what a directory can verify. Reads bcrypt bare and in Django's spelling. */
  public static HashSchemes all(CostBounds bounds) {
    return new HashSchemes(known().stream().map(known -> known.within().apply(bounds)).toList());
  }

  /**
   * What Django encodes, and nothing else: bcrypt only as {@code bcrypt$$2b$…}. Where this says
   * that a text is nobody's, Django does not know the algorithm; a malformed one has Django's own
   * message.
   */
  public static HashSchemes django(CostBounds bounds) {
    Stream<HashScheme> schemes =
        DjangoEncodings.SCHEMES.stream().map(known -> known.within().apply(bounds));
    Bcrypt bcrypt = new Bcrypt(Bcrypt.Spelling.DJANGO, bounds);
    return new HashSchemes(Stream.concat(Stream.of(bcrypt), schemes).toList());
  }

  /** Bare bcrypt alone. */
  public static HashSchemes bcrypt(CostBounds bounds) {
    return new HashSchemes(List.of(new Bcrypt(Bcrypt.Spelling.BARE, bounds)));
  }

  /**
   * Created on first use: most imports need a few schemes only, and to create all takes longer than
   * to import ten users.
   */
  private static final class Registry {

    static final List<KnownScheme> KNOWN =
        Stream.of(CryptSchemes.ALL, KdfSchemes.ALL, DigestSchemes.ALL, VendorSchemes.ALL)
            .flatMap(List::stream)
            .toList();
  }
}
