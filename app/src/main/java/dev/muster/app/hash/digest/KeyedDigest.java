package dev.muster.app.hash.digest;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HMAC (RFC 2104) of a password, in a format of Muster's own. It serves systems that store hash,
 * key and salt in separate columns: {@code $hmac$alg=sha512$KEY$BEFORE$AFTER$HASH}, the last four
 * in base64 without padding. The message is the password with fixed bytes before and after it,
 * which are mostly empty. If the password is the key, the text is {@code
 * $hmac$alg=sha512,key=password$MESSAGE$HASH}.
 *
 * <p>After {@code alg} there may be {@code password=utf16le} or another {@link PasswordForm}.
 *
 * <p>The possible combinations follow Auth0's documentation of {@code custom_password_hash} and the
 * example hashes of hashcat.
 */
public record KeyedDigest(
    Digest digest, PasswordForm form, DigestInput key, DigestInput message, SecretBytes hash)
    implements ParsedHash {

  private static final String PREFIX = "$hmac$";
  private static final Pattern FORM =
      Pattern.compile(
          "\\$hmac\\$alg=([a-z0-9]+)(?:,password=([a-z0-9-]+))?"
              + "(?:\\$([^$]*)\\$([^$]*)\\$([^$]*)|,key=password\\$([^$]*))\\$([^$]+)");

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "hmac",
              text -> text.startsWith(PREFIX),
              KeyedDigest::parse,
              new About(
                  "a keyed digest (HMAC), in Muster's own form",
                  "$hmac$alg=sha256$a2V5$$$X4xo625icxNDWNFNuIDiXHEYQxCDiwiSc3oo" + "SX7+VeQ",
                  "correct horse battery staple",
                  "Auth0's custom_password_hash, and programs that keep a secret beside the"
                      + " database",
                  "muster hash solve finds this form from one user's hash, key and password",
                  Advice.LEGACY)));

  /** An HMAC of the password alone. */
  static KeyedDigest keyed(Digest digest, PasswordForm form, SecretBytes key, SecretBytes hash) {
    SecretBytes nothing = SecretBytes.ofUtf8("");
    return new KeyedDigest(
        digest, form, DigestInput.fixed(key), DigestInput.around(nothing, nothing), hash);
  }

  /** An HMAC of a fixed message, mostly a salt, with the password as the key. */
  static KeyedDigest byPassword(
      Digest digest, PasswordForm form, SecretBytes message, SecretBytes hash) {
    SecretBytes nothing = SecretBytes.ofUtf8("");
    return new KeyedDigest(
        digest, form, DigestInput.around(nothing, nothing), DigestInput.fixed(message), hash);
  }

  /**
   * The stored text of a hash that was imported as several fields.
   *
   * @param before a salt before the password; mostly empty
   * @param after a salt after the password; mostly empty
   * @param hash of any length; reading the text refuses a wrong one
   */
  public static String encode(
      Digest digest, PasswordForm form, byte[] key, byte[] before, byte[] after, byte[] hash) {
    return new KeyedDigest(
            digest,
            form,
            DigestInput.fixed(SecretBytes.of(key)),
            DigestInput.around(SecretBytes.of(before), SecretBytes.of(after)),
            SecretBytes.of(hash))
        .encoded();
  }

  public static Optional<KeyedDigest> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<Digest> digest = Digest.ofWireName(form.group(1));
    Optional<PasswordForm> password =
        PasswordForm.parse(Optional.ofNullable(form.group(2)).orElse("utf8"));
    Optional<SecretBytes> hash =
        SecretBytes.ofUnpaddedBase64(form.group(7))
            .filter(h -> digest.isPresent() && h.length() == digest.get().length());
    if (digest.isEmpty() || password.isEmpty() || hash.isEmpty()) {
      return Optional.empty();
    }
    return form.group(6) == null
        ? keyed(form, digest.get(), password.get(), hash.get())
        : SecretBytes.ofUnpaddedBase64(form.group(6))
            .map(message -> byPassword(digest.get(), password.get(), message, hash.get()));
  }

  private static Optional<KeyedDigest> keyed(
      Matcher text, Digest digest, PasswordForm form, SecretBytes hash) {
    Optional<SecretBytes> before = SecretBytes.ofUnpaddedBase64(text.group(4));
    Optional<SecretBytes> after = SecretBytes.ofUnpaddedBase64(text.group(5));
    return before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : SecretBytes.ofUnpaddedBase64(text.group(3))
            .map(
                key ->
                    new KeyedDigest(
                        digest,
                        form,
                        DigestInput.fixed(key),
                        DigestInput.around(before.get(), after.get()),
                        hash));
  }

  /** The stored text. */
  public String encoded() {
    boolean byPassword = message.pieces().size() == 1;
    StringBuilder text = new StringBuilder(PREFIX).append("alg=").append(digest.wireName());
    if (!form.equals(PasswordForm.PLAIN)) {
      text.append(",password=").append(form.wireName());
    }
    if (byPassword) {
      text.append(",key=password");
    } else {
      key.pieces().forEach(piece -> text.append('$').append(piece.toUnpaddedBase64()));
    }
    message.pieces().forEach(piece -> text.append('$').append(piece.toUnpaddedBase64()));
    return text.append('$').append(hash.toUnpaddedBase64()).toString();
  }

  /** No limit: two passes of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] password = form.of(passwordUtf8);
    return hash.sameAs(digest.hmac(key.with(password), message.with(password)));
  }
}
