package dev.muster.app.hash.kdf;

import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The password hashes of ASP.NET Identity: PBKDF2, in base64 of a byte for the version and the
 * rest:
 *
 * <ul>
 *   <li>version 2, byte 0: 16 bytes of salt and 32 of the key, by 1,000 iterations of HMAC-SHA-1;
 *   <li>version 3, byte 1: the pseudo-random function (0 SHA-1, 1 SHA-256, 2 SHA-512), the
 *       iterations and the length of the salt, each in four bytes with the highest first, then the
 *       salt and the key, each of 16 bytes or more.
 * </ul>
 *
 * <p>Version 2 is recognised by its length of 49 bytes, which no other format has.
 *
 * <p>Source: ASP.NET Core's {@code PasswordHasher}.
 */
final class AspNetIdentity {

  private static final Pattern VERSION_2 = Pattern.compile("A[A-P][A-Za-z0-9+/]{64}==");
  private static final int V2_SALT_END = 17;
  private static final int V2_LENGTH = 49;
  private static final long V2_ITERATIONS = 1000;

  /** Of 60 characters or more. Other schemes join a text like this to others by these marks. */
  private static final Pattern VERSION_3 = Pattern.compile("AQAAAA[^$:|]{54,}");

  private static final int V3_HEADER_LENGTH = 13;
  private static final int V3_PART_LENGTH_MIN = 16;
  private static final List<Prf> V3_PRFS = List.of(Prf.SHA1, Prf.SHA256, Prf.SHA512);

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "aspnet-identity-v3",
              text -> VERSION_3.matcher(text).matches(),
              text -> SecretBytes.ofBase64(text).flatMap(AspNetIdentity::parseV3),
              about(
                  "PBKDF2, as ASP.NET Core Identity writes it",
                  "AQAAAAEAAABkAAAAEBTFcM8UT/NbD7anhakKyTINOIgMxlLDFoQ6CJW/669qgKwF"
                      + "JQoZJw0rdRo6oINFJA==",
                  Advice.ADVISABLE)),
          KnownScheme.of(
              "aspnet-identity-v2",
              text -> VERSION_2.matcher(text).matches(),
              text -> SecretBytes.ofBase64(text).flatMap(AspNetIdentity::parseV2),
              about(
                  "PBKDF2-SHA-1, as ASP.NET Identity 2 wrote it",
                  "AKojbV9NP2wG4tk590Iq7lRidG+6OHT6GUqybEKEt9MIC65Efn8TO2mR5NS6cwIh" + "4g==",
                  LEGACY)));

  private AspNetIdentity() {}

  private static Optional<Pbkdf2Hash> parseV2(SecretBytes bytes) {
    return bytes.length() == V2_LENGTH && bytes.toBytes()[0] == 0
        ? Optional.of(
            new Pbkdf2Hash(
                Prf.SHA1,
                V2_ITERATIONS,
                bytes.part(1, V2_SALT_END),
                bytes.part(V2_SALT_END, V2_LENGTH)))
        : Optional.empty();
  }

  private static Optional<Pbkdf2Hash> parseV3(SecretBytes bytes) {
    if (bytes.length() < V3_HEADER_LENGTH + 2 * V3_PART_LENGTH_MIN) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(bytes.toBytes());
    byte version = header.get();
    long prf = unsigned(header);
    long iterations = unsigned(header);
    long saltLength = unsigned(header);
    int saltLengthMax = bytes.length() - V3_HEADER_LENGTH - V3_PART_LENGTH_MIN;
    if (version != 1
        || prf >= V3_PRFS.size()
        || saltLength < V3_PART_LENGTH_MIN
        || saltLength > saltLengthMax) {
      return Optional.empty();
    }
    int saltEnd = V3_HEADER_LENGTH + (int) saltLength;
    return Optional.of(
        new Pbkdf2Hash(
            V3_PRFS.get((int) prf),
            iterations,
            bytes.part(V3_HEADER_LENGTH, saltEnd),
            bytes.part(saltEnd, bytes.length())));
  }

  private static long unsigned(ByteBuffer bytes) {
    return Integer.toUnsignedLong(bytes.getInt());
  }

  private static About about(String title, String example, Advice advice) {
    return About.of(
        title,
        example,
        "ASP.NET Identity and what is built on it: IdentityServer, Umbraco, nopCommerce",
        "SELECT UserName, Email, PasswordHash FROM AspNetUsers",
        advice);
  }
}
