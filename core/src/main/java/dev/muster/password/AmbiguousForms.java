package dev.muster.password;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Schemes whose hashes look like those of others. Whether they were meant only a password tells.
 */
public final class AmbiguousForms {

  private static final Map<String, HashDoubt> BY_SCHEME = byScheme();

  /** A custom hash of Auth0 whose inner hash has neither salt nor key. */
  private static final Pattern UNSALTED =
      Pattern.compile("\\$auth0\\$[^$]*\\$\\$\\$(?:\\$digest\\$alg=([a-z0-9]+)\\$\\$\\$|(\\$2)).*");

  /**
   * What Spring Security's {@code {pbkdf2}} of 40 bytes is read as: the default settings, which the
   * text does not have.
   */
  private static final Pattern SPRING =
      Pattern.compile("\\$pbkdf2-sha1\\$i=185000,l=32\\$[^$]{11}\\$[^$]{43}");

  private static final HashDoubt SPRING_DOUBT =
      new HashDoubt(
          "pbkdf2-phc-sha1",
          "Spring Security's PBKDF2-SHA-1 with 185000 iterations",
          "spring-pbkdf2-sha256, spring-pbkdf2-sha512, or made with other iterations or a secret",
          false);

  private static final int MD5_DIGITS = 32;
  private static final int BCRYPT_LENGTH = 60;

  private AmbiguousForms() {}

  private static Map<String, HashDoubt> byScheme() {
    Map<String, HashDoubt> all = new HashMap<>();
    String ofMore = " of more than the password, such as a salt";
    add(all, "django-unsalted-md5", "unsalted MD5", "nt, lm, hex-md4, or MD5" + ofMore);
    add(all, "nt", "NT hashes", "unsalted MD5, lm, hex-md4, or MD5" + ofMore);
    add(all, "lm", "LAN Manager's hashes", "unsalted MD5, nt, hex-md4, or MD5" + ofMore);
    add(all, "hex-md4", "unsalted MD4", "unsalted MD5, nt, lm, or MD5" + ofMore);
    add(all, "hex-sha1", "unsalted SHA-1", "RIPEMD-160, SHA-1 in a chain, or SHA-1" + ofMore);
    add(all, "hex-sha256", "unsalted SHA-256", "SHA-256 in a chain, or SHA-256" + ofMore);
    add(all, "hex-sha384", "unsalted SHA-384", "SHA-384 in a chain, or SHA-384" + ofMore);
    add(all, "hex-sha512", "unsalted SHA-512", "Whirlpool, or SHA-512" + ofMore);
    String hmac = "HMACs, which Flask (Werkzeug) once wrote in this form";
    add(all, "django-sha1", "Django's salted digests", hmac);
    add(
        all,
        "werkzeug-hmac",
        "HMACs, as Flask (Werkzeug) once wrote them",
        "digests of salt and password");
    add(all, "django-md5", "Django's salted digests", hmac);
    add(
        all,
        "bcrypt",
        "bcrypt",
        "bcrypt of more than the password, such as a pepper or another hash");
    return Map.copyOf(all);
  }

  private static void add(Map<String, HashDoubt> all, String scheme, String readAs, String others) {
    all.put(scheme, new HashDoubt(scheme, readAs, others, false));
  }

  /** The doubt about hashes of a scheme that the input names. */
  public static Optional<HashDoubt> named(String scheme) {
    return Optional.ofNullable(BY_SCHEME.get(scheme));
  }

  /** The same about hashes whose scheme the input does not name. */
  public static Optional<HashDoubt> assumed(String scheme) {
    return named(scheme).map(AmbiguousForms::assumed);
  }

  private static HashDoubt assumed(HashDoubt doubt) {
    return new HashDoubt(doubt.scheme(), doubt.readAs(), doubt.others(), true);
  }

  /** The doubt about a hash that Spring Security's {@code {pbkdf2}} is read as. */
  public static Optional<HashDoubt> ofSpring(EncodedHash hash, boolean named) {
    return Optional.of(named ? SPRING_DOUBT : assumed(SPRING_DOUBT))
        .filter(doubt -> doubt.scheme().equals(hash.scheme()))
        .filter(doubt -> SPRING.matcher(hash.encoded()).matches());
  }

  /** The doubt about a hash that an input's reader accepted. */
  public static Optional<HashDoubt> of(EncodedHash hash) {
    if (!hash.scheme().equals("auth0-custom")) {
      return named(hash.scheme()).or(() -> ofSpring(hash, true));
    }
    Matcher unsalted = UNSALTED.matcher(hash.encoded());
    if (!unsalted.matches()) {
      return Optional.empty();
    }
    return unsalted.group(2) != null
        ? named("bcrypt")
        : named("hex-" + unsalted.group(1)).or(() -> named("django-unsalted-md5"));
  }

  /**
   * The doubt about a text that does not tell which scheme it is of. Bare digits of any length but
   * that of MD5 are not read at all, so there is no doubt.
   *
   * @param django Django's encodings
   */
  public static Optional<HashDoubt> ofText(String text, HashSchemes django) {
    if (isBcrypt(text)) {
      return named("bcrypt");
    }
    boolean digits = text.length() == MD5_DIGITS && text.indexOf('$') < 0;
    boolean salted = isSalted(text, "sha1$") || isSalted(text, "md5$");
    if (!(digits || salted) || !(django.read(text) instanceof HashReading.Accepted accepted)) {
      return Optional.empty();
    }
    return assumed(accepted.hash().scheme());
  }

  private static boolean isSalted(String text, String prefix) {
    return text.startsWith(prefix) && !text.startsWith("$", prefix.length());
  }

  /** Bare, or as Django writes it. */
  private static boolean isBcrypt(String text) {
    int start = text.startsWith("bcrypt$") ? "bcrypt$".length() : 0;
    return text.startsWith("$2", start) && text.length() == start + BCRYPT_LENGTH;
  }
}
