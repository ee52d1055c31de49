package dev.muster.app.hash.vendor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cisco IOS's type 7: two decimal digits, the index in a well-known key, and the password in hex,
 * each byte exclusive-or'ed with a byte of that key from there on. Anyone can recover the password
 * from it. The input has to name the scheme.
 *
 * <p>Source: passlib's documentation of {@code cisco_type7}.
 *
 * @param begin 0 to 52
 */
public record CiscoType7(int begin, SecretBytes masked) implements ParsedHash {

  private static final Pattern FORM = Pattern.compile("([0-4][0-9]|5[0-2])([0-9A-Fa-f]*)");
  private static final byte[] MASK =
      "dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87".getBytes(US_ASCII);

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.named(
              "cisco-type7",
              CiscoType7::parse,
              new About(
                  "Cisco IOS type 7, which anybody can read",
                  "00071C14165E08124F29435C1A1C4515131F18013832643B2734321F02",
                  "correct horse battery staple",
                  "Cisco IOS",
                  "what follows \"password 7\" in the configuration",
                  Advice.LEGACY)));

  public static Optional<CiscoType7> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? SecretBytes.ofHex(form.group(2))
            .map(masked -> new CiscoType7((int) Decimal.parse(form.group(1)), masked))
        : Optional.empty();
  }

  /** Whether the text hides printable ASCII, which random hex digits hardly do. */
  public static boolean isPlausible(String text) {
    return parse(text)
        .filter(hash -> hash.masked.length() > 0)
        .map(hash -> hash.unmasked(hash.masked.toBytes()))
        .filter(CiscoType7::isPrintable)
        .isPresent();
  }

  private static boolean isPrintable(byte[] password) {
    for (byte character : password) {
      if (character < ' ' || character > '~') {
        return false;
      }
    }
    return true;
  }

  /** No limit: nothing is computed but exclusive-or. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return masked.sameAs(unmasked(passwordUtf8));
  }

  /** The bytes exclusive-or'ed with the key, which hides them or shows them again. */
  private byte[] unmasked(byte[] bytes) {
    byte[] computed = new byte[bytes.length];
    for (int i = 0; i < computed.length; i++) {
      computed[i] = (byte) (bytes[i] ^ MASK[(begin + i) % MASK.length]);
    }
    return computed;
  }
}
