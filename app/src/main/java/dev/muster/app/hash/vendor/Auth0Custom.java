package dev.muster.app.hash.vendor;

import dev.muster.app.hash.crypt.Bcrypt;
import dev.muster.app.hash.digest.DigestInput;
import dev.muster.app.hash.digest.DigestSchemes;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.kdf.KdfSchemes;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Auth0's {@code custom_password_hash}: a hash of another scheme, with the encoding of the password
 * and an extra salt before or after it. In a format of Muster's own: {@code
 * $auth0$password=utf16le$BEFORE$AFTER$INNER}. Before and after are in base64 without padding and
 * mostly empty; the inner hash is as its scheme spells it.
 *
 * <p>All custom hashes have this scheme, also those that need neither salt nor encoding. So it is
 * known that a stored hash was imported, and is to be replaced at the first login.
 *
 * <p>Source: Auth0's documentation, "Bulk user import database schema and examples".
 */
public final class Auth0Custom {

  /** The scheme's name. */
  public static final String NAME = "auth0-custom";

  private static final String PREFIX = "$auth0$";
  private static final Pattern FORM =
      Pattern.compile(
          "\\$auth0\\$password=(utf8|utf16le|latin1)\\$([^$]*)\\$([^$]*)\\$(.+)", Pattern.DOTALL);
  private static final Set<String> INNER =
      Set.of("digest", "hmac", "scrypt-plain", "pbkdf2-plain", "argon2");

  public static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              NAME,
              text -> text.startsWith(PREFIX),
              Auth0Custom::parse,
              new About(
                  "Auth0's custom_password_hash, in Muster's own form",
                  "$auth0$password=utf8$YWJjMTIz$$$digest$alg=sha256$$$0k55T85QPD3bHNG6Hd"
                      + "XZslDPmRczagMW/v2H/s95IA8",
                  "shh",
                  "Auth0's bulk import",
                  "muster import --format auth0 makes this form of custom_password_hash",
                  Advice.LEGACY)));

  private Auth0Custom() {}

  /**
   * The text of a custom hash.
   *
   * @param form how the password becomes bytes
   * @param before a salt before the password; mostly empty
   * @param after a salt after the password; mostly empty
   * @param inner a hash of one of the inner schemes
   */
  public static String encode(
      PasswordForm form, SecretBytes before, SecretBytes after, String inner) {
    return PREFIX
        + "password="
        + form.letters().wireName()
        + "$"
        + before.toUnpaddedBase64()
        + "$"
        + after.toUnpaddedBase64()
        + "$"
        + inner;
  }

  private static Optional<Salted> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<SecretBytes> before = SecretBytes.ofUnpaddedBase64(form.group(2));
    Optional<SecretBytes> after = SecretBytes.ofUnpaddedBase64(form.group(3));
    Optional<Inner> inner = inner(form.group(4));
    if (before.isEmpty() || after.isEmpty() || inner.isEmpty()) {
      return Optional.empty();
    }
    return PasswordForm.named(form.group(1))
        .map(password -> new Salted(password, before.get(), after.get(), inner.get()));
  }

  private static Optional<Inner> inner(String text) {
    for (KnownScheme known : Inners.KNOWN) {
      HashScheme scheme = known.within().apply(CostBounds.DEFAULTS);
      HashReading reading = scheme.read(text);
      if (reading instanceof HashReading.NotMine) {
        continue;
      }
      boolean wellFormed =
          reading instanceof HashReading.Accepted || reading instanceof HashReading.OutOfBounds;
      return wellFormed
          ? Optional.of(new Inner(known, new EncodedHash(known.name(), text)))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Collected on first use, when the schemes of all packages exist. */
  private static final class Inners {

    static final List<KnownScheme> KNOWN =
        Stream.of(
                List.of(Bcrypt.SCHEME),
                DigestSchemes.ALL.stream().filter(known -> INNER.contains(known.name())).toList(),
                KdfSchemes.ALL.stream().filter(known -> INNER.contains(known.name())).toList(),
                LdapEncodings.SCHEMES.stream()
                    .filter(known -> !known.name().equals("ldap-crypt"))
                    .toList())
            .flatMap(List::stream)
            .toList();
  }

  /** A well-formed hash of another scheme. */
  private record Inner(KnownScheme known, EncodedHash hash) {

    Optional<String> outside(CostBounds bounds) {
      return known.within().apply(bounds).read(hash.encoded())
              instanceof HashReading.OutOfBounds costly
          ? Optional.of(costly.message())
          : Optional.empty();
    }

    HashScheme scheme() {
      return known.within().apply(CostBounds.DEFAULTS);
    }
  }

  /** A parsed custom hash. */
  private record Salted(PasswordForm form, SecretBytes before, SecretBytes after, Inner inner)
      implements ParsedHash {

    @Override
    public Optional<String> outside(CostBounds bounds) {
      return inner.outside(bounds);
    }

    @Override
    public int saltLength() {
      return before.length() + after.length() + inner.scheme().saltLength(inner.hash());
    }

    @Override
    public boolean matches(byte[] passwordUtf8) {
      byte[] salted = DigestInput.around(before, after).with(form.of(passwordUtf8));
      return inner.scheme().verify(inner.hash(), salted);
    }
  }
}
