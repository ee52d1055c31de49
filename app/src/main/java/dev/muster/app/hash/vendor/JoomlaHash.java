package dev.muster.app.hash.vendor;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.DigestInput;
import dev.muster.app.hash.digest.MixedDigest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joomla's digests of password and salt: {@code {SHA256}HEX:SALT} and, from before, {@code
 * HEX:SALT} with MD5, for which the input has to name the scheme. The salt is text. Joomla's other
 * hashes are phpass and bcrypt.
 *
 * <p>Source: Joomla's {@code JUserHelper::getCryptedPassword}.
 */
final class JoomlaHash {

  private static final Pattern SHA256 = Pattern.compile("\\{SHA256\\}([0-9a-f]{64}):([^:]*)");
  private static final Pattern MD5 = Pattern.compile("([0-9a-f]{32}):([^:]*)");
  private static final String TAG = "{SHA256}";
  private static final int COLON = TAG.length() + 64;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "joomla",
              JoomlaHash::isTagged,
              JoomlaHash::parse,
              new About(
                  "digests of password and salt, as Joomla wrote them",
                  "{SHA256}a95397d85b323252a89a6596010d7aea534a446f84497f23c390ead26c894c08:A"
                      + "bCdEfGhIjKlMnOp",
                  "correct horse battery staple",
                  "Joomla 1.5 to 3; those without {SHA256} are recognised only if the scheme is"
                      + " named",
                  "SELECT username, email, password FROM jos_users (its prefix differs)",
                  Advice.LEGACY)));

  private JoomlaHash() {}

  /** Whether a text has Joomla's form of {@code {SHA256}}, which LDAP's does not have. */
  static boolean isTagged(String text) {
    return text.startsWith(TAG) && text.indexOf(':') == COLON;
  }

  private static Optional<MixedDigest> parse(String text) {
    Matcher sha256 = SHA256.matcher(text);
    return sha256.matches() ? hash(Digest.SHA256, sha256) : md5(text);
  }

  private static Optional<MixedDigest> md5(String text) {
    Matcher md5 = MD5.matcher(text);
    return md5.matches() ? hash(Digest.MD5, md5) : Optional.empty();
  }

  private static Optional<MixedDigest> hash(Digest digest, Matcher form) {
    DigestInput input =
        DigestInput.around(SecretBytes.ofUtf8(""), SecretBytes.ofUtf8(form.group(2)));
    return SecretBytes.ofHex(form.group(1)).map(hash -> new MixedDigest(digest, input, hash));
  }
}
