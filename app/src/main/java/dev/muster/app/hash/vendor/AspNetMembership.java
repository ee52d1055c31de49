package dev.muster.app.hash.vendor;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords of ASP.NET Membership as they were moved to ASP.NET Identity: {@code HASH|1|SALT}, both
 * in base64. 1 is the password format "hashed".
 *
 * <p>The hash is a digest of the salt and the password in UTF-16LE, or an HMAC of the password with
 * the salt as key, cut or repeated to the block of the digest. .NET 4's default is HMACSHA256,
 * earlier ones had SHA-1. The configuration tells which, not the text: so both are computed. The
 * length tells the digest.
 *
 * <p>Source: the .NET Framework's {@code SqlMembershipProvider} and {@code
 * MembershipProvider.EncodePassword}; Microsoft's "Migrating an Existing Website from SQL
 * Membership to ASP.NET Identity".
 */
record AspNetMembership(Digest digest, SecretBytes salt, SecretBytes hash) implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9+/]{22,88}={0,2})\\|1\\|([A-Za-z0-9+/]+={0,2})");
  private static final String FORMAT = "|1|";
  private static final int BLOCK_LENGTH = 64;
  private static final int LONG_BLOCK_LENGTH = 128;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "aspnet-membership",
              text -> text.contains(FORMAT) && FORM.matcher(text).matches(),
              AspNetMembership::parse,
              new About(
                  "ASP.NET Membership's digests, as they were moved to ASP.NET Identity",
                  "wllR8sZD4d6v50Z7L5QIm5Lfb1I=|1|AAECAwQFBgcICQoLDA0ODw==",
                  "correct horse battery staple",
                  "ASP.NET Membership, also after a move to ASP.NET Identity; DotNetNuke",
                  "SELECT PasswordHash FROM AspNetUsers; or SELECT Password, PasswordSalt FROM"
                      + " aspnet_Membership WHERE PasswordFormat = 1, the salt in password_salt",
                  Advice.LEGACY)));

  static Optional<AspNetMembership> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<SecretBytes> salt = SecretBytes.ofBase64(form.group(2));
    return SecretBytes.ofBase64(form.group(1))
        .flatMap(
            hash ->
                digest(hash.length())
                    .flatMap(
                        digest -> salt.map(grains -> new AspNetMembership(digest, grains, hash))));
  }

  private static Optional<Digest> digest(int length) {
    return switch (length) {
      case 16 -> Optional.of(Digest.MD5);
      case 20 -> Optional.of(Digest.SHA1);
      case 32 -> Optional.of(Digest.SHA256);
      case 48 -> Optional.of(Digest.SHA384);
      case 64 -> Optional.of(Digest.SHA512);
      default -> Optional.empty();
    };
  }

  /** No limit: three passes of a digest. */
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
    byte[] password = Letters.UTF16LE.of(passwordUtf8);
    boolean plain = hash.sameAs(digest.of(salt.toBytes(), password));
    boolean keyed = hash.sameAs(digest.hmac(key(), password));
    return plain || keyed;
  }

  private byte[] key() {
    boolean isLong = digest == Digest.SHA384 || digest == Digest.SHA512;
    byte[] bytes = salt.toBytes();
    byte[] key = Arrays.copyOf(bytes, isLong ? LONG_BLOCK_LENGTH : BLOCK_LENGTH);
    for (int i = bytes.length; i < key.length; i++) {
      key[i] = bytes[i % bytes.length];
    }
    return key;
  }
}
