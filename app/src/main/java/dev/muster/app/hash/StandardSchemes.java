package dev.muster.app.hash;

import dev.muster.password.CostBounds;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.util.ArrayList;
import java.util.List;

/** The shipped password schemes, gathered as the dialects need them. */
public final class StandardSchemes {

  private StandardSchemes() {}

  /** Every scheme: what a directory can verify. Reads bcrypt bare and in Django's spelling. */
  public static HashSchemes all(CostBounds bounds) {
    return with(new Bcrypt(Bcrypt.Spelling.EITHER, bounds), DjangoEncodings.schemes(bounds));
  }

  /**
   * What Django encodes, and nothing else: bcrypt only as {@code bcrypt$$2b$…}. Where this says
   * that a text is nobody's, Django does not know the algorithm; a malformed one has Django's own
   * message.
   */
  public static HashSchemes django(CostBounds bounds) {
    return with(new Bcrypt(Bcrypt.Spelling.DJANGO, bounds), DjangoEncodings.schemes(bounds));
  }

  /** Bare bcrypt alone. */
  public static HashSchemes bcrypt(CostBounds bounds) {
    return with(new Bcrypt(Bcrypt.Spelling.BARE, bounds), List.of());
  }

  private static HashSchemes with(HashScheme first, List<HashScheme> others) {
    List<HashScheme> schemes = new ArrayList<>(List.of(first));
    schemes.addAll(others);
    return new HashSchemes(schemes);
  }
}
