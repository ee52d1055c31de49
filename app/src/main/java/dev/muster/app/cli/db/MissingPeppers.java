package dev.muster.app.cli.db;

import dev.muster.app.cli.text.Numbers;
import dev.muster.app.hash.recipe.RecipeScheme;
import dev.muster.app.store.CheckProgress;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the users whose passwords need a pepper that the settings do not have. */
final class MissingPeppers implements CheckProgress {

  private final HashScheme recipes;
  private final CheckProgress shown;
  private final Map<String, Long> usersByMessage = new TreeMap<>();

  /**
   * Counts none yet.
   *
   * @param shown hears of the progress too
   */
  MissingPeppers(HashSchemes schemes, CheckProgress shown) {
    this.recipes = schemes.byName(RecipeScheme.NAME).orElseThrow();
    this.shown = shown;
  }

  @Override
  public void reached(String things, long place, long end) {
    shown.reached(things, place, end);
  }

  @Override
  public void password(EncodedHash hash) {
    if (hash.scheme().equals(RecipeScheme.NAME)
        && recipes.readAs(hash.encoded()) instanceof HashReading.MissingPepper missing) {
      usersByMessage.merge(missing.message(), 1L, Long::sum);
    }
  }

  /** A sentence for each pepper. */
  List<String> messages() {
    return usersByMessage.entrySet().stream()
        .map(
            entry ->
                "the passwords of "
                    + Numbers.count(entry.getValue(), "user")
                    + " can't be verified. "
                    + entry.getKey())
        .toList();
  }
}
