package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.kdf.PhcPbkdf2;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Liferay's PBKDF2-SHA-1 in base64: the bits of the key and the iterations in four bytes each,
 * eight bytes of salt, and the key. Newer versions write the tag {@code {PBKDF2WithHmacSHA1}}
 * before it. Without the tag, keys of 160 bits are recognised, which Liferay has always made.
 *
 * <p>{@code {UFC-CRYPT}} is Liferay's tag of DES crypt.
 *
 * <p>Source: Liferay's {@code PBKDF2PasswordEncryptor} and {@code CompositePasswordEncryptor}.
 */
final class LiferayKeys {

  private static final String BEGINNING = "AAAAoAA";
  private static final int CHARACTERS = 48;
  private static final int SALT_FROM = 2 * Integer.BYTES;
  private static final int KEY_FROM = SALT_FROM + Long.BYTES;

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          new KnownSpelling(
              "liferay",
              about(
                  "Liferay: PBKDF2-SHA-1, salt and costs in one base64",
                  "AAAAoAAAAGQAAQIDBAUGB6l99NcdaDbjHfunbEK1L+KxW+io"),
              "A",
              text ->
                  text.length() == CHARACTERS && text.startsWith(BEGINNING)
                      ? pbkdf2(text)
                      : Optional.empty()),
          KnownSpelling.tagged(
              "liferay-tag",
              Map.of(
                  "PBKDF2WITHHMACSHA1",
                  LiferayKeys::pbkdf2,
                  "UFC-CRYPT",
                  untagged -> Optional.of(Respelled.of("ldap-crypt", "{CRYPT}" + untagged))),
              about(
                  "Liferay: tags",
                  "{PBKDF2WithHmacSHA1}AAAAoAAAAGQAAQIDBAUGB6l99NcdaDbjHfunbEK1L+KxW+io")));

  private LiferayKeys() {}

  private static Optional<Respelled> pbkdf2(String text) {
    return SecretBytes.ofBase64(text)
        .filter(bytes -> bytes.length() > KEY_FROM)
        .flatMap(LiferayKeys::ofBytes);
  }

  private static Optional<Respelled> ofBytes(SecretBytes bytes) {
    ByteBuffer header = ByteBuffer.wrap(bytes.toBytes());
    long bits = Integer.toUnsignedLong(header.getInt());
    String iterations = Integer.toUnsignedString(header.getInt());
    SecretBytes key = bytes.part(KEY_FROM, bytes.length());
    return bits == key.length() * (long) Byte.SIZE
        ? Optional.of(PhcPbkdf2.respelled("sha1", iterations, bytes.part(SALT_FROM, KEY_FROM), key))
        : Optional.empty();
  }

  private static About about(String title, String example) {
    return About.of(
        title,
        example,
        "Liferay Portal and DXP since 6.2, SW360",
        "SELECT screenName, emailAddress, password_ FROM User_",
        LEGACY);
  }
}
