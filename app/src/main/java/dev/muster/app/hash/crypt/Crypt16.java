package dev.muster.app.hash.crypt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.scheme.Crypt64;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * crypt16 of Ultrix and Tru64, DES crypt for sixteen bytes: two characters of salt, eleven of
 * digest for the first eight bytes, encrypted 20 times, and eleven for the next eight, encrypted
 * five times.
 *
 * <p>The second half is present even for a short password. So these texts look like those of {@link
 * BigCrypt} for nine to sixteen bytes.
 *
 * <p>Source: passlib's documentation of {@code crypt16}.
 */
record Crypt16(int salt, SecretBytes digest) implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile("(" + Crypt64.DIGIT + "{2})(" + DesCrypt.DIGEST.repeat(2) + ")");
  private static final int FIRST_ENCRYPTIONS = 20;
  private static final int SECOND_ENCRYPTIONS = 5;

  static Optional<Crypt16> parse(String encoded) {
    Matcher form = FORM.matcher(encoded);
    return form.matches()
        ? Optional.of(new Crypt16(Crypt64.number(form.group(1)), SecretBytes.ofUtf8(form.group(2))))
        : Optional.empty();
  }

  /** No limit: crypt16 has no cost parameter. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    String computed =
        DesCrypt.digest(passwordUtf8, 0, salt, FIRST_ENCRYPTIONS)
            + DesCrypt.digest(passwordUtf8, DesCrypt.KEY_LENGTH, salt, SECOND_ENCRYPTIONS);
    return digest.sameAs(computed.getBytes(US_ASCII));
  }
}
