package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;
import static dev.muster.app.hash.scheme.Advice.LEGACY;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Iteration;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.app.hash.kdf.PhcPbkdf2;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.app.hash.spelling.KnownSpelling.Form;
import dev.muster.password.HashSpellings.Respelled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spring Security's encoders: {@code {id}} before what the encoder of that id wrote.
 *
 * <ul>
 *   <li>{@code {bcrypt}}, {@code {argon2}}: as everywhere;
 *   <li>{@code {pbkdf2}}: 8 bytes of salt and 32 of PBKDF2-SHA-1 with 185000 iterations, in hex or
 *       base64. Since 5.8 there are 20 bytes if the encoder's algorithm was set to SHA-1, 64 with
 *       SHA-512. Before, there are 32 bytes with SHA-256 and SHA-512 too: those are schemes of
 *       their own, which the input has to name;
 *   <li>{@code {pbkdf2@SpringSecurity_v5_8}}: 16 bytes of salt and 32 of PBKDF2-SHA-256 with 310000
 *       iterations;
 *   <li>{@code {sha256}}: 8 bytes of salt and 32 of SHA-256 over salt and password, repeated 1024
 *       times, in hex (StandardPasswordEncoder);
 *   <li>{@code {MD5}}, {@code {SHA-256}} and so on: {@code {SALT}} and the digest of the password
 *       and {@code {SALT}}, braces included; or the digest of the password alone;
 *   <li>{@code {ldap}}, {@code {SSHA}}: another tag follows;
 *   <li>{@code {noop}}: the password itself.
 * </ul>
 *
 * <p>{@code {scrypt}} is read by {@link ScryptParameters}. Encoders with a secret are not read.
 *
 * <p>Source: Spring Security's reference, "Password Storage", and the classes that {@code
 * PasswordEncoderFactories} names.
 */
public final class SpringEncoders {

  /** The name of the spelling with PBKDF2. */
  public static final String PBKDF2 = "spring-pbkdf2";

  private static final String ORIGIN =
      "Spring Security since 5.0; {ARGON2} also OpenLDAP, {BCRYPT} also OpenDJ";
  private static final String EXPORT = "SELECT username, password FROM users";
  private static final String VERSION = "@SPRINGSECURITY_V5_8";

  private static final String PBKDF2_TAG = "{pbkdf2}";
  private static final int STANDARD_SALT_LENGTH = 8;
  private static final int STANDARD_ROUNDS = 1024;
  private static final Pattern INNER_SALT = Pattern.compile("(\\{[^}]*})(.+)", Pattern.DOTALL);
  private static final Pattern LDAP_TAG = Pattern.compile("(?i)\\{s?sha}");

  /** One way in which the PBKDF2 encoder is set up. */
  private record Pbkdf2Setting(String digest, int iterations, int saltLength, int keyLength) {

    int length() {
      return saltLength + keyLength;
    }
  }

