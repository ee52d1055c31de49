package dev.muster.app.hash;

import dev.muster.password.CostBounds;
import dev.muster.password.HashScheme;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All algorithms that Django has ever shipped, each a {@link HashScheme}. Its own bcrypt is not
 * here but a spelling of {@link Bcrypt}.
 *
 * <p>A text that none of them, and not bcrypt either, recognises names an algorithm that Django
 * does not know.
 */
final class DjangoEncodings {

  private DjangoEncodings() {}

  static List<HashScheme> schemes(CostBounds bounds) {
    return List.of(
        scheme("django-pbkdf2-sha256", "pbkdf2_sha256", DjangoPbkdf2::parseSha256, bounds),
        scheme("django-pbkdf2-sha1", "pbkdf2_sha1", DjangoPbkdf2::parseSha1, bounds),
        scheme("django-argon2", "argon2", DjangoEncodings::argon2, bounds),
        scheme("django-bcrypt-sha256", "bcrypt_sha256", DjangoBcryptSha256::parse, bounds),
        scheme("django-scrypt", "scrypt", DjangoScrypt::parse, bounds),
        new DjangoScheme(
            "django-sha1",
            "sha1",
            encoded -> DjangoDigest.isSalted("sha1", encoded),
            DjangoDigest::parseSha1,
            bounds),
        new DjangoScheme(
            "django-md5",
            "md5",
            encoded -> DjangoDigest.isSalted("md5", encoded),
            DjangoDigest::parseMd5,
            bounds),
        new DjangoScheme(
            "django-unsalted-sha1",
            "sha1",
            encoded -> DjangoDigest.isUnsalted("sha1", encoded),
            DjangoDigest::parseSha1,
            bounds),
        new DjangoScheme(
            "django-unsalted-md5",
            "md5",
            DjangoDigest::isUnsaltedMd5,
            DjangoDigest::parseMd5,
            bounds),
        scheme("django-crypt", "crypt", DesCrypt::parse, bounds));
  }

  private static HashScheme scheme(
      String name,
      String algorithm,
      Function<String, Optional<ParsedHash>> parser,
      CostBounds bounds) {
    return new DjangoScheme(
        name, algorithm, encoded -> DjangoScheme.claims(algorithm, encoded), parser, bounds);
  }

  /** {@code argon2} and the reference implementation's text, which begins with a {@code $}. */
  private static Optional<ParsedHash> argon2(String encoded) {
    return Argon2Hash.parse(encoded.substring("argon2".length())).map(Function.identity());
  }
}
