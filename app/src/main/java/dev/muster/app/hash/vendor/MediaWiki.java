package dev.muster.app.hash.vendor;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;

import dev.muster.app.hash.crypt.BcryptHash;
import dev.muster.app.hash.kdf.Argon2Hash;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MediaWiki's hashes: the name of a type between colons, and a text of the type's own.
 *
 * <p>Besides {@link MediaWikiMd5} and {@link MediaWikiPbkdf2} there are {@code :argon2:}, followed
 * by the reference implementation's text, and {@code :bcrypt:9$SALT$DIGEST}, which is {@code $2y$}
 * with its fields separated.
 *
 * <p>Source: MediaWiki's {@code includes/password}.
 */
final class MediaWiki {

  static final KnownScheme SCHEME =
      KnownScheme.of(
          "mediawiki",
          MediaWiki::isMeant,
          MediaWiki::parse,
          new About(
              "all types of MediaWiki",
              ":pbkdf2:sha512:1000:64:MDEyMzQ1Njc4OWFiY2RlZg==:5bTW2oeyDJyGJPcmEr+mRD"
                  + "E11ghpozWrDGnSNhRXo2ZCu0KHRDiUMAVEGzLJC+oDhRoeIja9J1iLIv9ptDJMfQ==",
              "correct horse battery staple",
              "MediaWiki; those of types A and B are legacy",
              "SELECT user_name, user_email, user_password FROM user",
              ADVISABLE));

  private static final String ARGON2 = ":argon2:";
  private static final String BCRYPT = ":bcrypt:";
  private static final List<String> TYPES =
      List.of(":A:", ":B:", ":pbkdf2:", ":pbkdf2-legacyA:", ":pbkdf2-legacyB:", ARGON2, BCRYPT);
  private static final Pattern BCRYPT_FORM =
      Pattern.compile(BCRYPT + "([0-9]{1,2})\\$([^$]{22})\\$([^$]{31})");

  private MediaWiki() {}

  private static boolean isMeant(String encoded) {
    return encoded.startsWith(":") && TYPES.stream().anyMatch(encoded::startsWith);
  }

  private static Optional<? extends ParsedHash> parse(String encoded) {
    if (encoded.startsWith(ARGON2)) {
      return Argon2Hash.parse(encoded.substring(ARGON2.length()));
    }
    if (encoded.startsWith(BCRYPT)) {
      return bcrypt(encoded);
    }
    if (encoded.startsWith(":pbkdf2:")) {
      return MediaWikiPbkdf2.parse(encoded);
    }
    return encoded.startsWith(":pbkdf2-")
        ? MediaWikiPbkdf2.parseLayered(encoded)
        : MediaWikiMd5.parse(encoded);
  }

  private static Optional<BcryptHash> bcrypt(String encoded) {
    Matcher form = BCRYPT_FORM.matcher(encoded);
    if (!form.matches()) {
      return Optional.empty();
    }
    String cost = form.group(1);
    String twoDigits = cost.length() == 1 ? "0" + cost : cost;
    return BcryptHash.parse("$2y$" + twoDigits + "$" + form.group(2) + form.group(3));
  }
}
