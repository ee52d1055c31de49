package dev.muster.app.hash;

import dev.muster.app.hash.crypt.Bcrypt;
import dev.muster.app.hash.crypt.CryptSchemes;
import dev.muster.app.hash.digest.DigestSchemes;
import dev.muster.app.hash.kdf.HashMemory;
import dev.muster.app.hash.kdf.KdfSchemes;
import dev.muster.app.hash.recipe.Peppers;
import dev.muster.app.hash.recipe.RecipeScheme;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.spelling.StandardSpellings;
import dev.muster.app.hash.vendor.DjangoEncodings;
import dev.muster.app.hash.vendor.VendorSchemes;
import dev.muster.password.CostBounds;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.util.List;
import java.util.stream.Stream;

/** The registry of password schemes, and the selections of it that the dialects need. */
public final class StandardSchemes {

  private StandardSchemes() {}

  /**
   * The limits of hashes that come in. A hash that this process has not the memory to verify is
   * refused.
   */
  public static CostBounds limits() {
    return HashMemory.limits();
  }

  /** All schemes, the frequent ones first. */
  public static List<KnownScheme> known() {
    return Registry.KNOWN;
  }

  /**
   * All schemes, for verifying, and the spellings of other systems. bcrypt is accepted bare and in
   * Django's spelling.
   */
  public static HashSchemes all(CostBounds bounds) {
    return all(bounds, Peppers.UNKNOWN);
  }

  /**
   * The same with the peppers that recipes may name.
   *
   * @param peppers all that there are
   */
  public static HashSchemes all(CostBounds bounds, Peppers peppers) {
    return new HashSchemes(
        known().stream()
            .map(
                known ->
                    known.name().equals(RecipeScheme.NAME)
                        ? new RecipeScheme(bounds, peppers)
                        : known.within().apply(bounds))
            .toList(),
        StandardSpellings.ALL);
  }

  /**
   * The schemes of Django only, with bcrypt only as {@code bcrypt$$2b$…}. A text that none of them
   * recognises names an algorithm that Django does not know. Messages are Django's own.
   */
  public static HashSchemes django(CostBounds bounds) {
    Stream<HashScheme> schemes =
        DjangoEncodings.SCHEMES.stream().map(known -> known.within().apply(bounds));
    Bcrypt bcrypt = new Bcrypt(Bcrypt.Spelling.DJANGO, bounds);
    return new HashSchemes(Stream.concat(Stream.of(bcrypt), schemes).toList());
  }

  /** Only bcrypt, and only bare. */
  public static HashSchemes bcrypt(CostBounds bounds) {
    return new HashSchemes(List.of(new Bcrypt(Bcrypt.Spelling.BARE, bounds)));
  }

  /**
   * Created on first use: most imports need a few schemes only, and to create all takes longer than
   * to import ten users.
   */
  private static final class Registry {

    static final List<KnownScheme> KNOWN =
        Stream.of(
                CryptSchemes.ALL,
                KdfSchemes.ALL,
                DigestSchemes.ALL,
                List.of(RecipeScheme.SCHEME),
                VendorSchemes.ALL)
            .flatMap(List::stream)
            .toList();
  }
}
