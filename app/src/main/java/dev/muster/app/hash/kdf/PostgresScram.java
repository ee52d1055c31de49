package dev.muster.app.hash.kdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The credentials that a server stores for SCRAM (RFC 5802, RFC 7677): {@code
 * SCRAM-SHA-256$ITERATIONS:SALT$STORED-KEY:SERVER-KEY}, in padded base64. SHA-1 and SHA-512 are
 * written alike.
 *
 * <p>Both keys are derived from PBKDF2 of the password after {@link SaslPrep}. Both have to match.
 * Dovecot leaves passwords as they are, and so do programs that leave SASLprep to others. So where
 * it changes a password, the keys of the unchanged one are right as well.
 *
 * <p>Sources: RFC 5803 for the form; PostgreSQL's documentation of {@code pg_authid}; Dovecot's
 * {@code password-scheme-scram.c}.
 */
record PostgresScram(
    Prf prf, long iterations, SecretBytes salt, SecretBytes storedKey, SecretBytes serverKey)
    implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile("(" + Decimal.PATTERN + "):([^:$]+)\\$([^:$]+):([^:$]+)");

  static final List<KnownScheme> SCHEMES =
      List.of(
          scheme(
              "scram-postgres",
              "SCRAM-SHA-256$",
              Prf.SHA256,
              new About(
                  "SCRAM-SHA-256, as PostgreSQL keeps it",
                  "SCRAM-SHA-256$4096:mKIofPr+eJ9ajBIYof28EQ==$5cz6vzciEXjcxuugFbKT"
                      + "d64QtRIzsjFfS4aNcBWtYBg=:CPlM2GxLP4rBtKolxMuAn0xmgZBxSIs/3+iGf/A"
                      + "+vyo=",
                  "correct horse battery staple",
                  "PostgreSQL's own users, PgBouncer, LDAP directories after RFC 5803",
                  "SELECT rolname, rolpassword FROM pg_authid",
                  Advice.ADVISABLE)),
          scheme(
              "scram-sha1",
              "SCRAM-SHA-1$",
              Prf.SHA1,
              others(
                  "SCRAM-SHA-1",
                  "SCRAM-SHA-1$100:Z3JhaW5zIPD/IG9m$PoehbGXfqgB98ClTg7kJENqsQkM=:6v0q"
                      + "393kK7oWZ+NXBg7BjU6ZI6I=",
                  Advice.LEGACY)),
          scheme(
              "scram-sha512",
              "SCRAM-SHA-512$",
              Prf.SHA512,
              others(
                  "SCRAM-SHA-512",
                  "SCRAM-SHA-512$100:Z3JhaW5zIPD/IG9m$3ZGwJCBwKkKPm6G/CB1zBERxlWCaQq0"
                      + "SL/26laroyYu9egbgnhI5n5p/p/VI5hGK0ihr7vxT1Sc0XO8aKC68HA==:z0T5BYh1"
                      + "Ag9HvN0QgaZcrkOojvbSftxiTMzzt3D3+tPFH3PD+/7zjrK9oSDXEqJ6aCLqPZqq1c"
                      + "tL+AagxQyGBA==",
                  Advice.ADVISABLE)));

  private static KnownScheme scheme(String name, String prefix, Prf prf, About about) {
    return KnownScheme.of(
        name,
        text -> text.startsWith(prefix),
        text ->
            text.startsWith(prefix)
                ? parse(text.substring(prefix.length()), prf)
                : Optional.empty(),
        about);
  }

  private static About others(String mechanism, String example, Advice advice) {
    return new About(
        mechanism + ", in the form of RFC 5803",
        example,
        "correct horse battery staple",
        "Dovecot, XMPP servers (ejabberd, Prosody), LDAP directories after RFC 5803",
        "the fields iterations, salt, stored key and server key, in the form of the example",
        advice);
  }

  private static Optional<PostgresScram> parse(String fields, Prf prf) {
    Matcher form = FORM.matcher(fields);
    if (!form.matches()) {
      return Optional.empty();
    }
    long iterations = Decimal.parse(form.group(1));
    Optional<SecretBytes> stored = key(form.group(3), prf);
    Optional<SecretBytes> server = key(form.group(4), prf);
    return SecretBytes.ofBase64(form.group(2))
        .flatMap(
            salt ->
                stored.flatMap(
                    st -> server.map(se -> new PostgresScram(prf, iterations, salt, st, se))));
  }

  private static Optional<SecretBytes> key(String base64, Prf prf) {
    return SecretBytes.ofBase64(base64).filter(key -> key.length() == prf.length());
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.pbkdf2(iterations);
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] prepared = SaslPrep.prepared(passwordUtf8);
    return areOf(prepared) || (!Arrays.equals(prepared, passwordUtf8) && areOf(passwordUtf8));
  }

  /** Whether the keys are those of a password. */
  private boolean areOf(byte[] password) {
    byte[] salted = Pbkdf2.derive(prf, password, salt.toBytes(), iterations, prf.length());
    byte[] clientKey = prf.keyed(salted).doFinal("Client Key".getBytes(US_ASCII));
    byte[] expected = prf.keyed(salted).doFinal("Server Key".getBytes(US_ASCII));
    return storedKey.sameAs(digest(clientKey)) && serverKey.sameAs(expected);
  }

  private byte[] digest(byte[] clientKey) {
    return switch (prf) {
      case SHA1 -> DigestUtils.sha1(clientKey);
      case SHA512 -> DigestUtils.sha512(clientKey);
      default -> DigestUtils.sha256(clientKey);
    };
  }
}
