package dev.muster.app.hash.vendor;

import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.security.MessageDigest;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The digests of LDAP's userPassword: a tag in braces, in either case, and base64. {@code {SHA}} is
 * one pass of SHA-1 over the password. {@code {SSHA}} is one over password and salt, and the salt,
 * of any length, follows the digest. MD5 and SHA-2 work likewise.
 *
 * <p>Some servers write hex digits after {@code {MD5}} and {@code {SHA}}. They are recognised by
 * their number.
 *
 * <p>Sources: RFC 2307 §5.3 for the form; OpenLDAP's slappasswd(8) and slapd-pw-sha2(5); passlib's
 * documentation of {@code ldap_digest}.
 *
 * @param digestName the JDK's name of the digest, such as {@code SHA-1}
 * @param salt may be empty
 */
record LdapDigest(String digestName, SecretBytes salt, SecretBytes digest) implements ParsedHash {

  static Optional<LdapDigest> parse(String digestName, String untagged) {
    int length = DigestUtils.getDigest(digestName).getDigestLength();
    Optional<SecretBytes> digest =
        untagged.length() == 2 * length
            ? SecretBytes.ofHex(untagged)
            : SecretBytes.ofBase64(untagged);
    return digest
        .filter(bytes -> bytes.length() == length)
        .map(bytes -> new LdapDigest(digestName, SecretBytes.ofUtf8(""), bytes));
  }

  static Optional<LdapDigest> parseSalted(String digestName, String untagged) {
    int length = DigestUtils.getDigest(digestName).getDigestLength();
    return SecretBytes.ofBase64(untagged)
        .filter(bytes -> bytes.length() >= length)
        .map(
            bytes ->
                new LdapDigest(
                    digestName, bytes.part(length, bytes.length()), bytes.part(0, length)));
  }

  /** No limit: one pass of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    MessageDigest message = DigestUtils.getDigest(digestName);
    message.update(passwordUtf8);
    return digest.sameAs(message.digest(salt.toBytes()));
  }
}
