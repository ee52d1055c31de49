package dev.muster.app.hash.vendor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * LAN Manager's hash, in 32 hex digits of either case. The password in upper case, cut or padded
 * with zeros to 14 bytes, gives two DES keys, and each of them encrypts the same eight bytes. The
 * input has to name the scheme of bare digits. Dovecot's {@code {LANMAN}} is recognised.
 *
 * <p>Characters outside of ASCII were encoded in the code page of the machine that made the hash.
 * As it is unknown, the common ones are tried.
 *
 * <p>Sources: MS-NLMP §3.3.1 (LMOWFv1); Dovecot's documentation, "Password Schemes".
 */
record LmHash(SecretBytes hash) implements ParsedHash {

  private static final String MARK = "{LANMAN}";
  private static final byte[] CONSTANT = "KGS!@#$%".getBytes(US_ASCII);
  private static final int HALF = 7;

  /** Those of the United States, Western and Central Europe, and Russia, if this JDK has them. */
  private static final List<Charset> CODE_PAGES =
      Stream.of("US-ASCII", "IBM437", "IBM850", "IBM852", "IBM866")
          .filter(Charset::isSupported)
          .map(Charset::forName)
          .toList();

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "lm",
              LmHash::isMarked,
              LmHash::parse,
              new About(
                  "LAN Manager's hash",
                  "30b152d318ad78a10115ade0cda51b1f",
                  "correct horse battery staple",
                  "Windows before Vista, old Samba, Dovecot",
                  "sambaLMPassword in LDAP, or pdbedit -Lw",
                  Advice.LEGACY)));

  private static boolean isMarked(String text) {
    return text.regionMatches(true, 0, MARK, 0, MARK.length());
  }

  static Optional<LmHash> parse(String text) {
    return SecretBytes.ofHex(isMarked(text) ? text.substring(MARK.length()) : text)
        .filter(hash -> hash.length() == 2 * CONSTANT.length)
        .map(LmHash::new);
  }

  /** No limit: two blocks of DES. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    String password = new String(passwordUtf8, UTF_8);
    return CODE_PAGES.stream().anyMatch(page -> matches(upper(password, page), page));
  }

  /**
   * A password in upper case, converted as Windows does: letter by letter. A letter without a
   * capital in the code page, such as ß, is kept.
   */
  private static String upper(String password, Charset page) {
    CharsetEncoder encoder = page.newEncoder();
    StringBuilder upper = new StringBuilder(password.length());
    for (int i = 0; i < password.length(); i++) {
      char letter = password.charAt(i);
      char capital = Character.toUpperCase(letter);
      upper.append(encoder.canEncode(capital) ? capital : letter);
    }
    return upper.toString();
  }

  private boolean matches(String upper, Charset page) {
    if (!page.newEncoder().canEncode(upper)) {
      return false;
    }
    byte[] padded = Arrays.copyOf(upper.getBytes(page), 2 * HALF);
    byte[] computed = new byte[2 * CONSTANT.length];
    for (int half = 0; half < 2; half++) {
      DESEngine des = new DESEngine();
      des.init(true, new KeyParameter(key(padded, half * HALF)));
      des.processBlock(CONSTANT, 0, computed, half * CONSTANT.length);
    }
    return hash.sameAs(computed);
  }

  /** Expands seven bytes to a DES key: seven bits per byte, as the lowest is for parity. */
  private static byte[] key(byte[] padded, int from) {
    long bits = 0;
    for (int i = from; i < from + HALF; i++) {
      bits = (bits << Byte.SIZE) | (padded[i] & 0xFF);
    }
    byte[] key = new byte[Byte.SIZE];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) ((bits >>> (HALF * (HALF - i))) << 1);
    }
    return key;
  }
}
