package dev.muster.app.cli.db;

import dev.muster.app.cli.text.Numbers;
import dev.muster.app.hash.recipe.RecipeScheme;
import dev.muster.app.store.CheckProgress;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the users whose passwords need a pepper that the settings do not have. */
final class MissingPeppers {

  private final HashSchemes schemes;
  private final Map<String, Long> usersByPepper = new TreeMap<>();

  /** Counts none yet. */
  MissingPeppers(HashSchemes schemes) {
    this.schemes = schemes;
  }

  /** A progress that is shown, and from which passwords are counted. */
  CheckProgress countedFrom(CheckProgress shown) {
    return new CheckProgress() {
      @Override
      public void reached(String things, long place, long end) {
        shown.reached(things, place, end);
      }

      @Override
      public void password(EncodedHash hash) {
        count(hash);
      }
    };
  }

  private void count(EncodedHash hash) {
    if (hash.scheme().equals(RecipeScheme.NAME)) {
      schemes
          .missingPepper(hash)
          .ifPresent(missing -> usersByPepper.merge(missing.pepper(), 1L, Long::sum));
    }
  }

  /** A sentence for each pepper. */
  List<String> messages() {
    return usersByPepper.entrySet().stream()
        .map(entry -> message(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** An object for each pepper: its name, the number of users, and the sentence. */
  List<Struct> documents() {
    return usersByPepper.entrySet().stream()
        .map(
            entry ->
                new Struct.Builder()
                    .append("pepper", Value.of(entry.getKey()))
                    .append("users", Value.of(entry.getValue()))
                    .append("message", Value.of(message(entry.getKey(), entry.getValue())))
                    .build())
        .toList();
  }

  private static String message(String pepper, long users) {
    return "the passwords of "
        + Numbers.count(users, "user")
        + " can't be verified. "
        + new HashReading.MissingPepper(pepper).message();
  }
}