  private static final Pbkdf2Setting SINCE_5_8 = new Pbkdf2Setting("sha256", 310_000, 16, 32);
  private static final List<Pbkdf2Setting> BEFORE_5_8 =
      List.of(
          new Pbkdf2Setting("sha1", 185_000, 8, 32),
          new Pbkdf2Setting("sha1", 185_000, 8, 20),
          new Pbkdf2Setting("sha512", 185_000, 8, 64),
          SINCE_5_8);

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          KnownSpelling.tagged(
              "spring-id",
              Map.of(
                  "BCRYPT",
                  Form.of("bcrypt"),
                  "ARGON2",
                  Form.of("argon2"),
                  "ARGON2" + VERSION,
                  Form.of("argon2"),
                  "NOOP",
                  DirectoryTags::cleartext,
                  "LDAP",
                  SpringEncoders::tagged),
              about(
                  "an id before bcrypt, Argon2, a tag of LDAP, or the password itself",
                  "{bcrypt}$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
                  ADVISABLE)),
          KnownSpelling.tagged(
                  PBKDF2,
                  Map.of(
                      "PBKDF2",
                      untagged -> pbkdf2(BEFORE_5_8, untagged),
                      "PBKDF2" + VERSION,
                      untagged -> pbkdf2(List.of(SINCE_5_8), untagged)),
                  about(
                      "Pbkdf2PasswordEncoder: salt and key as one text",
                      "{pbkdf2}c21a39d04ca90103d4d864d06f2c2913c4a45590001226e2833e988134"
                          + "db98d3316ff303a33344cc",
                      ADVISABLE))
              .withOmissible(PBKDF2_TAG),
          KnownSpelling.tagged(
                  "spring-sha256",
                  Map.of("SHA256", SpringEncoders::standard),
                  about(
                      "StandardPasswordEncoder: SHA-256 repeated 1024 times",
                      "{sha256}f4468503bd1c7719adc6ad4b2e493939090969086bcfbd8cfec09efcdc"
                          + "901132068a6034458fca35",
                      LEGACY))
              .withOmissible("{sha256}"),
          KnownSpelling.tagged(
              "spring-digest",
              digests(),
              about(
                  "MessageDigestPasswordEncoder: the salt in braces before a digest in hex",
                  "{SHA-256}{IKSTymw6wtBhJSACQuCDCFqSh9v6xK/veaUo6O24Sg0=}bf75bb15b82"
                      + "5cca5ed110561f3132cbd6a8098eb787328db693904d707e14b3d",
                  LEGACY)));

  private SpringEncoders() {}

  /** Whether a text has the tag of PBKDF2 whose settings only the program knows. */
  public static boolean isPbkdf2(String text) {
    return text.regionMatches(true, 0, PBKDF2_TAG, 0, PBKDF2_TAG.length());
  }

  private static Map<String, Form> digests() {
    Map<String, Digest> digests =
        Map.of(
            "MD4", Digest.MD4,
            "MD5", Digest.MD5,
            "SHA", Digest.SHA1,
            "SHA-1", Digest.SHA1,
            "SHA-224", Digest.SHA224,
            "SHA256", Digest.SHA256,
            "SHA-256", Digest.SHA256,
            "SHA-384", Digest.SHA384,
            "SHA512", Digest.SHA512,
            "SHA-512", Digest.SHA512);
    Map<String, Form> forms = new HashMap<>();
    digests.forEach((tag, digest) -> forms.put(tag, untagged -> digest(digest, untagged)));
    Form tagged = SpringEncoders::tagged;
    forms.computeIfPresent("SHA", (tag, form) -> tagged.or(form));
    forms.put("SSHA", tagged);
    return forms;
  }

  /** What follows begins with {@code {SHA}} or {@code {SSHA}}. */
  private static Optional<Respelled> tagged(String untagged) {
    return LDAP_TAG.matcher(untagged).lookingAt()
        ? Optional.of(Respelled.of(untagged))
        : Optional.empty();
  }

  private static Optional<Respelled> digest(Digest digest, String untagged) {
    Matcher salted = INNER_SALT.matcher(untagged);
    return salted.matches()
        ? DigestText.bytes(digest, salted.group(2))
            .map(
                hash ->
                    DigestText.around(digest, new byte[0], salted.group(1).getBytes(UTF_8), hash))
        : DigestText.bare(digest, untagged);
  }

  private static Optional<Respelled> pbkdf2(List<Pbkdf2Setting> settings, String untagged) {
    return SecretBytes.ofHex(untagged)
        .or(() -> SecretBytes.ofAnyBase64(untagged))
        .flatMap(
            bytes ->
                settings.stream()
                    .filter(setting -> setting.length() == bytes.length())
                    .map(setting -> pbkdf2(setting, bytes))
                    .findFirst());
  }

  private static Respelled pbkdf2(Pbkdf2Setting setting, SecretBytes bytes) {
    return PhcPbkdf2.respelled(
        setting.digest(),
        Integer.toString(setting.iterations()),
        bytes.part(0, setting.saltLength()),
        bytes.part(setting.saltLength(), bytes.length()));
  }

  private static Optional<Respelled> standard(String untagged) {
    return SecretBytes.ofHex(untagged)
        .filter(bytes -> bytes.length() == STANDARD_SALT_LENGTH + Digest.SHA256.length())
        .map(
            bytes ->
                new SaltedDigest(
                    Digest.SHA256,
                    PasswordForm.PLAIN,
                    STANDARD_ROUNDS,
                    Iteration.BYTES,
                    bytes.part(0, STANDARD_SALT_LENGTH),
                    SecretBytes.ofUtf8(""),
                    bytes.part(STANDARD_SALT_LENGTH, bytes.length())))
        .map(hash -> Respelled.of("digest", hash.encoded()));
  }

  private static About about(String title, String example, Advice advice) {
    return About.of("Spring Security: " + title, example, ORIGIN, EXPORT, advice);
  }
}
