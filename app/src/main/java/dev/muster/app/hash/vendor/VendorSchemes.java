package dev.muster.app.hash.vendor;

import dev.muster.app.hash.scheme.KnownScheme;
import java.util.List;
import java.util.stream.Stream;

/** The schemes of this package, the frequent ones first. */
public final class VendorSchemes {

  public static final List<KnownScheme> ALL =
      Stream.of(
              DjangoEncodings.SCHEMES,
              List.of(WordpressBcrypt.SCHEME, MediaWiki.SCHEME),
              LdapEncodings.SCHEMES,
              List.of(Cleartext.SCHEME),
              CramMd5.SCHEMES,
              RestAuthEncodings.SCHEMES,
              FirebaseSpellings.SCHEMES,
              Auth0Custom.SCHEMES,
              KeycloakPassword.SCHEMES,
              OktaHash.SCHEMES,
              LogtoLegacy.SCHEMES,
              Mysql323Hash.SCHEMES,
              Mysql41Hash.SCHEMES,
              MssqlHash.SCHEMES,
              OracleHash.SCHEMES,
              NtHash.SCHEMES,
              LmHash.SCHEMES,
              CiscoPixHash.SCHEMES,
              CiscoType7.SCHEMES,
              CiscoSecret.SCHEMES,
              SapIssha.SCHEMES,
              DjangoWrapped.SCHEMES,
              MagentoHash.SCHEMES,
              BetterAuthScrypt.SCHEMES,
              NodeScrypt.SCHEMES,
              NodePasswordHash.SCHEMES,
              ScryptKdf.SCHEMES,
              GiteaHash.SCHEMES,
              AspNetMembership.SCHEMES,
              WerkzeugHmac.SCHEMES,
              JoomlaHash.SCHEMES,
              MosquittoGoAuth.SCHEMES,
              Typo3Md5.SCHEMES,
              JenkinsDigest.SCHEMES,
              LiferayMd2.SCHEMES,
              SpringPbkdf2.SCHEMES,
              RabbitMq.SCHEMES,
              NamedOnly.SCHEMES)
          .flatMap(List::stream)
          .toList();

  private VendorSchemes() {}
}
