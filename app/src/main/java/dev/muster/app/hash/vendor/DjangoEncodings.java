package dev.muster.app.hash.vendor;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;
import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.crypt.DesCrypt;
import dev.muster.app.hash.kdf.Argon2Hash;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.DjangoPrefix;
import dev.muster.app.hash.scheme.KnownScheme;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All algorithms that Django has ever shipped: the name of the algorithm, {@code $}, and a text of
 * the algorithm's own, as in {@code pbkdf2_sha256$260000$SALT$BASE64}. Django's bcrypt is a
 * spelling of the scheme {@code bcrypt}.
 *
 * <p>A text with a known name that is not well-formed gets Django's own message, {@code Invalid
 * format for pbkdf2_sha256 hasher}. A text that neither these nor bcrypt recognise names an
 * algorithm that Django does not know.
 *
 * <p>Source: Django's documentation, "Password management in Django", and its {@code
 * django.contrib.auth.hashers}.
 */
public final class DjangoEncodings {

  private static final String ORIGIN = "Django and what is built on it (Authentic2, RestAuth)";
  private static final String EXPORT =
      "manage.py dumpdata auth.user, or SELECT username, password FROM auth_user";

  public static final List<KnownScheme> SCHEMES =
      List.of(
          scheme(
              "django-pbkdf2-sha256",
              "pbkdf2_sha256",
              DjangoPbkdf2::parseSha256,
              about(
                  "PBKDF2-SHA-256, as Django writes it",
                  "pbkdf2_sha256$1000$lQaIiIrGVKL2$lOGZ9UUFrFaxDzKxdzdRKiKgQKRGag4MbzGJNY/Q+uI=",
                  ADVISABLE)),
          scheme(
              "django-pbkdf2-sha1",
              "pbkdf2_sha1",
              DjangoPbkdf2::parseSha1,
              about(
                  "PBKDF2-SHA-1, as Django writes it",
                  "pbkdf2_sha1$1000$lQaIiIrGVKL2$9DSKmahi30eDtmt/BSSsu6NdnQI=",
                  LEGACY)),
          scheme(
              "django-argon2",
              "argon2",
              DjangoEncodings::argon2,
              about(
                  "Argon2, as Django writes it",
                  "argon2$argon2id$v=19$m=256,t=2,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow",
                  ADVISABLE)),
          scheme(
              "django-bcrypt-sha256",
              "bcrypt_sha256",
              DjangoBcryptSha256::parse,
              about(
                  "bcrypt of the password's SHA-256, as Django writes it",
                  "bcrypt_sha256$$2b$05$abcdefghijklmnopqrstuuo5UaIBysJIH5CaMip.8XQbctZzHcXPa",
                  ADVISABLE)),
          scheme(
              "django-scrypt",
              "scrypt",
              DjangoScrypt::parse,
              about(
                  "scrypt, as Django writes it",
                  "scrypt$1024$lQaIiIrGVKL2$8$1$36m0eDTv3M2+3I2xFSQr4elVDht/VbftNXnLszopvPuX"
                      + "/NKcUy6UmYsxhYNQH2epWaDa/+yQ+Eok/qAtnqdd3Q==",
                  ADVISABLE)),
          scheme(
              "django-sha1",
              "sha1",
              encoded -> DjangoDigest.isSalted("sha1", encoded),
              DjangoDigest::parseSha1,
              about(
                  "salted SHA-1, as Django wrote it",
                  "sha1$lQaIiIrGVKL2$09143541bdac6f48eb663c35ace51b9bdf5ea101",
                  LEGACY)),
          scheme(
              "django-md5",
              "md5",
              encoded -> DjangoDigest.isSalted("md5", encoded),
              DjangoDigest::parseMd5,
              about(
                  "salted MD5, as Django wrote it",
                  "md5$lQaIiIrGVKL2$6bc84e071f82420b00e9abb7a372fcbd",
                  LEGACY)),
          scheme(
              "django-unsalted-sha1",
              "sha1",
              encoded -> DjangoDigest.isUnsalted("sha1", encoded),
              DjangoDigest::parseSha1,
              about(
                  "SHA-1 without a salt, as Django wrote it",
                  "sha1$$abf7aad6438836dbe526aa231abde2d0eef74d42",
                  LEGACY)),
          scheme(
              "django-unsalted-md5",
              "md5",
              DjangoDigest::isUnsaltedMd5,
              DjangoDigest::parseMd5,
              about(
                  "MD5 without a salt, bare or as Django wrote it",
                  "9cc2ae8a1ba7a93da39b46fc1019c481",
                  LEGACY)),
          scheme(
              "django-crypt",
              "crypt",
              DesCrypt::parseDjango,
              new About(
                  "DES crypt, as Django wrote it",
                  "crypt$$abzp3RXJm5gNA",
                  "pässwörd ünïcödé",
                  ORIGIN,
                  EXPORT,
                  LEGACY)));

  private DjangoEncodings() {}

  private static KnownScheme scheme(
      String name, String algorithm, KnownScheme.HashParser parser, About about) {
    return scheme(
        name, algorithm, encoded -> DjangoPrefix.names(algorithm, encoded), parser, about);
  }

  private static KnownScheme scheme(
      String name,
      String algorithm,
      Predicate<String> recognised,
      KnownScheme.HashParser parser,
      About about) {
    return KnownScheme.of(
        name,
        recognised,
        encoded -> isOf(algorithm, encoded) ? parser.parse(encoded) : Optional.empty(),
        DjangoPrefix.invalidFormat(algorithm),
        about);
  }

  /** Whether a text names the algorithm, or no algorithm at all. */
  private static boolean isOf(String algorithm, String encoded) {
    return DjangoPrefix.names(algorithm, encoded) || encoded.indexOf('$') < 0;
  }

  private static About about(String title, String example, Advice advice) {
    return About.of(title, example, ORIGIN, EXPORT, advice);
  }

  /**
   * {@code argon2} followed by the reference implementation's text, which begins with {@code $}.
   */
  private static Optional<Argon2Hash> argon2(String encoded) {
    return encoded.startsWith("argon2")
        ? Argon2Hash.parse(encoded.substring("argon2".length()))
        : Optional.empty();
  }
}
