package dev.muster.app.hash.kdf;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * PBKDF2 in LDAP directories: {@code {PBKDF2-SHA256}ITERATIONS$SALT$DIGEST}. The part after the
 * prefix is that of {@link PasslibPbkdf2}. {@code {PBKDF2}} alone means SHA-1.
 *
 * <p>The prefix may be in upper or lower case. Dovecot, OpenDJ and Spring Security write other
 * formats after {@code {PBKDF2}}.
 *
 * <p>Sources: {@code slapd-pw-pbkdf2(5)} of OpenLDAP; passlib's documentation, {@code
 * passlib.hash.ldap_pbkdf2_digest}.
 */
final class LdapPbkdf2 {

  private static final Pattern ITERATIONS = Pattern.compile("[0-9]+\\$");
  private static final Map<String, Prf> PREFIXES =
      Map.of(
          "{PBKDF2}", Prf.SHA1,
          "{PBKDF2-SHA1}", Prf.SHA1,
          "{PBKDF2-SHA256}", Prf.SHA256,
          "{PBKDF2-SHA512}", Prf.SHA512);

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "ldap-pbkdf2",
              LdapPbkdf2::isOne,
              LdapPbkdf2::parse,
              new About(
                  "PBKDF2, in LDAP directories",
                  "{PBKDF2-SHA256}100$Z3JhaW5zIPD/IG9mIHNhbHQ$9sdZr/6jZbQ/id4QjDCCS"
                      + "aShQ35K0dnqYTKMDbao6yo",
                  "correct horse battery staple",
                  "OpenLDAP with pw-pbkdf2, 389 Directory Server, passlib",
                  "ldapsearch -D ADMIN -W '(userPassword=*)' userPassword (its values are base64)",
                  Advice.ADVISABLE)));

  private LdapPbkdf2() {}

  private static Optional<Pbkdf2Hash> parse(String text) {
    return prefix(text)
        .flatMap(
            known ->
                PasslibPbkdf2.parse(text.substring(known.getKey().length()), known.getValue()));
  }

  private static boolean isOne(String text) {
    return prefix(text)
        .filter(
            known ->
                ITERATIONS.matcher(text).region(known.getKey().length(), text.length()).lookingAt())
        .isPresent();
  }

  private static Optional<Map.Entry<String, Prf>> prefix(String text) {
    return PREFIXES.entrySet().stream()
        .filter(known -> text.regionMatches(true, 0, known.getKey(), 0, known.getKey().length()))
        .findAny();
  }
}
