package dev.muster.app.hash.kdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The credentials that a server stores for SCRAM-SHA-256 (RFC 5802, RFC 7677): {@code
 * SCRAM-SHA-256$ITERATIONS:SALT$STORED-KEY:SERVER-KEY}, in padded base64.
 *
 * <p>Both keys are derived from PBKDF2 of the password after {@link SaslPrep}. Both have to match.
 *
 * <p>Sources: RFC 5803 for the form; PostgreSQL's documentation of {@code pg_authid}.
 */
record PostgresScram(
    long iterations, SecretBytes salt, SecretBytes storedKey, SecretBytes serverKey)
    implements ParsedHash {

  private static final String PREFIX = "SCRAM-SHA-256$";
  private static final Pattern FORM =
      Pattern.compile("SCRAM-SHA-256\\$(" + Decimal.PATTERN + "):([^:$]+)\\$([^:$]+):([^:$]+)");
  private static final Prf PRF = Prf.SHA256;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "scram-postgres",
              text -> text.startsWith(PREFIX),
              PostgresScram::parse,
              new About(
                  "SCRAM-SHA-256, as PostgreSQL keeps it",
                  "SCRAM-SHA-256$4096:mKIofPr+eJ9ajBIYof28EQ==$5cz6vzciEXjcxuugFbKT"
                      + "d64QtRIzsjFfS4aNcBWtYBg=:CPlM2GxLP4rBtKolxMuAn0xmgZBxSIs/3+iGf/A"
                      + "+vyo=",
                  "correct horse battery staple",
                  "PostgreSQL's own users, PgBouncer, LDAP directories after RFC 5803",
                  "SELECT rolname, rolpassword FROM pg_authid",
                  Advice.ADVISABLE)));

  static Optional<PostgresScram> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long iterations = Decimal.parse(form.group(1));
    Optional<SecretBytes> stored = key(form.group(3));
    Optional<SecretBytes> server = key(form.group(4));
    return SecretBytes.ofBase64(form.group(2))
        .flatMap(
            salt ->
                stored.flatMap(
                    st -> server.map(se -> new PostgresScram(iterations, salt, st, se))));
  }

  private static Optional<SecretBytes> key(String base64) {
    return SecretBytes.ofBase64(base64).filter(key -> key.length() == PRF.length());
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
    byte[] salted =
        Pbkdf2.derive(
            PRF, SaslPrep.prepared(passwordUtf8), salt.toBytes(), iterations, PRF.length());
    byte[] clientKey = PRF.keyed(salted).doFinal("Client Key".getBytes(US_ASCII));
    byte[] expected = PRF.keyed(salted).doFinal("Server Key".getBytes(US_ASCII));
    return storedKey.sameAs(DigestUtils.sha256(clientKey)) && serverKey.sameAs(expected);
  }
}
