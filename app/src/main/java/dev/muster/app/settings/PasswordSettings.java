package dev.muster.app.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How plain-text passwords are hashed. Passwords that are imported as hashes stay unchanged until
 * their users prove them.
 *
 * @param scheme the scheme of new hashes
 * @param bcryptCost binary logarithm of bcrypt's rounds
 * @param argon2MemoryKib Argon2's memory m
 * @param argon2Passes Argon2's number of passes t
 * @param argon2Lanes Argon2's degree of parallelism p
 * @param reencode whether a weak hash is replaced when its password is verified
 * @param minLength how many characters a password has at least that a user chooses
 * @param peppers secrets that recipes of hashes name, by name
 */
public record PasswordSettings(
    Scheme scheme,
    int bcryptCost,
    int argon2MemoryKib,
    int argon2Passes,
    int argon2Lanes,
    boolean reencode,
    int minLength,
    Map<String, PepperSettings> peppers) {

  private static final int MIN_LENGTH_MAX = 64;

  /** OWASP's recommendation for Argon2id, and bcrypt with a comparable cost. */
  public static final PasswordSettings DEFAULTS =
      new PasswordSettings(Scheme.ARGON2ID, 12, 19 * 1024, 2, 1, true, 8, Map.of());

  static final List<String> KEYS =
      List.of("scheme", "bcrypt_cost", "argon2", "reencode", "min_length", "peppers");
  static final List<String> ARGON2_KEYS = List.of("memory_kib", "passes", "lanes");

  public PasswordSettings {
    peppers = Map.copyOf(peppers);
  }

  /** A hash scheme. */
  public enum Scheme {
    ARGON2ID,
    BCRYPT;

    /** The name used in muster.yml. */
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Scheme> named(String name) {
      return Stream.of(values()).filter(scheme -> scheme.wireName().equals(name)).findFirst();
    }
  }

  static PasswordSettings read(Section passwords) throws SettingsProblem {
    passwords.only(KEYS);
    Section argon2 = passwords.section("argon2");
    argon2.only(ARGON2_KEYS);
    return new PasswordSettings(
        scheme(passwords),
        (int) passwords.whole("bcrypt_cost", 10, 16).orElse(DEFAULTS.bcryptCost()),
        (int) argon2.whole("memory_kib", 128, 1 << 20).orElse(DEFAULTS.argon2MemoryKib()),
        (int) argon2.whole("passes", 1, 16).orElse(DEFAULTS.argon2Passes()),
        (int) argon2.whole("lanes", 1, 16).orElse(DEFAULTS.argon2Lanes()),
        passwords.flag("reencode").orElse(DEFAULTS.reencode()),
        (int) passwords.whole("min_length", 1, MIN_LENGTH_MAX).orElse(DEFAULTS.minLength()),
        PepperSettings.read(passwords.section("peppers")));
  }

  private static Scheme scheme(Section passwords) throws SettingsProblem {
    Optional<String> name = passwords.text("scheme");
    if (name.isEmpty()) {
      return DEFAULTS.scheme();
    }
    return Scheme.named(name.get())
        .orElseThrow(
            () -> passwords.problem("scheme", name.get() + " is none of argon2id, bcrypt"));
  }
}
