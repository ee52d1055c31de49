package dev.muster.profile.restauth;

import dev.muster.password.HashReading;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.function.BiFunction;

/**
 * The options of {@code restauth-import}.
 *
 * @param genPasswords new services and users without a password get a generated one
 * @param overwritePasswords passwords of the input replace those of existing services and users
 * @param overwriteProperties properties of the input replace those that users have
 * @param skipExistingUsers existing users stay unchanged, even with the two options above
 * @param skipExistingGroups existing groups stay unchanged, including members and subgroups
 * @param acceptUnverifiable hashes that Muster can't verify are stored nevertheless
 */
public record RestAuthOptions(
    boolean genPasswords,
    boolean overwritePasswords,
    boolean overwriteProperties,
    boolean skipExistingUsers,
    boolean skipExistingGroups,
    boolean acceptUnverifiable) {

  /** No option is given. */
  public static final RestAuthOptions NONE =
      new RestAuthOptions(false, false, false, false, false, false);

  private static final String MEMBER = "restauth";

  /** Whether any option is given. */
  public boolean any() {
    return genPasswords
        || overwritePasswords
        || overwriteProperties
        || skipExistingUsers
        || skipExistingGroups
        || acceptUnverifiable;
  }

  /** A reading of hashes that follows {@link #acceptUnverifiable}. */
  public BiFunction<String, String, HashReading> reading(
      BiFunction<String, String, HashReading> hashes) {
    return acceptUnverifiable ? hashes.andThen(HashReading::acceptingUnverifiable) : hashes;
  }

  /**
   * As members of the JSON object in which a job's options are stored: one member, {@code
   * restauth}; empty if no option is given. Equal options give equal members.
   */
  public Struct toStruct() {
    return any() ? Struct.of(MEMBER, switches()) : Struct.EMPTY;
  }

  private Struct switches() {
    return new Struct.Builder()
        .put("gen_passwords", Value.of(genPasswords))
        .put("overwrite_passwords", Value.of(overwritePasswords))
        .put("overwrite_properties", Value.of(overwriteProperties))
        .put("skip_existing_users", Value.of(skipExistingUsers))
        .put("skip_existing_groups", Value.of(skipExistingGroups))
        .put("accept_unverifiable", Value.of(acceptUnverifiable))
        .build();
  }

  /** Parses the result of {@link #toStruct}. */
  public static RestAuthOptions of(Struct options) {
    return options.get(MEMBER) instanceof Struct switches ? ofSwitches(switches) : NONE;
  }

  private static RestAuthOptions ofSwitches(Struct members) {
    return new RestAuthOptions(
        Value.TRUE.equals(members.get("gen_passwords")),
        Value.TRUE.equals(members.get("overwrite_passwords")),
        Value.TRUE.equals(members.get("overwrite_properties")),
        Value.TRUE.equals(members.get("skip_existing_users")),
        Value.TRUE.equals(members.get("skip_existing_groups")),
        Value.TRUE.equals(members.get("accept_unverifiable")));
  }
}
