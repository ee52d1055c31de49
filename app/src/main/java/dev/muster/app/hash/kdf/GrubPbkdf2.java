package dev.muster.app.hash.kdf;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PBKDF2 in GRUB's format: {@code grub.pbkdf2.sha512.ITERATIONS.SALT.KEY}. Salt and key are in hex
 * and of any length.
 *
 * <p>Sources: GRUB's manual, "grub-mkpasswd-pbkdf2"; passlib's documentation, {@code
 * passlib.hash.grub_pbkdf2_sha512}.
 */
final class GrubPbkdf2 {

  private static final String PREFIX = "grub.pbkdf2.sha512.";
  private static final Pattern FORM =
      Pattern.compile(Pattern.quote(PREFIX) + "(" + Decimal.PATTERN + ")\\.([^.]*)\\.([^.]+)");

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "grub-pbkdf2-sha512",
              text -> text.startsWith(PREFIX),
              GrubPbkdf2::parse,
              new About(
                  "PBKDF2-SHA-512, as GRUB writes it",
                  "grub.pbkdf2.sha512.100.677261696E7320F0FF206F662073616C74.1BF364"
                      + "2A774E0FF13DABAD556D899B8EC77370CB04C121182E967D8DB91AE48673569E"
                      + "8071DCDFACDDBF0EF06203FA6EE053AC2FB51B407A959FAE467AB88F1F",
                  "correct horse battery staple",
                  "GRUB, RestAuth",
                  "grep password_pbkdf2 /etc/grub.d/40_custom",
                  Advice.ADVISABLE)));

  private GrubPbkdf2() {}

  private static Optional<Pbkdf2Hash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long iterations = Decimal.parse(form.group(1));
    Optional<SecretBytes> salt = SecretBytes.ofHex(form.group(2));
    Optional<SecretBytes> key = SecretBytes.ofHex(form.group(3));
    return salt.flatMap(s -> key.map(k -> new Pbkdf2Hash(Prf.SHA512, iterations, s, k)));
  }
}
