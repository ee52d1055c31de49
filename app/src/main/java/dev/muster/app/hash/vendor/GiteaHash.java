package dev.muster.app.hash.vendor;

import dev.muster.app.hash.crypt.BcryptHash;
import dev.muster.app.hash.kdf.Argon2Cost;
import dev.muster.app.hash.kdf.Argon2Hash;
import dev.muster.app.hash.kdf.Pbkdf2Hash;
import dev.muster.app.hash.kdf.Prf;
import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.app.hash.kdf.ScryptHash;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The password of a user of Gitea or Forgejo: its columns passwd_hash_algo, salt and passwd, joined
 * by {@code $}, as in {@code pbkdf2$320000$50$SALT$KEY}. The key is in hex. So is the salt, unless
 * it has ten characters, which are used as they are.
 *
 * <ul>
 *   <li>{@code pbkdf2$ITERATIONS$LENGTH}, HMAC-SHA-256; without numbers 10000 and 50;
 *   <li>{@code scrypt$N$r$p$LENGTH}; without numbers 65536, 16, 2 and 50;
 *   <li>{@code argon2$PASSES$KIB$LANES$LENGTH}, Argon2id; without numbers 2, 65536, 8 and 50;
 *   <li>{@code bcrypt} or {@code bcrypt$COST}; the salt is not used.
 * </ul>
 *
 * <p>Source: Gitea's {@code modules/auth/password/hash}.
 */
final class GiteaHash {

  private static final String TAIL = "\\$([0-9a-f]+|[^$]{10})\\$([0-9a-f]+)";
  private static final Pattern PBKDF2 = form("pbkdf2(?:\\$(N)\\$(N)|_(v1|v2|hi))?" + TAIL);
  private static final Pattern SCRYPT = form("scrypt(?:\\$(N)\\$(N)\\$(N)\\$(N))?" + TAIL);
  private static final Pattern ARGON2 = form("argon2(?:\\$(N)\\$(N)\\$(N)\\$(N))?" + TAIL);
  private static final Pattern BCRYPT = form("bcrypt(?:\\$N)?\\$[^$]*\\$(\\$2.*)");
  private static final int SALT_OF_TEXT = 10;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.named(
              "gitea",
              GiteaHash::parse,
              new About(
                  "all algorithms of Gitea and Forgejo, from their columns",
                  "pbkdf2$1000$50$000102030405060708090a0b0c0d0e0f$a69b179e3add3c1e0aaf227a0e"
                      + "b3aa2aa8645ab86fecf6ca00c17512697c719ed35f6dc6fba420111c1d0abb5dab"
                      + "bfc85396",
                  "correct horse battery staple",
                  "Gitea and Forgejo",
                  "SELECT lower_name, email, passwd AS password_hash, passwd_hash_algo AS"
                      + " password_digest, salt AS password_salt, 'gitea' AS password_scheme FROM"
                      + " \"user\" WHERE type = 0",
                  Advice.ADVISABLE)));

  private GiteaHash() {}

  private static Optional<? extends ParsedHash> parse(String text) {
    Matcher pbkdf2 = PBKDF2.matcher(text);
    if (pbkdf2.matches()) {
      return pbkdf2(pbkdf2);
    }
    Matcher scrypt = SCRYPT.matcher(text);
    if (scrypt.matches()) {
      return scrypt(scrypt);
    }
    Matcher argon2 = ARGON2.matcher(text);
    if (argon2.matches()) {
      return argon2(argon2);
    }
    Matcher bcrypt = BCRYPT.matcher(text);
    return bcrypt.matches() ? BcryptHash.parse(bcrypt.group(1)) : Optional.empty();
  }

  private static Optional<Pbkdf2Hash> pbkdf2(Matcher form) {
    String named = String.valueOf(form.group(3));
    long usual = named.equals("v2") ? 50_000 : named.equals("hi") ? 320_000 : 10_000;
    long iterations = number(form.group(1), usual);
    return key(form.group(5), number(form.group(2), 50))
        .flatMap(
            key ->
                salt(form.group(4)).map(salt -> new Pbkdf2Hash(Prf.SHA256, iterations, salt, key)));
  }

  private static Optional<ScryptHash> scrypt(Matcher form) {
    return ScryptCost.of(
            number(form.group(1), 65_536), number(form.group(2), 16), number(form.group(3), 2))
        .flatMap(
            cost ->
                key(form.group(6), number(form.group(4), 50))
                    .flatMap(
                        key -> salt(form.group(5)).map(salt -> new ScryptHash(cost, salt, key))));
  }

  private static Optional<Argon2Hash> argon2(Matcher form) {
    Argon2Cost cost =
        Argon2Cost.of(
            "argon2id",
            number(form.group(2), 65_536),
            number(form.group(1), 2),
            number(form.group(3), 8));
    return key(form.group(6), number(form.group(4), 50))
        .flatMap(key -> salt(form.group(5)).flatMap(salt -> Argon2Hash.of(cost, salt, key)));
  }

  private static Optional<SecretBytes> salt(String text) {
    return text.length() == SALT_OF_TEXT
        ? Optional.of(SecretBytes.ofUtf8(text))
        : SecretBytes.ofHex(text);
  }

  private static Optional<SecretBytes> key(String hex, long length) {
    return SecretBytes.ofHex(hex).filter(key -> key.length() == length);
  }

  private static long number(String digits, long usual) {
    return digits == null ? usual : Decimal.parse(digits);
  }

  private static Pattern form(String regex) {
    return Pattern.compile(regex.replace("N", Decimal.PATTERN), Pattern.DOTALL);
  }
}
