package dev.muster.app.hash.vendor;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The oldest hashes of Werkzeug, and so of Flask: {@code sha256$SALT$HEX}, an HMAC of the password
 * with the salt as key, or without a salt a digest of the password.
 *
 * <p>Django writes {@code sha1$SALT$HEX} and {@code md5$SALT$HEX} for other digests, so the input
 * has to name the scheme for these two, and for SHA-512, which RestAuth writes so. The others are
 * recognised.
 *
 * <p>Source: Werkzeug 2.2's {@code werkzeug.security}.
 *
 * @param salt may be empty
 */
public record WerkzeugHmac(Digest digest, SecretBytes salt, SecretBytes hash)
    implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile("(md5|sha1|sha224|sha256|sha384|sha512)\\$([^$]*)\\$([0-9A-Fa-f]+)");

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "werkzeug-hmac",
              WerkzeugHmac::isRecognised,
              WerkzeugHmac::parse,
              new About(
                  "HMACs, as Werkzeug once wrote them",
                  "sha256$abcdefgh$7680402735a3f172ba60fdcb3ed1c1f4f8241c379cc9bfce4a3bc9eaae"
                      + "c2a6c0",
                  "correct horse battery staple",
                  "Flask with Werkzeug before 2.3, if the method was a digest; name the scheme for"
                      + " sha1$, md5$ and sha512$, which others write too",
                  "the password column of the users table, as it is",
                  Advice.LEGACY)));

  /** Whether a text has this form and is not one of Django's or RestAuth's. */
  public static boolean isRecognised(String text) {
    boolean named =
        text.startsWith("sha256$") || text.startsWith("sha384$") || text.startsWith("sha224$");
    return named && !NodePasswordHash.isRecognised(text);
  }

  static Optional<WerkzeugHmac> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    SecretBytes salt = SecretBytes.ofUtf8(form.group(2));
    Optional<SecretBytes> hash = SecretBytes.ofHex(form.group(3));
    return Digest.ofWireName(form.group(1))
        .flatMap(
            digest ->
                hash.filter(h -> h.length() == digest.length())
                    .map(h -> new WerkzeugHmac(digest, salt, h)));
  }

  /** No limit: two passes of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return hash.sameAs(
        salt.length() == 0 ? digest.of(passwordUtf8) : digest.hmac(salt.toBytes(), passwordUtf8));
  }
}
