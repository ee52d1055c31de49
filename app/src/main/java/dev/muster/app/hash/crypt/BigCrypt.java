package dev.muster.app.hash.crypt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.scheme.Crypt64;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * bigcrypt of Digital Unix and HP-UX, DES crypt for longer passwords: two characters of salt, and
 * eleven of digest for each eight bytes. The salt of each part is the first two characters of the
 * digest before it.
 *
 * <p>The hash shows the length of the password, and each part can be broken alone.
 *
 * <p>Sources: HP-UX's bigcrypt(3C); passlib's documentation of {@code bigcrypt}.
 *
 * @param crypt the whole text
 */
record BigCrypt(SecretBytes crypt) implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile(Crypt64.DIGIT + "{2}(?:" + DesCrypt.DIGEST + "){1,16}");
  private static final int SALT_LENGTH = 2;
  private static final int PART_LENGTH = 11;
  private static final int ENCRYPTIONS = 25;

  /** HP-UX accepts 128 bytes at most. */
  private static final int PARTS_MAX = 16;

  static Optional<BigCrypt> parse(String encoded) {
    return FORM.matcher(encoded).matches()
        ? Optional.of(new BigCrypt(SecretBytes.ofUtf8(encoded)))
        : Optional.empty();
  }

  /** No limit: bigcrypt has no cost parameter. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    String salt = new String(crypt.toBytes(), 0, SALT_LENGTH, US_ASCII);
    StringBuilder computed = new StringBuilder(salt);
    for (int part = 0; part < parts(passwordUtf8); part++) {
      int from = Math.max(0, computed.length() - PART_LENGTH);
      salt = computed.substring(from, from + SALT_LENGTH);
      int start = part * DesCrypt.KEY_LENGTH;
      computed.append(DesCrypt.digest(passwordUtf8, start, Crypt64.number(salt), ENCRYPTIONS));
    }
    return crypt.sameAs(computed.toString().getBytes(US_ASCII));
  }

  /** The number of parts that the password fills, at least one. */
  private static int parts(byte[] password) {
    int filled = (password.length + DesCrypt.KEY_LENGTH - 1) / DesCrypt.KEY_LENGTH;
    return Math.min(Math.max(1, filled), PARTS_MAX);
  }
}
