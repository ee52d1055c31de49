package dev.muster.app.hash.kdf;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The credentials for SCRAM (RFC 5802) in passlib's format: {@code
 * $scram$ITERATIONS$SALT$sha-1=DIGEST,sha-256=DIGEST}. Each digest is PBKDF2 of the password after
 * {@link SaslPrep}, with another digest algorithm. Salt and digests are in passlib's adapted
 * base64.
 *
 * <p>As in passlib, the first that is present of SHA-256, SHA-512, SHA-224, SHA-384 and SHA-1 is
 * verified.
 *
 * <p>Source: passlib's documentation, {@code passlib.hash.scram}.
 *
 * @param pbkdf2 the one that is verified
 */
record PasslibScram(Pbkdf2Hash pbkdf2) implements ParsedHash {

  private static final String PREFIX = "$scram$";
  private static final Pattern FORM =
      Pattern.compile("\\$scram\\$(" + Decimal.PATTERN + ")\\$([^$]*)\\$([^$]+)");
  private static final List<String> PREFERENCE =
      List.of("sha256", "sha512", "sha224", "sha384", "sha1");

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "passlib-scram",
              text -> text.startsWith(PREFIX),
              PasslibScram::parse,
              new About(
                  "SCRAM digests, as passlib writes them",
                  "$scram$100$Z3JhaW5zIPD/IG9m$sha-1=zWS1xYeGl.q/cj/ZBwfaXGeyXLk,sh"
                      + "a-256=KlvbiWP9.jTt7DqiCIpsU7VRoKfaiJGb0cb7bvf3sHY,sha-512=9qggZA"
                      + "rIdNSwDybaANuHJdHLVraRo410BTa/mYoyoHydNHWl4HCZWDpPPFjLndNmGCKBCJ"
                      + "WmjQCZ4aruvEuNVA",
                  "correct horse battery staple",
                  "XMPP and other servers with passlib; RestAuth",
                  "the password column of the users table, as it is",
                  Advice.ADVISABLE)));

  static Optional<PasslibScram> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long iterations = Decimal.parse(form.group(1));
    Map<String, SecretBytes> digests = digests(form.group(3));
    return SecretBytes.ofAdaptedBase64(form.group(2))
        .flatMap(
            salt ->
                PREFERENCE.stream()
                    .flatMap(digestName -> pbkdf2(digestName, iterations, salt, digests).stream())
                    .findFirst())
        .map(PasslibScram::new);
  }

  /** The digests by their names without the hyphen; empty if one of them is not well-formed. */
  private static Map<String, SecretBytes> digests(String text) {
    Map<String, SecretBytes> digests = new HashMap<>();
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      String name = pair.substring(0, Math.max(0, equals)).replace("-", "");
      Optional<SecretBytes> digest =
          SecretBytes.ofAdaptedBase64(pair.substring(equals + 1))
              .filter(d -> d.length() > 0)
              .filter(d -> Prf.of(name).filter(prf -> prf.length() != d.length()).isEmpty());
      if (name.isEmpty() || digest.isEmpty()) {
        return Map.of();
      }
      digests.put(name, digest.get());
    }
    return digests;
  }

  private static Optional<Pbkdf2Hash> pbkdf2(
      String digestName, long iterations, SecretBytes salt, Map<String, SecretBytes> digests) {
    return Prf.of(digestName)
        .flatMap(
            prf ->
                Optional.ofNullable(digests.get(digestName))
                    .map(digest -> new Pbkdf2Hash(prf, iterations, salt, digest)));
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return pbkdf2.outside(bounds);
  }

  @Override
  public int saltLength() {
    return pbkdf2.saltLength();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return pbkdf2.matches(SaslPrep.prepared(passwordUtf8));
  }
}
