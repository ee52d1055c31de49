package dev.muster.app.hash.crypt;

import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Crypt64;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * phpBB's old hashes after their upgrade: {@code $H\2y$9SALT$10\SALT$DIGEST} is bcrypt of the 22
 * digits that phpass makes of the password. The first two fields are those of {@code $H$}, the
 * others those of {@code $2y$}.
 *
 * <p>Source: phpBB's {@code phpbb/passwords/helper.php}, {@code combined_hash_password}.
 */
record PhpbbCombined(Phpass phpass, BcryptHash bcrypt) implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$H\\\\(2[ay])\\$(D{9})\\$([0-9]{2})\\\\(D{22})\\$(D{31})".replace("D", Crypt64.DIGIT));
  private static final String NO_DIGEST = ".".repeat(22);

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "phpbb-combined",
              text -> text.startsWith("$H\\2"),
              PhpbbCombined::parse,
              new About(
                  "bcrypt of a phpass hash, as phpBB upgraded it",
                  "$H\\2y$5abcdefgh$05\\abcdefghijklmnopqrstuu$pycuMvvO8rqefs0NbRLF6X0IDWJ7jk"
                      + "a",
                  "correct horse battery staple",
                  "phpBB since 3.1, users who have not logged in since the upgrade",
                  "SELECT username, user_email, user_password FROM phpbb_users",
                  LEGACY)));

  static Optional<PhpbbCombined> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String bcrypt = "$" + form.group(1) + "$" + form.group(3) + "$" + form.group(4) + form.group(5);
    return Phpass.parse("$H$" + form.group(2) + NO_DIGEST)
        .flatMap(phpass -> BcryptHash.parse(bcrypt).map(outer -> new PhpbbCombined(phpass, outer)));
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return phpass.outside(bounds).or(() -> bcrypt.outside(bounds));
  }

  @Override
  public int saltLength() {
    return bcrypt.saltLength();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return bcrypt.matches(phpass.digits(passwordUtf8));
  }
}
