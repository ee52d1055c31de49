package dev.muster.app.hash.crypt;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;
import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Crypt64;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The formats of crypt(3) on different systems, besides {@link Bcrypt}; and Apache's variant of
 * one.
 *
 * <p>The formats without a prefix, {@code des-crypt}, {@code bigcrypt} and {@code crypt16}, could
 * be passwords or anything else. So the input has to name them, or they have to come where only
 * crypt(3) is possible.
 */
public final class CryptEncodings {

  /** The regular expression of a character of a salt that follows a prefix. */
  static final String SALT = "[!-#%-~]";

  private static final String SHADOW = "getent shadow, the second field";

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "sha512-crypt",
              encoded -> encoded.startsWith("$6$") && !encoded.endsWith("=="),
              ShaCrypt::parse,
              About.of(
                  "sha512-crypt",
                  "$6$rounds=1000$abcdefghijklmnop$.12ralu0VpplAOYtSBkpqdVzPGgdkfbtivU"
                      + "WA0LX7KIeYnFQCdS3hk6148ML8N0Txdl9pQNrjbIBWi.8leyjo.",
                  "Linux, FreeBSD, Solaris, Dovecot",
                  SHADOW,
                  ADVISABLE)),
          KnownScheme.of(
              "sha256-crypt",
              encoded -> encoded.startsWith("$5$"),
              ShaCrypt::parse,
              About.of(
                  "sha256-crypt",
                  "$5$rounds=1000$abcdefghijklmnop$zCl7G1SiQQ2lcZ049EL4.iFtt1OCJ5FKX/mQTZzm1b4",
                  "Linux, FreeBSD, Solaris, Dovecot",
                  SHADOW,
                  ADVISABLE)),
          KnownScheme.of(
              "md5-crypt",
              encoded -> encoded.startsWith(Md5Crypt.BSD),
              Md5Crypt::parse,
              About.of(
                  "md5-crypt",
                  "$1$abcdefgh$4/U5.w6NPtLkJ2WyrTwm91",
                  "FreeBSD and Linux of the 2000s, Cisco IOS (type 5), Juniper",
                  SHADOW,
                  LEGACY)),
          KnownScheme.of(
              "apr1-md5-crypt",
              encoded -> encoded.startsWith(Md5Crypt.APACHE),
              Md5Crypt::parse,
              About.of(
                  "Apache's md5-crypt",
                  "$apr1$abcdefgh$5MT.bUwCwhCf2blpqTwiG/",
                  "Apache, nginx",
                  "the file that htpasswd wrote, what follows the colon",
                  LEGACY)),
          KnownScheme.of(
              "sha1-crypt",
              Sha1Crypt::isMeant,
              Sha1Crypt::parse,
              About.of(
                  "sha1-crypt",
                  "$sha1$1$abcdefgh$5urFGND4TWX8T9ESx9Vqojdk5ds/",
                  "NetBSD",
                  "/etc/master.passwd, the second field",
                  LEGACY)),
          KnownScheme.of(
              "sun-md5-crypt",
              SunMd5Crypt::isMeant,
              SunMd5Crypt::parse,
              About.of(
                  "Sun's MD5 crypt",
                  "$md5,rounds=100$abcdefgh$$KHOnDcVN9yUh9vOuIv5h21",
                  "Solaris",
                  SHADOW,
                  LEGACY)),
          KnownScheme.of(
              "bsdi-crypt",
              BsdiCrypt::isMeant,
              BsdiCrypt::parse,
              About.of(
                  "BSDi's extended DES crypt",
                  "_/...lLDA1gu97bD1OUA",
                  "BSD/OS, FreeBSD, PostgreSQL's pgcrypto (xdes)",
                  "/etc/master.passwd, the second field",
                  LEGACY)),
          KnownScheme.named(
              "des-crypt",
              DesCrypt::parse,
              About.of(
                  "traditional DES crypt",
                  "abhfCpXqd4GrI",
                  "any Unix of the 20th century, old .htpasswd files, PHP's crypt",
                  "the second field of the passwd file, or what follows the colon in .htpasswd",
                  LEGACY)),
          KnownScheme.named(
              "bigcrypt",
              BigCrypt::parse,
              About.of(
                  "bigcrypt",
                  "abhfCpXqd4GrIatlJWV.Y872j79ay.DzBsAH3LRqLoARLU",
                  "HP-UX, Digital Unix, Tru64",
                  SHADOW,
                  LEGACY)),
          KnownScheme.named(
              "crypt16",
              Crypt16::parse,
              About.of("crypt16", "abmty.tRiqt3cbkfLGhze3LE", "Ultrix, Tru64", SHADOW, LEGACY)));

  private CryptEncodings() {}

  /**
   * Parses a hash of crypt(3) in any of the formats. {@code crypt16} is read as {@code bigcrypt},
   * as no crypt(3) ever returned it.
   */
  public static Optional<ParsedHash> parse(String encoded) {
    return Stream.<KnownScheme.HashParser>of(
            BcryptHash::parse,
            ShaCrypt::parse,
            Md5Crypt::parse,
            Sha1Crypt::parse,
            SunMd5Crypt::parse,
            BsdiCrypt::parse,
            DesCrypt::parse,
            BigCrypt::parse)
        .map(parser -> parser.parse(encoded))
        .flatMap(Optional::stream)
        .<ParsedHash>map(parsed -> parsed)
        .findFirst();
  }

  /**
   * The text of a hash of md5-crypt, or of Apache's variant.
   *
   * @param magic {@code $1$} or {@code $apr1$}
   */
  public static String md5Crypt(String magic, SecretBytes salt, SecretBytes digest) {
    return magic + salt.toUtf8() + "$" + Crypt64.digits(digest.toBytes(), Md5Crypt.ORDER);
  }
}
