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

  /** The tag that Elasticsearch has too, whose keys have another length. */
  private static final String SHARED_TAG = "{PBKDF2}";

  private static final Pattern ITERATIONS = Pattern.compile("[0-9]+\\$");
  private static final Map<String, Prf> PREFIXES =
      Map.of(
          SHARED_TAG,
          Prf.SHA1,
          "{PBKDF2-SHA1}",
          Prf.SHA1,
          "{PBKDF2-SHA256}",
          Prf.SHA256,
          "{PBKDF2-SHA512}",
          Prf.SHA512);

  private static final String SALTED = "100$Z3JhaW5zIPD/IG9mIHNhbHQ$";
  private static final String DIGEST = "9sdZr/6jZbQ/id4QjDCCSaShQ35K0dnqYTKMDbao6yo";
  private static final String EXAMPLE = "{PBKDF2-SHA256}" + SALTED + DIGEST;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "ldap-pbkdf2",
              LdapPbkdf2::isOne,
              LdapPbkdf2::parse,
              LdapPbkdf2::sound,
              new About(
                  "PBKDF2, in LDAP directories",
                  EXAMPLE,
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

  /** A well-formed text with the same tag; empty if the tag is Elasticsearch's too. */
  private static Optional<String> sound(String text) {
    Map.Entry<String, Prf> known = prefix(text).orElse(null);
    if (known == null) {
      return Optional.of(EXAMPLE);
    }
    return known.getKey().equals(SHARED_TAG)
        ? Optional.empty()
        : Optional.of(known.getKey() + SALTED + digest(known.getValue().length()));
  }

  /** Bytes in base64 without padding. */
  private static String digest(int length) {
    int characters = (length * 8 + 5) / 6;
    return DIGEST.repeat(2).substring(0, characters - 1) + "A"; // which ends bytes of any length
  }

  private static Optional<Map.Entry<String, Prf>> prefix(String text) {
    return PREFIXES.entrySet().stream()
        .filter(known -> text.regionMatches(true, 0, known.getKey(), 0, known.getKey().length()))
        .findAny();
  }
}
