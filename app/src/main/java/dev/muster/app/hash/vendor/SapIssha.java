package dev.muster.app.hash.vendor;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SAP's code version H: <code>{x-issha, 1024}BASE64</code>, that is the rounds, and the base64 of a
 * SHA-1 and the salt. Each round is the SHA-1 of the password and the previous round, which is the
 * salt for the first one.
 *
 * <p>SAP's passwords have at most 40 characters. As each round digests the password again, no
 * password longer than 4096 bytes matches here.
 *
 * <p>Sources: hashcat's mode 10300 and its example; SAP's note 991968 names the code versions.
 */
public record SapIssha(long rounds, SecretBytes salt, SecretBytes hash) implements ParsedHash {

  private static final String MARK = "{x-issha,";
  private static final Pattern FORM =
      Pattern.compile("\\{x-issha, ?(N)}([^}]+)".replace("N", Decimal.PATTERN));

  private static final int PASSWORD_LENGTH_MAX = 4096;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "sap-issha",
              text -> text.startsWith(MARK),
              SapIssha::parse,
              new About(
                  "SAP code version H, iterated SHA-1",
                  "{x-issha, 1024}Iv0tjzRzPx0t5skf782weuf/Iq02NzU4MzE2MTA=",
                  "correct horse battery staple",
                  "SAP NetWeaver",
                  "SELECT BNAME, PWDSALTEDHASH FROM USR02",
                  Advice.LEGACY)));

  public static Optional<SapIssha> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int digestLength = Digest.SHA1.length();
    return SecretBytes.ofBase64(form.group(2))
        .map(SecretBytes::toBytes)
        .filter(bytes -> bytes.length > digestLength)
        .map(
            bytes ->
                new SapIssha(
                    Decimal.parse(form.group(1)),
                    SecretBytes.of(Arrays.copyOfRange(bytes, digestLength, bytes.length)),
                    SecretBytes.of(Arrays.copyOf(bytes, digestLength))));
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.repetitions("issha rounds", rounds, 1);
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    if (passwordUtf8.length > PASSWORD_LENGTH_MAX) {
      return false;
    }
    byte[] round = salt.toBytes();
    for (long i = 0; i < rounds; i++) {
      round = Digest.SHA1.of(passwordUtf8, round);
    }
    return hash.sameAs(round);
  }
}
