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
 * The passwords of Jenkins before bcrypt: {@code SALT:HEX}, SHA-256 of the password and the salt in
 * braces. Others write such a text for other digests, so the input has to name the scheme.
 *
 * <p>Source: the encoder {@code CLASSIC} of Jenkins's {@code HudsonPrivateSecurityRealm}, and
 * Acegi's {@code BasePasswordEncoder}, which puts the salt into braces.
 */
final class JenkinsDigest {

  private static final Pattern FORM = Pattern.compile("([^:{}]+):([0-9a-f]{64})");

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.named(
              "jenkins-sha256",
              JenkinsDigest::parse,
              new About(
                  "SHA-256 of the password and a salt in braces",
                  "AbCdEf:d356b90cca05f4cd2750b21d536034fdfe5e0fe9988f164955cf46f9e5112c79",
                  "correct horse battery staple",
                  "Jenkins before it used bcrypt, and Hudson; the scheme has to be named",
                  "users/*/config.xml: passwordHash, without #jbcrypt: before it",
                  Advice.LEGACY)));

  private JenkinsDigest() {}

  private static Optional<MixedDigest> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    DigestInput input =
        DigestInput.around(SecretBytes.ofUtf8(""), SecretBytes.ofUtf8("{" + form.group(1) + "}"));
    return SecretBytes.ofHex(form.group(2))
        .map(hash -> new MixedDigest(Digest.SHA256, input, hash));
  }
}
