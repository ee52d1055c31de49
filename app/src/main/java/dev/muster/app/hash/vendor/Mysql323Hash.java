package dev.muster.app.hash.vendor;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * MySQL's {@code OLD_PASSWORD()}, the only function before version 4.1: 16 hex digits, which are
 * two sums of 31 bits over the bytes of the password without blanks and tabs. The input has to name
 * it.
 *
 * <p>Sources: passlib's documentation of {@code mysql323}; MySQL 5.6's reference manual, "Password
 * Hashing in MySQL".
 */
record Mysql323Hash(SecretBytes sums) implements ParsedHash {

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.named(
              "mysql323",
              Mysql323Hash::parse,
              new About(
                  "MySQL's OLD_PASSWORD()",
                  "3c814ebd0491233c",
                  "correct horse battery staple",
                  "MySQL before 4.1, and programs that used its function",
                  "SELECT user, password FROM mysql.user, or the program's own table",
                  Advice.LEGACY)));

  private static final int LENGTH = 8;
  private static final long LOWER_31_BITS = 0x7FFF_FFFFL;
  private static final long LOWER_32_BITS = 0xFFFF_FFFFL;

  static Optional<Mysql323Hash> parse(String text) {
    return SecretBytes.ofHex(text).filter(sums -> sums.length() == LENGTH).map(Mysql323Hash::new);
  }

  /** No limit: a few additions per byte. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    long one = 0x5030_5735L;
    long other = 0x1234_5671L;
    long step = 7;
    for (byte signed : passwordUtf8) {
      if (signed == ' ' || signed == '\t') {
        continue;
      }
      int unsigned = signed & 0xFF;
      one ^= (((one & 63) + step) * unsigned + (one << 8)) & LOWER_32_BITS;
      other = (other + (((other << 8) & LOWER_32_BITS) ^ one)) & LOWER_32_BITS;
      step += unsigned;
    }
    return sums.sameAs(
        ByteBuffer.allocate(LENGTH)
            .putInt((int) (one & LOWER_31_BITS))
            .putInt((int) (other & LOWER_31_BITS))
            .array());
  }
}
