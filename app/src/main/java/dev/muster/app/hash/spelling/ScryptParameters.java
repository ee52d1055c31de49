package dev.muster.app.hash.spelling;

import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * scrypt with its parameters in one hex number, {@code $e0801$SALT$KEY}: the binary logarithm of N,
 * then two digits each for r and p. Salt and key are in base64. Spring Security may write {@code
 * {scrypt}} before it, the Java library scrypt writes {@code $s0}.
 *
 * <p>Sources: Spring Security's {@code SCryptPasswordEncoder}; the library's {@code SCryptUtil}.
 */
final class ScryptParameters {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?i:\\{scrypt(?:@SpringSecurity_v5_8)?})|\\$s0)?"
              + "\\$([1-9a-f][0-9a-f]?)([0-9a-f]{2})([0-9a-f]{2})\\$([^$]+)\\$([^$]+)");

  private ScryptParameters() {}

  static Optional<Respelled> respelled(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<SecretBytes> salt = SecretBytes.ofAnyBase64(form.group(4));
    Optional<SecretBytes> key = SecretBytes.ofAnyBase64(form.group(5));
    return salt.flatMap(s -> key.map(k -> respelled(form, s, k)));
  }

  private static Respelled respelled(Matcher form, SecretBytes salt, SecretBytes key) {
    return Respelled.of(
        "scrypt-phc",
        "$scrypt$ln="
            + number(form.group(1))
            + ",r="
            + number(form.group(2))
            + ",p="
            + number(form.group(3))
            + "$"
            + salt.toUnpaddedBase64()
            + "$"
            + key.toUnpaddedBase64());
  }

  private static int number(String hex) {
    return Integer.parseInt(hex, 16);
  }
}
