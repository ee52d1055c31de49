package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.kdf.PhcPbkdf2;
import dev.muster.app.hash.kdf.PlainPbkdf2;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that are almost in the PHC string format:
 *
 * <ul>
 *   <li>Mattermost: {@code $pbkdf2$f=SHA256,w=600000,l=32$SALT$KEY}, the parameters in any order;
 *   <li>Zitadel: {@code $pbkdf2-sha384$ITERATIONS$SALT$KEY}, with digests that passlib does not
 *       have;
 *   <li>Nextcloud and ownCloud: {@code 1|} before bcrypt, {@code 2|} and {@code 3|} before Argon2;
 *   <li>Argon2 with salt and digest in padded base64;
 *   <li>scrypt as Java programs write it, see {@link ScryptParameters}.
 * </ul>
 *
 * <p>Sources: Mattermost's {@code hashers/pbkdf2.go}; Zitadel's library passwap; Nextcloud's {@code
 * lib/private/Security/Hasher.php}.
 */
final class PhcDialects {

  private static final Set<String> DIGESTS = Set.of("sha1", "sha256", "sha512");
  private static final Pattern MATTERMOST =
      Pattern.compile("\\$pbkdf2\\$([fwl]=[^$,]+(?:,[fwl]=[^$,]+){2})\\$([^$]+)\\$([^$]+)");
  private static final Pattern ZITADEL =
      Pattern.compile(
          "\\$pbkdf2-(sha1|sha224|sha384)\\$(" + Decimal.PATTERN + ")\\$([^$]+)\\$([^$]+)");
  private static final Pattern NEXTCLOUD = Pattern.compile("1\\|(\\$2.+)|[23]\\|(\\$argon2.+)");
  private static final Pattern PADDED_ARGON2 =
      Pattern.compile("(\\$argon2[^=]+=[^$]+(?:\\$m=[^$]+)?)\\$([^$]+)\\$([^$]+)");

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          new KnownSpelling(
              "mattermost",
              About.of(
                  "Mattermost: PBKDF2",
                  "$pbkdf2$f=SHA256,w=100,l=32$8PHy8/T19vf4+fr7/P3+/w$zOqvSnBxi/1W0Zv"
                      + "fnAeiS4lYi0mhP3adz7Y7JViT84Q",
                  "Mattermost since 11",
                  "SELECT username, password FROM users",
                  ADVISABLE),
              "$",
              PhcDialects::mattermost),
          new KnownSpelling(
              "zitadel-pbkdf2",
              About.of(
                  "Zitadel: PBKDF2 with SHA-1, SHA-224 and SHA-384",
                  "$pbkdf2-sha384$100$8PHy8/T19vf4+fr7/P3+/w$GvAnOojdtzGTXufdlntojNC7"
                      + "vK6Y0hAZxgSmh9lANszyivAAKtKVK1eqJzMjMXr8",
                  "Zitadel, programs with its library passwap",
                  "the column of the users table that begins with $pbkdf2-, as it is",
                  ADVISABLE),
              "$",
              PhcDialects::zitadel),
          new KnownSpelling(
              "nextcloud",
              About.of(
                  "Nextcloud: a version before bcrypt or Argon2",
                  "1|$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
                  "Nextcloud, ownCloud",
                  "SELECT uid, password FROM oc_users",
                  ADVISABLE),
              "123",
              PhcDialects::nextcloud),
          new KnownSpelling(
              "scrypt-java",
              About.of(
                  "scrypt, as Spring Security and the Java library scrypt write it",
                  "{scrypt}$a0801$FwWxlfaLAEZvKMPXh5Cvn0r3Dr/aTKTzachN/W21yOQHVjGjmmP"
                      + "Oks/jci6fUPiNLaTQrHDwyl8qFtO87SnQrQ==$WE9r+BJjwiq0wmIm4yywG8LFzX/b"
                      + "R3EaGM0y2u86GJ8=",
                  "Spring Security's SCryptPasswordEncoder, with or without {scrypt} before it;"
                      + " programs with com.lambdaworks:scrypt ($s0$)",
                  "SELECT username, password FROM users",
                  ADVISABLE),
              "{$",
              ScryptParameters::respelled),
          new KnownSpelling(
              "argon2-padded",
              About.of(
                  "Argon2 with padded base64",
                  "$argon2id$v=19$m=256,t=2,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow==",
                  "programs that encode salt and digest themselves",
                  "the column of the users table that begins with $argon2, as it is",
                  ADVISABLE),
              "$",
              PhcDialects::argon2));

  private PhcDialects() {}

  private static Optional<Respelled> mattermost(String text) {
    Matcher form = MATTERMOST.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    for (String parameter : form.group(1).split(",", -1)) {
      parameters.put(parameter.substring(0, 1), parameter.substring(2));
    }
    String digest = parameters.getOrDefault("f", "").toLowerCase(Locale.ROOT);
    String iterations = parameters.getOrDefault("w", "");
    String length = parameters.getOrDefault("l", "");
    Optional<SecretBytes> salt = SecretBytes.ofAnyBase64(form.group(2));
    Optional<SecretBytes> key =
        SecretBytes.ofAnyBase64(form.group(3))
            .filter(bytes -> length.equals(Integer.toString(bytes.length())));
    return DIGESTS.contains(digest) && Decimal.isOne(iterations)
        ? salt.flatMap(s -> key.map(k -> PhcPbkdf2.respelled(digest, iterations, s, k)))
        : Optional.empty();
  }

  private static Optional<Respelled> zitadel(String text) {
    Matcher form = ZITADEL.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Digest digest = Digest.ofWireName(form.group(1)).orElseThrow();
    Optional<SecretBytes> salt = SecretBytes.ofAdaptedBase64(form.group(3));
    Optional<SecretBytes> key =
        SecretBytes.ofAdaptedBase64(form.group(4))
            .filter(bytes -> bytes.length() == digest.length());
    return salt.flatMap(
        s ->
            key.map(
                k ->
                    Respelled.of(
                        PlainPbkdf2.NAME, PlainPbkdf2.encode(digest, form.group(2), s, k))));
  }

  private static Optional<Respelled> nextcloud(String text) {
    Matcher form = NEXTCLOUD.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    return form.group(1) == null
        ? Optional.of(Respelled.of("argon2", form.group(2)))
        : Optional.of(Respelled.of("bcrypt", form.group(1)));
  }

  private static Optional<Respelled> argon2(String text) {
    Matcher form = PADDED_ARGON2.matcher(text);
    if (!form.matches() || !(text.endsWith("=") || form.group(2).endsWith("="))) {
      return Optional.empty();
    }
    Optional<SecretBytes> salt = SecretBytes.ofAnyBase64(form.group(2));
    Optional<SecretBytes> digest = SecretBytes.ofAnyBase64(form.group(3));
    return salt.flatMap(
        s ->
            digest.map(
                d ->
                    Respelled.of(
                        "argon2",
                        form.group(1) + "$" + s.toUnpaddedBase64() + "$" + d.toUnpaddedBase64())));
  }
}
