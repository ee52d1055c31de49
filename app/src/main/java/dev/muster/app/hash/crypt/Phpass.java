package dev.muster.app.hash.crypt;

import static dev.muster.app.hash.scheme.Advice.LEGACY;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Crypt64;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * phpass, PHP's portable hashes: {@code $P$}, a digit for the binary logarithm of the rounds, eight
 * characters of salt, and the digest. phpBB writes {@code $H$} for the same.
 *
 * <p>It is MD5 of salt and password, then repeatedly MD5 of the previous digest and the password.
 * Drupal 7 writes {@code $S$} and uses SHA-512, cut so that the text has 55 characters. {@code U$}
 * before it marks a hash that Drupal made from the password's MD5 in hex. RestAuth writes {@code
 * drupal7$} before Drupal's.
 *
 * <p>Sources: Openwall's phpass and its {@code PasswordHash.php}; Drupal 7's {@code
 * includes/password.inc} and {@code user_update_7000}.
 *
 * @param prehashed whether the MD5 of the password is used instead of the password
 * @param digestName the JDK's name of the digest
 * @param roundsLog2 binary logarithm of the rounds
 * @param digest the digits of the digest that the text has
 */
public record Phpass(
    boolean prehashed, String digestName, int roundsLog2, SecretBytes salt, SecretBytes digest)
    implements ParsedHash {

  private static final String RESTAUTH = "drupal7$";

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "phpass",
              encoded -> encoded.startsWith("$P$") || encoded.startsWith("$H$"),
              Phpass::parse,
              new About(
                  "phpass, the portable hashes of PHP",
                  "$P$6abcdefghbHujEoLzRzAGlPkJFQiyg0",
                  "correct horse battery staple",
                  "WordPress before 6.8, phpBB 3, Joomla 2.5, bbPress, Vanilla, Drupal 6 with"
                      + " phpass",
                  "SELECT user_login, user_email, user_pass FROM wp_users",
                  LEGACY)),
          KnownScheme.of(
              "drupal7",
              encoded ->
                  encoded.startsWith("$S$")
                      || encoded.startsWith("U$")
                      || encoded.startsWith(RESTAUTH),
              Phpass::parseDrupal,
              new About(
                  "phpass with SHA-512, as Drupal 7 writes it",
                  "$S$6IRHaFbiQma4MNft0M42LQ8Gricte35V.a/QGDoyApxp5MWiRvzQ",
                  "correct horse battery staple",
                  "Drupal 7 to 10.0, Backdrop",
                  "SELECT name, mail, pass FROM users; from Drupal 8 on it is users_field_data",
                  LEGACY)));

  private static final Pattern FORM =
      Pattern.compile(
          "(U?)\\$(?:[PH]\\$(D)(D{8})(D{21}[./01])|S\\$(D)(D{8})(D{43}))"
              .replace("D", Crypt64.DIGIT));
  private static final int LEAST_ROUNDS_LOG2 = 7;
  private static final int GREATEST_ROUNDS_LOG2 = 30;

  public static Optional<Phpass> parse(String encoded) {
    Matcher form = FORM.matcher(encoded);
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean prehashed = !form.group(1).isEmpty();
    boolean md5 = form.group(2) != null;
    int first = md5 ? 2 : 5;
    int roundsLog2 = Crypt64.number(form.group(first));
    SecretBytes salt = SecretBytes.ofUtf8(form.group(first + 1));
    SecretBytes digest = SecretBytes.ofUtf8(form.group(first + 2));
    return roundsLog2 < LEAST_ROUNDS_LOG2 || roundsLog2 > GREATEST_ROUNDS_LOG2
        ? Optional.empty()
        : Optional.of(new Phpass(prehashed, md5 ? "MD5" : "SHA-512", roundsLog2, salt, digest));
  }

  static Optional<Phpass> parseDrupal(String encoded) {
    return parse(encoded.startsWith(RESTAUTH) ? encoded.substring(RESTAUTH.length()) : encoded);
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.rounds(1L << roundsLog2, 1 << LEAST_ROUNDS_LOG2);
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return digest.sameAs(digits(passwordUtf8));
  }

  /** The digits of a password's digest, as many as the text has. */
  byte[] digits(byte[] passwordUtf8) {
    byte[] password =
        prehashed ? DigestUtils.md5Hex(passwordUtf8).getBytes(US_ASCII) : passwordUtf8;
    MessageDigest message = DigestUtils.getDigest(digestName);
    byte[] state = salt.toBytes();
    for (long round = 0; round <= 1L << roundsLog2; round++) {
      message.update(state);
      state = message.digest(password);
    }
    return Crypt64.digits(state).substring(0, digest.length()).getBytes(US_ASCII);
  }
}
