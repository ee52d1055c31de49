package dev.muster.app.hash.vendor;

import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;

/**
 * {@code {CLEARTEXT}} or {@code {CLEAR}} and the password itself, as some directory servers store
 * it.
 *
 * <p>It is never stored by an import: {@link #cleartext} is the password, which can be hashed
 * instead. What is stored is verified.
 *
 * <p>Source: OpenLDAP's slapd.conf(5), "password-hash".
 *
 * @param password in UTF-8; a secret
 */
record Cleartext(SecretBytes password) implements ParsedHash {

  private static final List<LdapTag> TAGS = List.of(new LdapTag("CLEARTEXT"), new LdapTag("CLEAR"));

  static final KnownScheme SCHEME =
      KnownScheme.of(
          "cleartext",
          encoded -> plain(encoded).isPresent(),
          Cleartext::parse,
          new About(
              "the password itself, in LDAP's spelling",
              "{CLEARTEXT}correct horse battery staple",
              "correct horse battery staple",
              "OpenLDAP with password-hash {CLEARTEXT}; never to be stored",
              "slapcat, or ldapsearch as the root DN: the attribute userPassword",
              LEGACY));

  static Optional<Cleartext> parse(String encoded) {
    return plain(encoded).map(password -> new Cleartext(SecretBytes.ofUtf8(password)));
  }

  /** The password in the text; empty if the text has no such tag. */
  static Optional<String> plain(String encoded) {
    return TAGS.stream()
        .filter(tag -> tag.isOn(encoded))
        .map(tag -> tag.withoutTag(encoded))
        .findFirst();
  }

  @Override
  public Optional<String> cleartext() {
    return Optional.of(password.toUtf8());
  }

  /** No limit: nothing is computed. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return password.sameAs(passwordUtf8);
  }
}
