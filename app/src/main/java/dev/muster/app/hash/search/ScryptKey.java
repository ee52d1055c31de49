package dev.muster.app.hash.search;

import dev.muster.app.hash.kdf.PlainScrypt;
import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.app.hash.kdf.ScryptHash;
import dev.muster.app.hash.recipe.Call;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import dev.muster.password.HashPart;

/** scrypt with its costs. */
record ScryptKey(ScryptCost cost) implements CostlyTrial.KeyCost {

  static ScryptKey of(long n, long r, long p) {
    return new ScryptKey(new ScryptCost(n, r, p));
  }

  @Override
  public boolean suits(SecretBytes salt) {
    return ScryptCost.of(cost.n(), cost.r(), cost.p())
        .filter(defined -> defined.outside(CostBounds.DEFAULTS).isEmpty())
        .isPresent();
  }

  @Override
  public boolean fits(SecretBytes hash, byte[] password, SecretBytes salt) {
    return new ScryptHash(cost, salt, hash).matches(password);
  }

  @Override
  public long work() {
    return cost.n() * cost.r() * cost.p();
  }

  @Override
  public String words(String password, String salt, int length) {
    return Call.text("scrypt", password, salt, cost.n(), cost.r(), cost.p(), length);
  }

  @Override
  public String text(SecretBytes hash, SecretBytes salt) {
    return PlainScrypt.encode(cost, salt, hash);
  }

  @Override
  public ColumnRecipe columns() {
    return ColumnRecipe.of("scrypt-plain")
        .with(HashPart.COST, Long.toString(cost.n()))
        .with(HashPart.BLOCK_SIZE, Long.toString(cost.r()))
        .with(HashPart.PARALLELIZATION, Long.toString(cost.p()));
  }
}
