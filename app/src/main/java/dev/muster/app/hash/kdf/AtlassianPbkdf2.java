package dev.muster.app.hash.kdf;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Optional;

/**
 * PBKDF2 in the format of Jira, Confluence and Crowd: {@code {PKCS5S2}} and the base64 of 16 bytes
 * of salt and 32 bytes of key, derived by 10,000 iterations of HMAC-SHA-1.
 *
 * <p>Source: passlib's documentation, {@code passlib.hash.atlassian_pbkdf2_sha1}.
 */
final class AtlassianPbkdf2 {

  private static final String PREFIX = "{PKCS5S2}";
  private static final int SALT_LENGTH = 16;
  private static final int LENGTH = SALT_LENGTH + 32;
  private static final long ITERATIONS = 10_000;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "atlassian-pbkdf2",
              text -> text.startsWith(PREFIX),
              AtlassianPbkdf2::parse,
              new About(
                  "PBKDF2-SHA-1, as Atlassian writes it",
                  "{PKCS5S2}Z3JhaW5zIPD/IG9mIHNhbE8vD/ldkA9ZlIN5xi81SS8JrZT67KtPP/J" + "X7A6mfF9i",
                  "correct horse battery staple",
                  "Atlassian Jira, Confluence, Crowd and Bitbucket",
                  "SELECT user_name, credential FROM cwd_user",
                  Advice.LEGACY)));

  private AtlassianPbkdf2() {}

  private static Optional<Pbkdf2Hash> parse(String text) {
    return text.startsWith(PREFIX)
        ? SecretBytes.ofBase64(text.substring(PREFIX.length()))
            .filter(bytes -> bytes.length() == LENGTH)
            .map(AtlassianPbkdf2::parse)
        : Optional.empty();
  }

  private static Pbkdf2Hash parse(SecretBytes saltAndKey) {
    return new Pbkdf2Hash(
        Prf.SHA1,
        ITERATIONS,
        saltAndKey.part(0, SALT_LENGTH),
        saltAndKey.part(SALT_LENGTH, LENGTH));
  }
}
