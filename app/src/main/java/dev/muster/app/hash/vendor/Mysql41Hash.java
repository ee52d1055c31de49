package dev.muster.app.hash.vendor;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;

/**
 * MySQL's {@code PASSWORD()} since 4.1: {@code *} and 40 hex digits, the SHA-1 of the SHA-1 of the
 * password.
 *
 * <p>Source: MySQL 5.7's reference manual, "Native Pluggable Authentication"; passlib's
 * documentation of {@code mysql41}.
 */
record Mysql41Hash(SecretBytes hash) implements ParsedHash {

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "mysql41",
              text -> text.startsWith("*") && text.length() == 41,
              Mysql41Hash::parse,
              new About(
                  "MySQL's PASSWORD()",
                  "*F4AF2E5D85456A908E0F552F0366375B06267295",
                  "correct horse battery staple",
                  "MySQL and MariaDB (mysql_native_password), and programs that used the function",
                  "SELECT user, authentication_string FROM mysql.user, or the program's own table",
                  Advice.LEGACY)));

  static Optional<Mysql41Hash> parse(String text) {
    return text.startsWith("*")
        ? SecretBytes.ofHex(text.substring(1))
            .filter(hash -> hash.length() == Digest.SHA1.length())
            .map(Mysql41Hash::new)
        : Optional.empty();
  }

  /** No limit: two passes of SHA-1. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return hash.sameAs(Digest.SHA1.of(Digest.SHA1.of(passwordUtf8)));
  }
}
