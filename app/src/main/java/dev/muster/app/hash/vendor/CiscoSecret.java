package dev.muster.app.hash.vendor;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Crypt64;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cisco IOS's types 8 and 9: {@code $8$SALT$DIGEST} and {@code $9$SALT$DIGEST}, with fourteen
 * characters of salt, used as text, and 43 of digest, in the digits of crypt(3).
 *
 * <ul>
 *   <li>8: PBKDF2-SHA-256, 20000 iterations;
 *   <li>9: scrypt with N = 16384, r = 1, p = 1.
 * </ul>
 *
 * <p>Juniper's {@code $9$} is another format and has no third {@code $}.
 *
 * <p>Sources: the NSA's "Cisco Password Types: Best Practices" (2022); hashcat's modes 9200 and
 * 9300.
 */
record CiscoSecret(boolean scrypt, SecretBytes salt, SecretBytes hash) implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile("\\$([89])\\$([./0-9A-Za-z]{14})\\$([./0-9A-Za-z]{43})");
  private static final int ITERATIONS = 20_000;
  private static final ScryptCost SCRYPT = new ScryptCost(16_384, 1, 1);
  private static final int LENGTH = 32;

  static final List<KnownScheme> SCHEMES =
      List.of(
          scheme(
              "8",
              "PBKDF2-SHA-256",
              "$8$84486783037343$o9D3YbdzXK8Yx69JgddSGXanrb/v1W4FW..n4Mrkjv" + "6"),
          scheme(
              "9", "scrypt", "$9$84486783037343$OCKoIGkXoy/xo.5iWIa2fTu10y4.8yWGB.aJ416/hf" + "A"));

  private static KnownScheme scheme(String type, String algorithm, String example) {
    String prefix = "$" + type + "$";
    return KnownScheme.of(
        "cisco-type" + type,
        text -> text.startsWith(prefix) && text.indexOf('$', prefix.length()) >= 0,
        text -> text.startsWith(prefix) ? parse(text) : Optional.empty(),
        new About(
            "Cisco IOS type " + type + ", " + algorithm,
            example,
            "correct horse battery staple",
            "Cisco IOS and IOS XE",
            "what follows \"secret " + type + "\" in the configuration",
            Advice.ADVISABLE));
  }

  private static Optional<CiscoSecret> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new CiscoSecret(
                form.group(1).equals("9"),
                SecretBytes.ofUtf8(form.group(2)),
                SecretBytes.ofUtf8(form.group(3))))
        : Optional.empty();
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return scrypt ? SCRYPT.outside(bounds) : bounds.pbkdf2(ITERATIONS);
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] key =
        scrypt
            ? SCRYPT.derive(passwordUtf8, salt.toBytes(), LENGTH)
            : Digest.SHA256.pbkdf2(passwordUtf8, salt.toBytes(), ITERATIONS, LENGTH);
    return hash.sameAs(Crypt64.highestFirst(key));
  }
}
