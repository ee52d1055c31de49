package dev.muster.app.hash.vendor;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Crypt64;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Passwords of Cisco's PIX firewalls that belong to no user, such as {@code enable}: 16 characters,
 * the MD5 of the password padded with zeros to 16 bytes, without every fourth byte. Longer
 * passwords never match. The input has to name the scheme.
 *
 * <p>Passwords of users depend on the user's name and can't be verified.
 *
 * <p>Source: passlib's documentation of {@code cisco_pix}.
 */
record CiscoPixHash(SecretBytes hash) implements ParsedHash {

  private static final Pattern FORM = Pattern.compile("[./0-9A-Za-z]{16}");
  private static final int PASSWORD_LENGTH = 16;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.named(
              "cisco-pix",
              CiscoPixHash::parse,
              new About(
                  "Cisco PIX, passwords without a user",
                  "L0qIS.WndKUp9LA3",
                  "battery staple",
                  "Cisco PIX and ASA before 9.6",
                  "what follows \"enable password\" in the configuration",
                  Advice.LEGACY)));

  static Optional<CiscoPixHash> parse(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new CiscoPixHash(SecretBytes.ofUtf8(text)))
        : Optional.empty();
  }

  /** No limit: one pass of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] digest = Digest.MD5.of(Arrays.copyOf(passwordUtf8, PASSWORD_LENGTH));
    byte[] text = new byte[PASSWORD_LENGTH];
    for (int word = 0; word < PASSWORD_LENGTH; word += 4) {
      int bits =
          (digest[word] & 0xFF) | ((digest[word + 1] & 0xFF) << 8) | (digest[word + 2] << 16);
      for (int i = 0; i < 4; i++) {
        text[word + i] = (byte) Crypt64.digit((bits >>> (6 * i)) & 63);
      }
    }
    return passwordUtf8.length <= PASSWORD_LENGTH && hash.sameAs(text);
  }
}
