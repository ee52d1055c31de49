package dev.muster.app.hash.digest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The form in which a password becomes part of a digest's input: encoded to bytes, or a digest of
 * these bytes in lower-case hex, as in PHP's {@code md5(md5($password) . $salt)}.
 *
 * <p>Stored texts write {@code utf16le}, {@code md5}, or both as {@code utf16le-md5}.
 *
 * @param hexOf the inner digest, if there is one
 */
public record PasswordForm(Letters letters, Optional<Digest> hexOf) {

  /** The password in UTF-8. */
  public static final PasswordForm PLAIN = of(Letters.UTF8);

  public static PasswordForm of(Letters letters) {
    return new PasswordForm(letters, Optional.empty());
  }

  public static PasswordForm hexOf(Digest inner) {
    return new PasswordForm(Letters.UTF8, Optional.of(inner));
  }

  /** The form that only encodes the password, by the name of its encoding in stored texts. */
  public static Optional<PasswordForm> named(String letters) {
    return Letters.named(letters).map(PasswordForm::of);
  }

  /** Empty if the text names no form. */
  static Optional<PasswordForm> parse(String text) {
    Optional<PasswordForm> plain = Letters.named(text).map(PasswordForm::of);
    int hyphen = text.indexOf('-');
    return plain
        .or(() -> Digest.ofWireName(text).map(PasswordForm::hexOf))
        .or(
            () ->
                Letters.named(text.substring(0, Math.max(0, hyphen)))
                    .flatMap(
                        letters ->
                            Digest.ofWireName(text.substring(hyphen + 1))
                                .map(inner -> new PasswordForm(letters, Optional.of(inner)))));
  }

  String wireName() {
    if (hexOf.isEmpty()) {
      return letters.wireName();
    }
    String inner = hexOf.get().wireName();
    return letters == Letters.UTF8 ? inner : letters.wireName() + "-" + inner;
  }

  /** The description, such as {@code md5(password)}. */
  public String words() {
    String plain =
        switch (letters) {
          case UTF8 -> "password";
          case UTF16LE -> "password in UTF-16LE";
          case LATIN1 -> "password in Latin-1";
          case UPPER -> "password in upper case";
          case LOWER -> "password in lower case";
        };
    return hexOf.map(inner -> inner.wireName() + "(" + plain + ")").orElse(plain);
  }

  public byte[] of(byte[] passwordUtf8) {
    byte[] bytes = letters.of(passwordUtf8);
    return hexOf
        .map(inner -> HexFormat.of().formatHex(inner.of(bytes)).getBytes(US_ASCII))
        .orElse(bytes);
  }
}
