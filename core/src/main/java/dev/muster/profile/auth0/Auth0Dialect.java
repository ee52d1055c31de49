package dev.muster.profile.auth0;

import dev.muster.password.HashFields;
import dev.muster.password.HashReading;
import dev.muster.profile.Dialect;
import java.util.Set;
import java.util.function.Function;

/** Configures the dialect of Auth0's records for one input. */
public final class Auth0Dialect {

  private Auth0Dialect() {}

  /**
   * The dialect of one input.
   *
   * @param source where the records come from
   * @param bcrypt reads {@code password_hash}
   * @param customHashes reads {@code custom_password_hash}
   */
  public static Dialect of(
      Auth0Options options,
      RowSource source,
      Function<String, HashReading> bcrypt,
      HashFields.Reader customHashes) {
    return new Dialect(
        new Auth0Preparation(options, source, bcrypt, customHashes),
        new Auth0Policy(options.upsert()),
        new Auth0View(),
        Set.of());
  }
}
