package dev.muster.app.hash.spelling;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.util.HexFormat;
import java.util.Optional;

/** Digests of passwords in the text formats of their schemes. */
final class DigestText {

  private DigestText() {}

  /** A digest without a salt, in hex or base64; empty if the text is neither of them. */
  static Optional<Respelled> bare(Digest digest, String text) {
    return bytes(digest, text).map(hash -> bare(digest, hash));
  }

  /** A digest without a salt. */
  static Respelled bare(Digest digest, SecretBytes hash) {
    return switch (digest) {
      case MD4 -> Respelled.of("hex-md4", hex(hash));
      case MD5 -> Respelled.of("ldap-md5", "{MD5}" + hash.toBase64());
      case SHA1 -> Respelled.of("ldap-sha", "{SHA}" + hash.toBase64());
      case SHA256 -> Respelled.of("ldap-sha256", "{SHA256}" + hash.toBase64());
      case SHA384 -> Respelled.of("ldap-sha384", "{SHA384}" + hash.toBase64());
      case SHA512 -> Respelled.of("ldap-sha512", "{SHA512}" + hash.toBase64());
      default -> around(digest, new byte[0], new byte[0], hash);
    };
  }

  /** A digest of the password between two texts. */
  static Respelled around(Digest digest, byte[] before, byte[] after, SecretBytes hash) {
    return Respelled.of(
        "digest", SaltedDigest.encode(digest, PasswordForm.PLAIN, before, after, hash.toBytes()));
  }

  /** The bytes of a digest in hex or base64; empty unless they have its length. */
  static Optional<SecretBytes> bytes(Digest digest, String text) {
    Optional<SecretBytes> bytes =
        text.length() == 2 * digest.length() ? SecretBytes.ofHex(text) : SecretBytes.ofBase64(text);
    return bytes.filter(hash -> hash.length() == digest.length());
  }

  static String hex(SecretBytes bytes) {
    return HexFormat.of().formatHex(bytes.toBytes());
  }
}
