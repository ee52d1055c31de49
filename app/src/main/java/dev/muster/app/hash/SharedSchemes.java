package dev.muster.app.hash;

import dev.muster.app.hash.recipe.Peppers;
import dev.muster.password.CostBounds;
import dev.muster.password.HashSchemes;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All schemes with the same limits and peppers. They are created when somebody asks for them, and
 * once, because that takes longer than to import ten users. Thread-safe.
 */
public final class SharedSchemes implements Supplier<HashSchemes> {

  /** Those for texts that are looked at outside of an import, within the default limits. */
  public static final SharedSchemes DEFAULT =
      new SharedSchemes(CostBounds.DEFAULTS, Peppers.UNKNOWN);

  /** The same within the limits of this process, see {@link StandardSchemes#limits}. */
  static final SharedSchemes LIMITED = new SharedSchemes(StandardSchemes.limits(), Peppers.UNKNOWN);

  private final CostBounds bounds;
  private final Peppers peppers;
  private volatile @Nullable HashSchemes created;

  /**
   * Creates none yet.
   *
   * @param peppers those that recipes may name
   */
  public SharedSchemes(CostBounds bounds, Peppers peppers) {
    this.bounds = bounds;
    this.peppers = peppers;
  }

  @Override
  public HashSchemes get() {
    HashSchemes known = created;
    return known == null ? create() : known;
  }

  private synchronized HashSchemes create() {
    HashSchemes known = created;
    if (known == null) {
      known = StandardSchemes.all(bounds, peppers);
      created = known;
    }
    return known;
  }

  CostBounds bounds() {
    return bounds;
  }

  Peppers peppers() {
    return peppers;
  }
}
