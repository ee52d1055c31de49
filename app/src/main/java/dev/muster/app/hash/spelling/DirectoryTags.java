package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;
import static dev.muster.app.hash.scheme.Advice.LEGACY;

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
 * Values of userPassword in LDAP directories: tags of servers, tags under other names, and a value
 * in base64, as LDIF has it.
 *
 * <p>Sources: OpenDJ's and 389 Directory Server's documentation of password storage schemes;
 * ApacheDS's {@code LdapSecurityConstants}; RFC 2849 for LDIF.
 */
final class DirectoryTags {

  private static final String EXPORT =
      "slapcat, or ldapsearch as an administrator: the attribute userPassword";

  /** In base64, a brace is {@code e} and a digit that the next character decides. */
  private static final Pattern BASE64_OF_TAG = Pattern.compile("e[0-3][A-Za-z0-9+/]+={0,2}");

  private static final Pattern FOLD = Pattern.compile("\r?\n ");
  private static final Pattern LDIF = Pattern.compile("(?i)userPassword(::?) *(.+)");

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          KnownSpelling.tagged(
              "ldap-module",
              schemes(),
              about(
                  "a tag that names the hash of crypt(3) after it",
                  "{CRYPT-SHA512}$6$abcdefgh$VN7LMkaLOrsMSWYHlf/ovyaWJao3Zm4TBZ"
                      + "4xfZWXb3l5At21Utq1nOJwr6vKh6Wgb2f1irZkd2TDXRV6cwWw51",
                  "389 Directory Server, ApacheDS",
                  ADVISABLE)),
          KnownSpelling.tagged(
              "ldap-alias",
              aliases(),
              about(
                  "a digest under another name of its tag",
                  "{SSHA-256}foeQwg/1DMg1plimDq1ZP838jBzXL8z5X7OJKv1Yyv7IycrLzM3Ozw==",
                  "OpenDJ, ApacheDS, PingDirectory",
                  LEGACY)),
          KnownSpelling.tagged(
              "ldap-base64",
              Map.of("BASE64", DirectoryTags::encodedPassword),
              about(
                  "the password itself, in base64",
                  "{BASE64}Y29ycmVjdCBob3JzZSBiYXR0ZXJ5IHN0YXBsZQ==",
                  "OpenDJ, PingDirectory",
                  LEGACY)),
          new KnownSpelling(
              "ldif",
              about(
                  "a value of userPassword in base64, as LDIF has it",
                  "e1NTSEF9RDlWYmNsQ3JnUFJLQXloeVBlRFYxRTB5NG16SXljckx6TTNPenc9PQ==",
                  "ldapsearch, slapcat",
                  LEGACY),
              "euU",
              DirectoryTags::ldif));

  private DirectoryTags() {}

  private static Map<String, Form> schemes() {
    Map<String, Form> forms = new HashMap<>();
    forms.put("ARGON2D", Form.of("argon2"));
    forms.put("CRYPT-MD5", Form.of("md5-crypt"));
    forms.put("CRYPT-SHA256", Form.of("sha256-crypt"));
    forms.put("CRYPT-SHA-256", Form.of("sha256-crypt"));
    forms.put("CRYPT-SHA512", Form.of("sha512-crypt"));
    forms.put("CRYPT-SHA-512", Form.of("sha512-crypt"));
    forms.put("CRYPT-BCRYPT", Form.of("bcrypt"));
    return forms;
  }

  private static Map<String, Form> aliases() {
    Map<String, Form> forms = new HashMap<>();
    Map.of(
            "SSHA1", "SSHA",
            "SSHA-1", "SSHA",
            "SSHA-256", "SSHA256",
            "SSHA-384", "SSHA384",
            "SSHA-512", "SSHA512")
        .forEach(
            (alias, tag) ->
                forms.put(
                    alias, untagged -> Optional.of(Respelled.of("{" + tag + "}" + untagged))));
    return forms;
  }

  /** The password itself follows. */
  static Optional<Respelled> cleartext(String password) {
    return Optional.of(Respelled.of("cleartext", "{CLEARTEXT}" + password));
  }

  private static Optional<Respelled> encodedPassword(String untagged) {
    return SecretBytes.ofAnyBase64(untagged)
        .flatMap(DovecotTags::utf8)
        .flatMap(DirectoryTags::cleartext);
  }

  /** A value in base64, with or without the attribute's name, on one line or folded. */
  private static Optional<Respelled> ldif(String folded) {
    String text = FOLD.matcher(folded).replaceAll("");
    Matcher line = LDIF.matcher(text);
    if (!line.matches()) {
      return ofBase64(text);
    }
    return line.group(1).equals("::")
        ? ofBase64(line.group(2))
        : Optional.of(line.group(2)).filter(value -> value.startsWith("{")).map(Respelled::of);
  }

  private static Optional<Respelled> ofBase64(String text) {
    return BASE64_OF_TAG.matcher(text).matches()
        ? SecretBytes.ofAnyBase64(text)
            .flatMap(DovecotTags::utf8)
            .filter(value -> TaggedText.of(value).isPresent())
            .map(Respelled::of)
        : Optional.empty();
  }

  private static About about(String title, String example, String origin, Advice advice) {
    return About.of("LDAP: " + title, example, origin, EXPORT, advice);
  }
}
