package dev.muster.app.format.restauth;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.PasswordMaker;
import dev.muster.profile.restauth.RestAuthOptions;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Hash parser and password hasher of the RestAuth format.
 *
 * @param hashes reads a hash by its algorithm's name
 */
public record RestAuthReading(
    BiFunction<String, String, HashReading> hashes, PasswordMaker passwords) {

  /** This reading, accepting unverifiable hashes if the options say so. */
  public RestAuthReading asked(RestAuthOptions options) {
    return new RestAuthReading(options.reading(hashes), passwords);
  }

  /**
   * The same reading.
   *
   * @param named receives each hash that is accepted and whose algorithm is a scheme
   * @param unnamed receives the others, which {@code django} has read by their form
   */
  RestAuthReading watchedBy(Consumer<EncodedHash> named, Consumer<EncodedHash> unnamed) {
    return new RestAuthReading(
        (algorithm, hash) ->
            hashes.apply(algorithm, hash).watchedBy(algorithm.equals("django") ? unnamed : named),
        passwords);
  }
}
