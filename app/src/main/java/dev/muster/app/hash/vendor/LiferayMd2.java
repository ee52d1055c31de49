package dev.muster.app.hash.vendor;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Liferay's {@code {MD2}}: the MD2 (RFC 1319) of the password, in base64. Liferay's other tags of
 * digests are those of LDAP.
 *
 * <p>Source: Liferay's {@code DefaultPasswordEncryptor} and {@code CompositePasswordEncryptor}; its
 * {@code PasswordEncryptorUtilTest} publishes the hash of {@code password}.
 */
record LiferayMd2(SecretBytes hash) implements ParsedHash {

  private static final String TAG = "{MD2}";
  private static final int LENGTH = 16;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "liferay-md2",
              text -> text.regionMatches(true, 0, TAG, 0, TAG.length()),
              LiferayMd2::parse,
              new About(
                  "MD2 without a salt, as Liferay writes it",
                  "{MD2}Ogg68B6fR+3wMPf6UAn4cg==",
                  "correct horse battery staple",
                  "Liferay Portal and DXP, if passwords.encryption.algorithm was MD2",
                  "SELECT screenName, emailAddress, password_ FROM User_",
                  Advice.LEGACY)));

  private static Optional<LiferayMd2> parse(String text) {
    return text.regionMatches(true, 0, TAG, 0, TAG.length())
        ? SecretBytes.ofBase64(text.substring(TAG.length()))
            .filter(hash -> hash.length() == LENGTH)
            .map(LiferayMd2::new)
        : Optional.empty();
  }

  /** No limit: one pass of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return hash.sameAs(DigestUtils.md2(passwordUtf8));
  }
}
