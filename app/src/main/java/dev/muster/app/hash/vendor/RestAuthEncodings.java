package dev.muster.app.hash.vendor;

import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.KnownScheme;
import java.util.List;
import java.util.Optional;

/**
 * The schemes that RestAuth adds to Django's: {@code sha512$SALT$HEX}, one pass of SHA-512 over
 * salt and password, and {@code mediawiki$SALT$HEX}, see {@link MediaWikiMd5}. Its third addition,
 * {@code drupal7$}, is a spelling of phpass.
 *
 * <p>Source: RestAuth's {@code common/hashers.py}.
 */
final class RestAuthEncodings {

  private static final String EXPORT = "manage.py dumpdata in RestAuth's directory";

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "restauth-sha512",
              encoded -> encoded.startsWith("sha512$") && !NodePasswordHash.isRecognised(encoded),
              encoded ->
                  encoded.startsWith("sha512$")
                      ? DjangoDigest.parseSha512(encoded)
                      : Optional.empty(),
              about(
                  "salted SHA-512, as RestAuth wrote it",
                  "sha512$0123456789abcdef$0941db3600458053020108a025beb94669e5"
                      + "adc30abaec46fa976d890c07fd9a2fdbf6444d47c87edb5cca"
                      + "1a29cd09261291abb260e885ae841a26c36d8d353f",
                  "RestAuth")),
          KnownScheme.of(
              "restauth-mediawiki",
              encoded -> encoded.startsWith("mediawiki$"),
              MediaWikiMd5::parseRestAuth,
              about(
                  "MediaWiki's types A and B, as RestAuth writes them",
                  "mediawiki$1a2b3c4d$0b5eb002c661d610cbe8b50c6bdbbc16",
                  "RestAuth with users imported from MediaWiki")));

  private RestAuthEncodings() {}

  private static About about(String title, String example, String origin) {
    return About.of(title, example, origin, EXPORT, LEGACY);
  }
}
