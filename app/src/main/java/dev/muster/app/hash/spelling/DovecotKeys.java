package dev.muster.app.hash.spelling;

import dev.muster.app.hash.kdf.PhcPbkdf2;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.app.hash.spelling.KnownSpelling.Form;
import dev.muster.password.HashSpellings.Respelled;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dovecot's derived keys: {@code {PBKDF2}$1$SALT$ROUNDS$HEX}, where the salt is text and the key
 * has 20 bytes; and {@code {SCRAM-SHA-256}ROUNDS,SALT,STORED-KEY,SERVER-KEY} in base64.
 *
 * <p>Source: Dovecot's {@code password-scheme-pbkdf2.c} and {@code password-scheme-scram.c}.
 */
final class DovecotKeys {

  private static final int KEY_LENGTH = 20;
  private static final Pattern PBKDF2 =
      Pattern.compile("\\$1\\$([^$]+)\\$(" + Decimal.PATTERN + ")\\$([^$]+)");
  private static final Pattern SCRAM =
      Pattern.compile("(" + Decimal.PATTERN + "),([^,]+),([^,]+),([^,]+)");

  private DovecotKeys() {}

  static Optional<Respelled> pbkdf2(String untagged) {
    Matcher form = PBKDF2.matcher(untagged);
    return form.matches()
        ? SecretBytes.ofHex(form.group(3))
            .filter(key -> key.length() == KEY_LENGTH)
            .map(
                key ->
                    PhcPbkdf2.respelled(
                        "sha1", form.group(2), SecretBytes.ofUtf8(form.group(1)), key))
        : Optional.empty();
  }

  /**
   * The same fields in the form of RFC 5803.
   *
   * @param mechanism what such texts begin with, such as {@code SCRAM-SHA-256}
   */
  static Form scram(String scheme, String mechanism) {
    return untagged -> {
      Matcher form = SCRAM.matcher(untagged);
      return form.matches()
          ? Optional.of(Respelled.of(scheme, form.replaceFirst(mechanism + "\\$$1:$2\\$$3:$4")))
          : Optional.empty();
    };
  }
}
