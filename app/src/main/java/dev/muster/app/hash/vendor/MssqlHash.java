package dev.muster.app.hash.vendor;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The logins of Microsoft SQL Server, in hex as its tools show them: {@code 0x0100}, four bytes of
 * salt, and digests of the password in UTF-16 (the low byte first) and the salt:
 *
 * <ul>
 *   <li>2000: SHA-1 of the password and SHA-1 of the password in upper case. The second is
 *       verified, as servers that ignored case did;
 *   <li>2005: SHA-1 of the password;
 *   <li>2012, which begins with {@code 0x0200}: SHA-512 of the password.
 * </ul>
 *
 * <p>Sources: passlib's documentation of {@code mssql2000} and {@code mssql2005}; Microsoft's
 * documentation of {@code LOGINPROPERTY(…, 'PasswordHash')}; hashcat's example of mode 1731.
 *
 * @param hash the digest that is verified
 */
record MssqlHash(Digest digest, boolean upperCase, SecretBytes salt, SecretBytes hash)
    implements ParsedHash {

  /** Other schemes join a text like this to others by these marks. */
  private static final Pattern UNJOINED = Pattern.compile("[^$:|]*");

  private static final String SHA1_PREFIX = "0x0100";
  private static final String SHA512_PREFIX = "0x0200";
  private static final int SALT_END = 6 + 8;
  private static final int LENGTH_2000 = SALT_END + 2 * 40;
  private static final int LENGTH_2005 = SALT_END + 40;
  private static final int LENGTH_2012 = SALT_END + 128;

  static final List<KnownScheme> SCHEMES =
      List.of(
          scheme(
              "mssql2000",
              text -> begins(text, SHA1_PREFIX) && text.length() > LENGTH_2005,
              text -> parse(text, Digest.SHA1, LENGTH_2000),
              "SQL Server 2000",
              "SELECT name, password FROM master.dbo.sysxlogins",
              "0x010001AB595A7D4DEDA50F261FE5BB1EB88BB23FA23AE40C1F20154892"
                  + "4BD56ADD3BBB3AF292C3D857974B0009E9"),
          scheme(
              "mssql2005",
              text -> begins(text, SHA1_PREFIX) && text.length() <= LENGTH_2005,
              text -> parse(text, Digest.SHA1, LENGTH_2005),
              "SQL Server 2005 and 2008",
              "SELECT name, password_hash FROM sys.sql_logins",
              "0x010001AB595A7D4DEDA50F261FE5BB1EB88BB23FA23AE40C1F20"),
          scheme(
              "mssql2012",
              text -> begins(text, SHA512_PREFIX),
              text -> parse(text, Digest.SHA512, LENGTH_2012),
              "SQL Server since 2012",
              "SELECT name, password_hash FROM sys.sql_logins",
              "0x020001AB595A640514DBE4D0E25C4912FDC44EC95AB65B7A47140C9245"
                  + "DBF8E3119A0DD3C01B99F686A33819B315FF2C6097084AE9DEAF261A8CF9"
                  + "CADC75FA589EACDFA06E32"));

  private static KnownScheme scheme(
      String name,
      Predicate<String> recognised,
      KnownScheme.HashParser parser,
      String origin,
      String export,
      String example) {
    return KnownScheme.of(
        name,
        recognised,
        parser,
        new About(
            origin + "'s logins",
            example,
            "correct horse battery staple",
            "Microsoft " + origin,
            export,
            Advice.LEGACY));
  }

  private static boolean begins(String text, String prefix) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length())
        && UNJOINED.matcher(text).matches();
  }

  private static Optional<MssqlHash> parse(String text, Digest digest, int length) {
    String prefix = digest == Digest.SHA1 ? SHA1_PREFIX : SHA512_PREFIX;
    if (text.length() != length || !begins(text, prefix)) {
      return Optional.empty();
    }
    Optional<SecretBytes> first =
        SecretBytes.ofHex(text.substring(SALT_END, SALT_END + 2 * digest.length()));
    Optional<SecretBytes> last = SecretBytes.ofHex(text.substring(length - 2 * digest.length()));
    return first.isEmpty() || last.isEmpty()
        ? Optional.empty()
        : SecretBytes.ofHex(text.substring(prefix.length(), SALT_END))
            .map(salt -> new MssqlHash(digest, length == LENGTH_2000, salt, last.get()));
  }

  /** No limit: one pass of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] password = upperCase ? Letters.UPPER.of(passwordUtf8) : passwordUtf8;
    return hash.sameAs(digest.of(Letters.UTF16LE.of(password), salt.toBytes()));
  }
}
