package dev.muster.profile.restauth;

import dev.muster.decide.OnMatch;
import dev.muster.decide.Policy;
import dev.muster.password.HashReading;
import dev.muster.password.PasswordMaker;
import dev.muster.profile.Dialect;
import dev.muster.profile.RecordView;
import java.util.Set;
import java.util.function.BiFunction;

/** Configures the RestAuth dialect for one import. */
public final class RestAuthDialect {

  private RestAuthDialect() {}

  /**
   * The dialect for the entries of {@code users}.
   *
   * @param hashes reads a hash by its algorithm's name
   */
  public static Dialect of(
      RestAuthOptions options,
      BiFunction<String, String, HashReading> hashes,
      PasswordMaker passwords) {
    OnMatch onMatch = options.skipExistingUsers() ? OnMatch.SKIP : OnMatch.UPDATE;
    return new Dialect(
        new RestAuthPreparation(options, hashes, passwords),
        new RestAuthPolicy(onMatch),
        new RestAuthView(),
        Set.of());
  }

  /** Renders entries of a document. */
  public static RecordView view() {
    return new RestAuthView();
  }

  /** The policy for members of groups, who are existing users. */
  public static Policy members() {
    return new RestAuthPolicy(OnMatch.UPDATE);
  }
}
