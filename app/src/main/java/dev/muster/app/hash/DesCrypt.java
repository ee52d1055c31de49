package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.password.CostBounds;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.UnixCrypt;

/**
 * Traditional DES crypt(3) as Django writes it: {@code crypt$$}, two characters of salt and eleven
 * of digest. Old versions repeat the salt, {@code crypt$SALT$…}, and nothing ever looked at that.
 *
 * <p>Only the first eight bytes of a password count, and only the lower seven bits of each.
 *
 * <p>Source: Django's {@code django.contrib.auth.hashers} up to 4.2, class CryptPasswordHasher.
 *
 * @param salt two characters
 * @param crypt the thirteen characters that crypt(3) gives, which begin with the salt
 */
record DesCrypt(String salt, Octets crypt) implements ParsedHash {

  /** The last character carries four bits of 64, so that only every fourth one can occur. */
  private static final Pattern FORM =
      Pattern.compile("crypt\\$[^$]*\\$(([./0-9A-Za-z]{2})[./0-9A-Za-z]{10}[.26AEIMQUYcgkosw])");

  static Optional<ParsedHash> parse(String encoded) {
    Matcher form = FORM.matcher(encoded);
    return form.matches()
        ? Optional.of(new DesCrypt(form.group(2), Octets.ofUtf8(form.group(1))))
        : Optional.empty();
  }

  /** Nothing to bound: DES crypt has no cost parameter. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return crypt.sameAs(UnixCrypt.crypt(passwordUtf8, salt).getBytes(US_ASCII));
  }
}
