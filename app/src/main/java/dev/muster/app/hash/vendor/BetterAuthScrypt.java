package dev.muster.app.hash.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.app.hash.kdf.ScryptHash;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * scrypt as better-auth and Lucia write it: {@code SALT:KEY}, or {@code s2:SALT:KEY} in Lucia 1 and
 * 2. The salt is used as text, even where it is hex digits, and the key has 64 bytes in hex. N is
 * 16384, r 16 and p 1. The password is normalised to form KC of Unicode.
 *
 * <p>Only the form with {@code s2:} is recognised: others write {@code SALT:KEY}, too.
 *
 * <p>Source: better-auth's {@code crypto/password.ts}; Lucia's {@code crypto.ts}; oslo's {@code
 * password/scrypt.ts}.
 */
record BetterAuthScrypt(ScryptHash scrypt) implements ParsedHash {

  private static final String LUCIA = "s2:";
  private static final Pattern FORM = Pattern.compile("(?:s2:)?([^:]+):([0-9a-f]{128})");
  private static final ScryptCost COST = new ScryptCost(16_384, 16, 1);

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "better-auth",
              text -> text.startsWith(LUCIA),
              BetterAuthScrypt::parse,
              new About(
                  "scrypt, as better-auth and Lucia write it",
                  "s2:vionymfykbbc4sk9:b64cec9c0ed5726835402627f4883dad5d86c08052aa072ba67891"
                      + "899f71d7431629ca6a21c8e1c9e8149c629268b895ec4687cdb7b5e151f20b2599d6"
                      + "043843",
                  "correct horse battery staple",
                  "better-auth, Lucia, oslo; those without s2: are recognised only if the scheme is"
                      + " named",
                  "better-auth: SELECT password FROM account WHERE \"providerId\" = 'credential';"
                      + " Lucia 2: SELECT hashed_password FROM user_key",
                  Advice.ADVISABLE)));

  static Optional<BetterAuthScrypt> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    SecretBytes salt = SecretBytes.ofUtf8(form.group(1));
    return SecretBytes.ofHex(form.group(2))
        .map(key -> new BetterAuthScrypt(new ScryptHash(COST, salt, key)));
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return scrypt.outside(bounds);
  }

  @Override
  public int saltLength() {
    return scrypt.saltLength();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    String password = new String(passwordUtf8, UTF_8);
    return scrypt.matches(Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(UTF_8));
  }
}
