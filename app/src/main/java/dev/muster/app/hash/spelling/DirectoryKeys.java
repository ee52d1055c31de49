package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;
import static dev.muster.app.hash.scheme.Advice.LEGACY;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.crypt.CryptEncodings;
import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.kdf.PhcPbkdf2;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.app.hash.spelling.KnownSpelling.Form;
import dev.muster.password.HashSpellings.Respelled;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys of PBKDF2 and MD5 in LDAP directories:
 *
 * <ul>
 *   <li>OpenDJ: {@code {PBKDF2-HMAC-SHA256}ITERATIONS:BASE64}, the key and then the salt; {@code
 *       {PBKDF2}} is SHA-1;
 *   <li>389 Directory Server and FreeIPA before PBKDF2-SHA512: {@code {PBKDF2_SHA256}BASE64}, four
 *       bytes of iterations, 64 of salt and 256 of key;
 *   <li>Netscape and 389 Directory Server: {@code {NS-MTA-MD5}}, 32 hex digits of MD5 over salt,
 *       the byte 89, password, the byte 247 and salt; then the salt, 32 characters;
 *   <li>OpenLDAP's module apr1: {@code {APR1}BASE64} and {@code {BSDMD5}BASE64}, the digest of
 *       md5-crypt and then the salt.
 * </ul>
 *
 * <p>Sources: OpenDJ's {@code PBKDF2PasswordStorageScheme}; 389 Directory Server's {@code
 * pbkdf2_pwd.c} and {@code ns-mta-md5.pl}; OpenLDAP's {@code contrib/slapd-modules/passwd/apr1.c}.
 */
final class DirectoryKeys {

