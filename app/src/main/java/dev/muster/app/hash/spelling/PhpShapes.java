package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Iteration;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts of programs in PHP:
 *
 * <ul>
 *   <li>XenForo: an array in the form of serialize() or JSON. Its {@code hash} is bcrypt or phpass.
 *       If there are also {@code salt} and {@code hashFunc}, it is the digest of the password's
 *       digest in hex and the salt;
 *   <li>TYPO3: {@code C} before a hash that was made of a plain password;
 *   <li>phpBB: {@code $CP$} before a hash of another forum, here that of phpBB 2.
 * </ul>
 *
 * <p>Sources: XenForo's classes {@code Authentication\Core12} and {@code Authentication\Core};
 * TYPO3's extension saltedpasswords, {@code SaltedPasswordService}; phpBB's {@code
 * passwords\driver\md5_phpbb2} and {@code passwords\manager}.
 */
final class PhpShapes {

  private static final SecretBytes NOTHING = SecretBytes.ofUtf8("");
  private static final Pattern HASH = Pattern.compile("\\$(?:2[aby]?|P|H|argon2[a-z]*)\\$.+");
  private static final Pattern TYPO3 = Pattern.compile("C\\$(?:P|1|2[aby]?|pbkdf2-|argon2).+");
  private static final String PHPBB_PREFIX = "$CP$";
  private static final Pattern PHPBB = Pattern.compile("\\$CP\\$\\$H\\$[./0-9A-Za-z]{31}");

  /** Where the salt begins in bcrypt's text, after {@code $2y$10$}. */
  private static final int BCRYPT_SALT_FROM = 7;

  private static final Set<String> DIGESTS = Set.of("sha1", "sha256");
  private static final String JSON = "{\"hash\":\"";
  private static final String JSON_END = "\"}";

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          new KnownSpelling(
              "xenforo",
              About.of(
                  "XenForo: an array with bcrypt or phpass",
                  "a:1:{s:4:\"hash\";s:60:\"$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO"
                      + ".uVh34H/qI/ZsuS\";}",
                  "XenForo since 1.2",
                  "SELECT username, email, data FROM xf_user JOIN xf_user_authenticate USING"
                      + " (user_id)",
                  Advice.ADVISABLE),
              "a{",
              PhpShapes::xenForo),
          new KnownSpelling(
              "xenforo-digest",
              About.of(
                  "XenForo: an array with a digest",
                  "a:3:{s:4:\"hash\";s:64:\"1e96b9f53589d067d2a24dfebfcf2a55ca8b5f4bead6db1a9"
                      + "08f3c1150984379\";s:4:\"salt\";s:6:\"s4lt/+\";s:8:\"hashFunc\";s:6:\"sha25"
                      + "6\";}",
                  "XenForo before 1.2",
                  "SELECT username, email, data FROM xf_user JOIN xf_user_authenticate USING"
                      + " (user_id)",
                  LEGACY),
              "a",
              PhpShapes::xenForoDigest),
          new KnownSpelling(
              "typo3",
              About.of(
                  "TYPO3: C before phpass, bcrypt, md5-crypt, PBKDF2 or Argon2",
                  "C$P$6abcdefghbHujEoLzRzAGlPkJFQiyg0",
                  "TYPO3 4.3 to 8, passwords that were plain before",
                  "SELECT username, email, password FROM fe_users",
                  LEGACY),
              "C",
              PhpShapes::typo3),
          new KnownSpelling(
              "phpbb-converted",
              About.of(
                  "phpBB: phpass of the password's MD5",
                  "$CP$$H$5abcdefghUbNo3o5.E9zNiGl0Wa86L.",
                  "phpBB since 3.1, users of phpBB 2 who have not logged in since; passwords with"
                      + " quotes, backslashes or letters outside ASCII may not fit",
                  "SELECT username, user_email, user_password FROM phpbb_users",
                  LEGACY),
              "$",
              PhpShapes::phpBb));

  private PhpShapes() {}

  private static Optional<Respelled> xenForo(String text) {
    Optional<String> hash =
        text.startsWith(JSON) && text.endsWith(JSON_END)
            ? Optional.of(ofJson(text))
            : PhpArray.read(text)
                .filter(PhpShapes::isAlone)
                .map(texts -> texts.getOrDefault("hash", ""));
    return hash.filter(inner -> HASH.matcher(inner).matches()).map(Respelled::of);
  }

  /** Whether the hash has nothing beside it but a salt that it has in it already. */
  private static boolean isAlone(Map<String, String> texts) {
    String salt = texts.getOrDefault("salt", "");
    String hash = texts.getOrDefault("hash", "");
    boolean own = salt.isEmpty() || hash.startsWith(salt, BCRYPT_SALT_FROM);
    return own && texts.containsKey("hash") && Set.of("hash", "salt").containsAll(texts.keySet());
  }

  /**
   * The MD5 in hex of phpBB 2, which phpBB 3.0 put into phpass. Drupal writes the same with {@code
   * U} before it.
   */
  private static Optional<Respelled> phpBb(String text) {
    return PHPBB.matcher(text).matches()
        ? Optional.of(Respelled.of("drupal7", "U" + text.substring(PHPBB_PREFIX.length())))
        : Optional.empty();
  }

  /** PHP writes a backslash before each slash. */
  private static String ofJson(String text) {
    return text.substring(JSON.length(), text.length() - JSON_END.length()).replace("\\/", "/");
  }

  private static Optional<Respelled> xenForoDigest(String text) {
    Map<String, String> texts = PhpArray.read(text).orElse(Map.of());
    String name = texts.getOrDefault("hashFunc", "");
    if (!DIGESTS.contains(name) || !texts.containsKey("salt")) {
      return Optional.empty();
    }
    Digest digest = Digest.ofWireName(name).orElseThrow();
    return SecretBytes.ofHex(texts.getOrDefault("hash", ""))
        .map(
            hash ->
                new SaltedDigest(
                        digest,
                        PasswordForm.hexOf(digest),
                        1,
                        Iteration.BYTES,
                        NOTHING,
                        SecretBytes.ofUtf8(texts.getOrDefault("salt", "")),
                        hash)
                    .encoded())
        .map(hash -> Respelled.of("digest", hash));
  }

  private static Optional<Respelled> typo3(String text) {
    return TYPO3.matcher(text).matches()
        ? Optional.of(Respelled.of(text.substring(1)))
        : Optional.empty();
  }
}
