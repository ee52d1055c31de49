package dev.muster.app.hash.vendor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.crypt.CryptEncodings;
import dev.muster.app.hash.crypt.Phpass;
import dev.muster.app.hash.kdf.Argon2Hash;
import dev.muster.app.hash.kdf.PasslibPbkdf2;
import dev.muster.app.hash.kdf.Prf;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * TYPO3's old MD5 hashes after their upgrade: {@code M} and a salted hash, as in {@code M$P$C…},
 * that was made of the password's MD5 in hex instead of the password. {@code C} instead of {@code
 * M} marks a hash of the password itself.
 *
 * <p>Source: TYPO3's extension saltedpasswords, {@code BulkUpdateTask} and {@code
 * SaltedPasswordService}.
 *
 * @param salted the hash of the MD5
 */
record Typo3Md5(ParsedHash salted) implements ParsedHash {

  private static final String PREFIX = "M$";
  private static final String PBKDF2 = "$pbkdf2-sha256$";

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "typo3-md5",
              text -> text.startsWith(PREFIX),
              Typo3Md5::parse,
              new About(
                  "a hash of the password's MD5, as TYPO3 upgraded it",
                  "M$P$5abcdefghUbNo3o5.E9zNiGl0Wa86L.",
                  "correct horse battery staple",
                  "TYPO3 4.3 to 8, users who have not logged in since the upgrade",
                  "SELECT username, email, password FROM fe_users",
                  Advice.LEGACY)));

  static Optional<Typo3Md5> parse(String text) {
    return text.startsWith(PREFIX)
        ? salted(text.substring(1)).map(Typo3Md5::new)
        : Optional.empty();
  }

  private static Optional<? extends ParsedHash> salted(String text) {
    if (text.startsWith("$P$")) {
      return Phpass.parse(text);
    }
    if (text.startsWith("$argon2")) {
      return Argon2Hash.parse(text);
    }
    return text.startsWith(PBKDF2)
        ? PasslibPbkdf2.parse(text.substring(PBKDF2.length()), Prf.SHA256)
        : Optional.of(text).filter(other -> other.startsWith("$")).flatMap(CryptEncodings::parse);
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return salted.outside(bounds);
  }

  @Override
  public int saltLength() {
    return salted.saltLength();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return salted.matches(DigestUtils.md5Hex(passwordUtf8).getBytes(US_ASCII));
  }
}
