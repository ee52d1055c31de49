package dev.muster.profile.authgear;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import dev.muster.problem.Nearest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code type} of a password. Authgear has {@code bcrypt} only, whose hashes are read
 * as Authgear reads them. The name of any other scheme is an extension of Muster. Thread-safe.
 */
public final class PasswordTypes {

  /** Authgear's only type. */
  static final String BCRYPT = "bcrypt";

  private static final String CLEARTEXT =
      "Authgear's records take hashes only: write its bcrypt hash, leave the member password out,"
          + " or import the user from a RestAuth document, whose plain passwords are hashed";

  private final HashSchemes bcrypt;
  private final Supplier<HashSchemes> others;
  private final Consumer<EncodedHash> watch;
  private volatile @Nullable HashSchemes created;

  /**
   * All types.
   *
   * @param bcrypt reads bcrypt hashes, and nothing else
   * @param others creates the schemes that are types by their names; called when a record has
   *     another type than bcrypt
   * @param watch receives each hash that is accepted; thread-safe
   */
  public PasswordTypes(
      HashSchemes bcrypt, Supplier<HashSchemes> others, Consumer<EncodedHash> watch) {
    this.bcrypt = bcrypt;
    this.others = others;
    this.watch = watch;
  }

  /** Whether a text is a type. */
  boolean has(String type) {
    return type.equals(BCRYPT) || others().byName(type).isPresent();
  }

  /**
   * Reads a hash.
   *
   * @param type one that {@link #has} accepts
   */
  public HashReading read(String type, String hash) {
    HashReading reading =
        type.equals(BCRYPT)
            ? bcrypt.read(hash)
            : others()
                .byName(type)
                .map(scheme -> scheme.readAs(hash))
                .orElseThrow(() -> new IllegalArgumentException("no such type"));
    return advised(type, hash, reading).advisingOfCleartext(CLEARTEXT).watchedBy(watch);
  }

  /** The same reading, or if the text looks like a hash of another type, that it does. */
  private HashReading advised(String type, String hash, HashReading reading) {
    if (!(reading instanceof HashReading.NotMine || reading instanceof HashReading.Malformed)) {
      return reading;
    }
    HashReading known = others().read(hash);
    if (known instanceof HashReading.Unverifiable recognised) {
      return new HashReading.Malformed(recognised.message());
    }
    if (known instanceof HashReading.Cleartext) {
      return known;
    }
    return others()
        .nameOf(hash)
        .filter(name -> !name.equals(type))
        .<HashReading>map(
            name ->
                new HashReading.Malformed(
                    "it is a hash of the form " + name + ": write \"type\": \"" + name + "\""))
        .orElse(reading);
  }

  /** The message about a text that is no type. Without the text. */
  String complaint(String type) {
    List<String> meant = Nearest.meant(type, others().names());
    return "must be bcrypt, or the name of another scheme, which docs/hashes.md lists"
        + (meant.isEmpty() ? "" : "; did you mean " + String.join(" or ", meant) + "?");
  }

  /** Created on first use, because that takes longer than to import ten users. */
  private HashSchemes others() {
    HashSchemes known = created;
    if (known == null) {
      known = others.get();
      created = known;
    }
    return known;
  }
}
