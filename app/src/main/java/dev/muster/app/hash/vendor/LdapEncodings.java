package dev.muster.app.hash.vendor;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;
import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.crypt.CryptEncodings;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values of LDAP's userPassword that begin with a tag: the digests, and {@code {CRYPT}}, which is
 * followed by any hash of crypt(3).
 *
 * <p>Sources: RFC 2307 §5.3; OpenLDAP's Administrator's Guide, "Password Storage".
 */
final class LdapEncodings {

  private static final String SERVERS = "OpenLDAP, 389 Directory Server, Oracle, Dovecot";
  private static final String SHA2_SERVERS = "OpenLDAP with pw-sha2, 389 Directory Server, Dovecot";
  private static final String SHA224_SERVERS = "programs that write any of SHA-2 in LDAP's form";
  private static final String EXPORT =
      "slapcat, or ldapsearch as the root DN: the attribute userPassword, out of its base64";

  static final List<KnownScheme> SCHEMES =
      List.of(
          salted("ldap-ssha", "SHA-1", SERVERS, "{SSHA}XoOoKXA/f30Vu38TxfQXFqb3/79HP95j"),
          digest("ldap-sha", "SHA-1", SERVERS, "{SHA}q/eq1kOINtvlJqojGr3i0O73TUI="),
          salted("ldap-smd5", "MD5", SERVERS, "{SMD5}QzncLruiHTK7ZA7VasZvdGFg77o="),
          digest("ldap-md5", "MD5", SERVERS, "{MD5}nMKuihunqT2jm0b8EBnEgQ=="),
          salted(
              "ldap-ssha224",
              "SHA-224",
              SHA224_SERVERS,
              "{SSHA224}MQgjvn96Vuae269M5Q/xbKpGPlfRcLAA/cp1FHNhbHQ="),
          digest(
              "ldap-sha224",
              "SHA-224",
              SHA224_SERVERS,
              "{SHA224}Y28IBwnyh+xcXqeUQvxLuRSSTNXGyo/4TjQQxA=="),
          salted(
              "ldap-ssha256",
              "SHA-256",
              SHA2_SERVERS,
              "{SSHA256}NqP3GS3zcgBA8WzfoSypFGOJ1224hvN2Oj7K2V2MU6wEueAltVCs5Q=="),
          digest(
              "ldap-sha256",
              "SHA-256",
              SHA2_SERVERS,
              "{SHA256}xLvLH77JnWW/WdhcjLYu4tuWPw/hBvSD2a+nO9Tjmoo="),
          salted(
              "ldap-ssha384",
              "SHA-384",
              SHA2_SERVERS,
              "{SSHA384}CMNAsg7fCxMPI7IHvuWEGa355f+FLxR1zISDfiJmsz1lZHe0v07KnsckvQInuKXMn0ghrTd"
                  + "jxus="),
          digest(
              "ldap-sha384",
              "SHA-384",
              SHA2_SERVERS,
              "{SHA384}wkuSRJyHHzO7vx/BmJ5eEDfPqaPf2xeUf4FyImGB54Jeu0x1B2ORWDW/ElpZDgWu"),
          salted(
              "ldap-ssha512",
              "SHA-512",
              SHA2_SERVERS,
              "{SSHA512}ZKCzCT4MqvCBSnAUQ1gMaitNmgwkv9csQ2woV/8EFjqgvwuxmS40DNHNnow0D7raW+PEzo7"
                  + "xqrBBi4bTUJeQv+OiqzFw0V0I"),
          digest(
              "ldap-sha512",
              "SHA-512",
              SHA2_SERVERS,
              "{SHA512}vl73Z52Iq5qQRfYmflX15XhLS4zXZLXNhVpSRPkcYmlTzUbEPXZohz/W7707IhJJMVWAAxlj"
                  + "RyoHh4H+BG5irg=="),
          tagged(
              "ldap-crypt",
              CryptEncodings::parse,
              about(
                  "any hash of crypt(3), in LDAP's spelling",
                  "{CRYPT}$1$Lnp0WJsw$Ab56SK/cq012aQp7kde.J0",
                  SERVERS + "; as good as what follows the tag",
                  ADVISABLE)));

  private LdapEncodings() {}

  private static KnownScheme digest(String name, String digestName, String origin, String example) {
    return tagged(
        name,
        untagged -> LdapDigest.parse(digestName, untagged),
        about("LDAP's " + digestName + " without a salt", example, origin, LEGACY));
  }

  private static KnownScheme salted(String name, String digestName, String origin, String example) {
    return tagged(
        name,
        untagged -> LdapDigest.parseSalted(digestName, untagged),
        about("LDAP's salted " + digestName, example, origin, LEGACY));
  }

  /** The tag is the scheme's name in capitals, without {@code ldap-}. */
  private static KnownScheme tagged(
      String name, Function<String, Optional<? extends ParsedHash>> parser, About about) {
    LdapTag tag = new LdapTag(name.substring("ldap-".length()).toUpperCase(Locale.ROOT));
    return KnownScheme.of(
        name,
        encoded -> tag.isOn(encoded) && !JoomlaHash.isTagged(encoded),
        encoded -> tag.isOn(encoded) ? parser.apply(tag.withoutTag(encoded)) : Optional.empty(),
        about);
  }

  private static About about(String title, String example, String origin, Advice advice) {
    return About.of(title, example, origin, EXPORT, advice);
  }
}
