package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;
import static dev.muster.app.hash.scheme.Advice.LEGACY;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.kdf.PlainPbkdf2;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hashes of programs in Python:
 *
 * <ul>
 *   <li>Jupyter: {@code argon2:} before Argon2; {@code sha1:SALT:HEX} or another digest of password
 *       and salt;
 *   <li>web2py: {@code pbkdf2(1000,20,sha512)$SALT$HEX}, iterations, length and digest, the salt as
 *       text;
 *   <li>Home Assistant: bcrypt in base64.
 * </ul>
 *
 * <p>Sources: Jupyter Server's {@code auth/security.py}; web2py's {@code gluon/validators.py},
 * class CRYPT; Home Assistant's {@code auth/providers/homeassistant.py}.
 */
final class ProgramTexts {

  private static final String ARGON2 = "argon2:";
  private static final Pattern JUPYTER =
      Pattern.compile("(md5|sha1|sha224|sha256|sha384|sha512):([0-9a-f]{1,64}):([0-9a-f]{32,128})");
  private static final Pattern WEB2PY =
      Pattern.compile(
          "pbkdf2\\((N),(N),(md5|sha1|sha224|sha256|sha384|sha512)\\)\\$([^$]+)\\$([0-9a-f]+)"
              .replace("N", Decimal.PATTERN));

  /** The beginning of {@code $2b$}, or another revision, in base64. */
  private static final Pattern BCRYPT_IN_BASE64 = Pattern.compile("JDJ[h-l]JD[0-9A-Za-z+/]{74}");

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          new KnownSpelling(
              "jupyter",
              About.of(
                  "Jupyter: Argon2 or a salted digest",
                  "sha1:0e112c3ddfce:6893b39fa2f571c267ef7966a3993270d321767e",
                  "Jupyter, IPython",
                  "jupyter_server_config.json: password or hashed_password",
                  LEGACY),
              "ams",
              ProgramTexts::jupyter),
          new KnownSpelling(
              "web2py",
              About.of(
                  "web2py: PBKDF2",
                  "pbkdf2(100,20,sha512)$834ee4458f59522a$92f5435b872d3dae9481e43f0e30313868226607",
                  "web2py, py4web, pyDAL",
                  "SELECT email, password FROM auth_user",
                  LEGACY),
              "p",
              ProgramTexts::web2py),
          new KnownSpelling(
              "home-assistant",
              About.of(
                  "Home Assistant: bcrypt in base64",
                  "JDJhJDA1JGFiY2RlZmdoaWprbG1ub3BxcnN0dXVGaVBoWGYxc1ZkM3BDQ1JPLnVWaDM0SC9xSS9ac"
                      + "3VT",
                  "Home Assistant",
                  ".storage/auth_provider.homeassistant: password",
                  ADVISABLE),
              "J",
              ProgramTexts::homeAssistant));

  private ProgramTexts() {}

  private static Optional<Respelled> jupyter(String text) {
    if (text.startsWith(ARGON2 + "$")) {
      return Optional.of(Respelled.of("argon2", text.substring(ARGON2.length())));
    }
    Matcher form = JUPYTER.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Digest digest = Digest.ofWireName(form.group(1)).orElseThrow();
    byte[] salt = form.group(2).getBytes(UTF_8);
    return SecretBytes.ofHex(form.group(3))
        .filter(hash -> hash.length() == digest.length())
        .map(hash -> DigestText.around(digest, new byte[0], salt, hash));
  }

  private static Optional<Respelled> web2py(String text) {
    Matcher form = WEB2PY.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Digest digest = Digest.ofWireName(form.group(3)).orElseThrow();
    return SecretBytes.ofHex(form.group(5))
        .filter(key -> form.group(2).equals(Integer.toString(key.length())))
        .map(
            key ->
                PlainPbkdf2.respelled(
                    digest, form.group(1), SecretBytes.ofUtf8(form.group(4)), key));
  }

  private static Optional<Respelled> homeAssistant(String text) {
    return BCRYPT_IN_BASE64.matcher(text).matches()
        ? SecretBytes.ofBase64(text)
            .flatMap(DovecotTags::utf8)
            .map(bcrypt -> Respelled.of("bcrypt", bcrypt))
        : Optional.empty();
  }
}
