package dev.muster.app.hash;

import dev.muster.password.CostBounds;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.util.List;
import java.util.stream.Stream;

/** The registry of password schemes, gathered as the dialects need them. */
public final class StandardSchemes {

  private StandardSchemes() {}

  /** All of them, the frequent ones first. */
  public static List<KnownScheme> known() {
    return Registry.KNOWN;
  }

  /** Every scheme: what a directory can verify. Reads bcrypt bare and in Django's spelling. */
  public static HashSchemes all(CostBounds bounds) {
    return new HashSchemes(known().stream().map(known -> known.within().apply(bounds)).toList());
  }

  /**
   * What Django encodes, and nothing else: bcrypt only as {@code bcrypt$$2b$…}. Where this says
   * that a text is nobody's, Django does not know the algorithm; a malformed one has Django's own
   * message.
   */
  public static HashSchemes django(CostBounds bounds) {
    Stream<HashScheme> schemes =
        DjangoEncodings.SCHEMES.stream().map(known -> known.within().apply(bounds));
    Bcrypt bcrypt = new Bcrypt(Bcrypt.Spelling.DJANGO, bounds);
    return new HashSchemes(Stream.concat(Stream.of(bcrypt), schemes).toList());
  }

  /** Bare bcrypt alone. */
  public static HashSchemes bcrypt(CostBounds bounds) {
    return new HashSchemes(List.of(new Bcrypt(Bcrypt.Spelling.BARE, bounds)));
  }

  /**
   * Made when somebody asks for all: most imports need a few, and to make all takes longer than to
   * import ten users. A new scheme is a file and a place in this list.
   */
  private static final class Registry {

    static final List<KnownScheme> KNOWN =
        Stream.of(
                List.of(Bcrypt.SCHEME),
                DjangoEncodings.SCHEMES,
                CryptEncodings.SCHEMES,
                Phpass.SCHEMES,
                List.of(WordpressBcrypt.SCHEME, MediaWiki.SCHEME),
                LdapEncodings.SCHEMES,
                List.of(Cleartext.SCHEME),
                RestAuthEncodings.SCHEMES,
                Argon2Hash.SCHEMES,
                PhcScrypt.SCHEMES,
                CryptScrypt.SCHEMES,
                WerkzeugScrypt.SCHEMES,
                PlainScrypt.SCHEMES,
                FirebaseSpellings.SCHEMES,
                PasslibPbkdf2.SCHEMES,
                PhcPbkdf2.SCHEMES,
                LdapPbkdf2.SCHEMES,
                WerkzeugPbkdf2.SCHEMES,
                AtlassianPbkdf2.SCHEMES,
                GrubPbkdf2.SCHEMES,
                P5k2.SCHEMES,
                AspNetIdentity.SCHEMES,
                KeycloakPassword.SCHEMES,
                PostgresScram.SCHEMES,
                PasslibScram.SCHEMES,
                PasslibBcryptSha256.SCHEMES,
                SaltedDigest.SCHEMES,
                KeyedDigest.SCHEMES,
                KratosDigest.SCHEMES,
                KratosHmac.SCHEMES,
                OktaHash.SCHEMES,
                LogtoLegacy.SCHEMES,
                HexDigest.SCHEMES,
                Mysql323Hash.SCHEMES,
                Mysql41Hash.SCHEMES,
                MssqlHash.SCHEMES,
                OracleHash.SCHEMES,
                NtHash.SCHEMES,
                LmHash.SCHEMES,
                CiscoPixHash.SCHEMES,
                CiscoType7.SCHEMES,
                CiscoSecret.SCHEMES,
                FshpHash.SCHEMES,
                SapIssha.SCHEMES,
                NamedOnly.SCHEMES)
            .flatMap(List::stream)
            .toList();
  }
}
