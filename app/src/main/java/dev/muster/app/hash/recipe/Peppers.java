package dev.muster.app.hash.recipe;

import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashReading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The peppers that the settings have: secrets that recipes name. Immutable. {@link #toString} shows
 * only their names.
 */
public final class Peppers {

  /** No pepper. */
  public static final Peppers NONE = new Peppers(Map.of(), true);

  /**
   * Nobody knows which peppers there are: hashes are read as if there were all, and no password
   * fits one that needs any.
   */
  public static final Peppers UNKNOWN = new Peppers(Map.of(), false);

  private final Map<String, SecretBytes> secrets;
  private final boolean known;

  private Peppers(Map<String, SecretBytes> secrets, boolean known) {
    this.secrets = Map.copyOf(secrets);
    this.known = known;
  }

  /**
   * All peppers that there are.
   *
   * @param secrets by names of the form of {@link Pepper#NAME}
   */
  public static Peppers of(Map<String, byte[]> secrets) {
    Map<String, SecretBytes> kept = new HashMap<>();
    secrets.forEach((name, secret) -> kept.put(name, SecretBytes.of(secret)));
    return new Peppers(kept, true);
  }

  Optional<SecretBytes> secret(String name) {
    return Optional.ofNullable(secrets.get(name));
  }

  /** Whether there is a pepper of this name. */
  public boolean has(String name) {
    return secrets.containsKey(name);
  }

  /** The first pepper of a recipe that the settings lack; empty if they have all. */
  Optional<String> missing(Recipe recipe) {
    return recipe.peppers().stream().filter(name -> !secrets.containsKey(name)).findFirst();
  }

  /** The reading of a hash of the recipe, if a pepper is missing; empty if none is. */
  public Optional<HashReading.MissingPepper> obstacle(Recipe recipe) {
    return known ? missing(recipe).map(HashReading.MissingPepper::new) : Optional.empty();
  }

  @Override
  public String toString() {
    return "Peppers" + secrets.keySet();
  }
}
