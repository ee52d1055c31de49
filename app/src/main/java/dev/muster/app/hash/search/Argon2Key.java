package dev.muster.app.hash.search;

import dev.muster.app.hash.kdf.Argon2Cost;
import dev.muster.app.hash.kdf.Argon2Hash;
import dev.muster.app.hash.recipe.Call;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import dev.muster.password.HashPart;

/**
 * Argon2, version 19, with its costs.
 *
 * @param variant {@code argon2id}, {@code argon2i} or {@code argon2d}
 */
record Argon2Key(String variant, long memoryKib, long passes, long lanes)
    implements CostlyTrial.KeyCost {

  private static final int SALT_LENGTH_MIN = 8;

  @Override
  public boolean suits(SecretBytes salt) {
    return salt.length() >= SALT_LENGTH_MIN && cost().outside(CostBounds.DEFAULTS).isEmpty();
  }

  private Argon2Cost cost() {
    return Argon2Cost.of(variant, memoryKib, passes, lanes);
  }

  @Override
  public boolean fits(SecretBytes hash, byte[] password, SecretBytes salt) {
    return hash.sameAs(cost().derive(password, salt.toBytes(), hash.length()));
  }

  @Override
  public long work() {
    return memoryKib * passes;
  }

  @Override
  public String words(String password, String salt, int length) {
    return Call.text(variant, password, salt, memoryKib, passes, lanes, length);
  }

  @Override
  public String text(SecretBytes hash, SecretBytes salt) {
    return new Argon2Hash(cost(), salt, hash).encoded();
  }

  @Override
  public ColumnRecipe columns() {
    return ColumnRecipe.of(Argon2Hash.NAME)
        .with(HashPart.DIGEST, variant)
        .with(HashPart.COST, Long.toString(memoryKib))
        .with(HashPart.ITERATIONS, Long.toString(passes))
        .with(HashPart.PARALLELIZATION, Long.toString(lanes));
  }
}