  private static final Pattern OPENDJ = Pattern.compile("(" + Decimal.PATTERN + "):([^:]+)");
  private static final Pattern NETSCAPE = Pattern.compile("([0-9a-f]{32})([!-~]{32})");
  private static final int SALT_LENGTH = 64;
  private static final int KEY_LENGTH = 256;
  private static final byte NETSCAPE_BEFORE = 89;
  private static final int MD5_LENGTH = 16;
  private static final byte NETSCAPE_AFTER = (byte) 247;

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          KnownSpelling.tagged(
              "opendj-pbkdf2",
              Map.of(
                  "PBKDF2", opendj("sha1", Digest.SHA1),
                  "PBKDF2-HMAC-SHA1", opendj("sha1", Digest.SHA1),
                  "PBKDF2-HMAC-SHA256", opendj("sha256", Digest.SHA256),
                  "PBKDF2-HMAC-SHA512", opendj("sha512", Digest.SHA512)),
              About.of(
                  "OpenDJ: PBKDF2",
                  "{PBKDF2-HMAC-SHA256}100:/KPJ1zzHsGA9cEDh9dTspOv5L0hUCoBLL/w/cxRKM0"
                      + "jIycrLzM3Ozw==",
                  "OpenDJ, ForgeRock Directory Services",
                  "export-ldif: the attribute userPassword",
                  ADVISABLE)),
          KnownSpelling.tagged(
                  "389ds-pbkdf2",
                  Map.of("PBKDF2_SHA256", DirectoryKeys::fixedLengths),
                  About.of(
                      "389 Directory Server: PBKDF2-SHA-256 before version 2",
                      "{PBKDF2_SHA256}AAAD6AABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICE"
                          + "iIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8fLZfaCYBxfSiJ4pgToo5iP+grv"
                          + "gyQL2N0c7WLAQxrPRM73Scjl2N8gLIW9TmR8ZTiVDUrTwxDpRJvd7e/ubFqzj2ILmW"
                          + "QTDwPPLnUHfipdtFdj+8iMmVx6XrSpk/FAwB4eKMoLD9Z5GGoPHEo7x18/3dNm1Zsr"
                          + "1S1Y9tL9B0quEViifsDt8z+TH420PzF996UfyY4ML7GflBd+5TdtfKJidtNidfcFES"
                          + "121e6dYzbsfSoV9ewyh9X1E0Hn5WR+VbUJAcqe5lbS/t0Eyd97/TCilinerHJtWi+u"
                          + "mL/fp0ajftkaDj5hqa/pbL2qgEKXJOjw0doh7a7AhZnv5vDKyM3",
                      "389 Directory Server, FreeIPA, Red Hat Identity Management",
                      "ldapsearch -D 'cn=Directory Manager' -W '(userPassword=*)' userPassword",
                      ADVISABLE))
              .withOmissible("{PBKDF2_SHA256}"),
          KnownSpelling.tagged(
              "openldap-apr1",
              Map.of(
                  "APR1", md5Crypt("apr1-md5-crypt", "$apr1$"),
                  "BSDMD5", md5Crypt("md5-crypt", "$1$")),
              About.of(
                  "OpenLDAP: md5-crypt in base64",
                  "{APR1}aPagaWQ1B3yhYre58hB0GWFCMy4veHla",
                  "OpenLDAP with the module apr1",
                  "slapcat, or ldapsearch as an administrator: the attribute userPassword",
                  LEGACY)),
          KnownSpelling.tagged(
              "ns-mta-md5",
              Map.of("NS-MTA-MD5", DirectoryKeys::netscape),
              About.of(
                  "Netscape's salted MD5",
                  "{NS-MTA-MD5}acd65f60c9a0aa6b3860fbef152d719e0123456789abcdef012345"
                      + "6789abcdef",
                  "Netscape, Sun and 389 Directory Server",
                  "ldapsearch -D 'cn=Directory Manager' -W '(userPassword=*)' userPassword",
                  LEGACY)));

  private DirectoryKeys() {}

  private static Form opendj(String digestName, Digest digest) {
    return untagged -> {
      Matcher form = OPENDJ.matcher(untagged);
      return form.matches()
          ? SecretBytes.ofAnyBase64(form.group(2))
              .filter(bytes -> bytes.length() > digest.length())
              .map(
                  bytes ->
                      PhcPbkdf2.respelled(
                          digestName,
                          form.group(1),
                          bytes.part(digest.length(), bytes.length()),
                          bytes.part(0, digest.length())))
          : Optional.empty();
    };
  }

  private static Optional<Respelled> fixedLengths(String untagged) {
    int salt = Integer.BYTES;
    int key = salt + SALT_LENGTH;
    return SecretBytes.ofAnyBase64(untagged)
        .filter(bytes -> bytes.length() == key + KEY_LENGTH)
        .map(
            bytes ->
                PhcPbkdf2.respelled(
                    "sha256",
                    Integer.toUnsignedString(ByteBuffer.wrap(bytes.toBytes()).getInt()),
                    bytes.part(salt, key),
                    bytes.part(key, bytes.length())));
  }

  private static Form md5Crypt(String scheme, String magic) {
    return untagged ->
        SecretBytes.ofAnyBase64(untagged)
            .filter(bytes -> bytes.length() > MD5_LENGTH)
            .map(
                bytes ->
                    CryptEncodings.md5Crypt(
                        magic, bytes.part(MD5_LENGTH, bytes.length()), bytes.part(0, MD5_LENGTH)))
            .map(text -> Respelled.of(scheme, text));
  }

  private static Optional<Respelled> netscape(String untagged) {
    Matcher form = NETSCAPE.matcher(untagged);
    if (!form.matches()) {
      return Optional.empty();
    }
    byte[] salt = form.group(2).getBytes(US_ASCII);
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    before.writeBytes(salt);
    before.write(NETSCAPE_BEFORE);
    ByteArrayOutputStream after = new ByteArrayOutputStream();
    after.write(NETSCAPE_AFTER);
    after.writeBytes(salt);
    return SecretBytes.ofHex(form.group(1))
        .map(
            hash -> DigestText.around(Digest.MD5, before.toByteArray(), after.toByteArray(), hash));
  }
}
