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
 * BSDi's extended DES crypt: {@code _}, four digits for the number of encryptions, four of salt,
 * and eleven of digest.
 *
 * <p>All bytes of a password count, but only the lower seven bits of each. The key of the first
 * eight bytes encrypts itself and is combined with the next eight, and so on.
 *
 * <p>Sources: FreeBSD's crypt(3), "Extended crypt"; passlib's documentation of {@code bsdi_crypt}.
 */
record BsdiCrypt(long encryptions, int salt, SecretBytes digest) implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile("_(D{4})(D{4})(".replace("D", Crypt64.DIGIT) + DesCrypt.DIGEST + ")");
  private static final Pattern LOOK = Pattern.compile("_" + Crypt64.DIGIT + "{19}");
  private static final int LEAST_ENCRYPTIONS = 1;

  static boolean isMeant(String encoded) {
    return LOOK.matcher(encoded).matches();
  }

  static Optional<BsdiCrypt> parse(String encoded) {
    Matcher form = FORM.matcher(encoded);
    return form.matches()
        ? Optional.of(
            new BsdiCrypt(
                Crypt64.number(form.group(1)),
                Crypt64.number(form.group(2)),
                SecretBytes.ofUtf8(form.group(3))))
        : Optional.empty();
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.rounds(encryptions, LEAST_ENCRYPTIONS);
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    long block = new SaltedDes(key(passwordUtf8)).encrypt(0, salt, encryptions);
    return digest.sameAs(Crypt64.highestFirst(block).getBytes(US_ASCII));
  }

  private static long key(byte[] password) {
    long key = DesCrypt.key(password, 0);
    for (int i = DesCrypt.KEY_LENGTH; i < password.length; i += DesCrypt.KEY_LENGTH) {
      key = new SaltedDes(key).encrypt(key, 0, 1) ^ DesCrypt.key(password, i);
    }
    return key;
  }
}
