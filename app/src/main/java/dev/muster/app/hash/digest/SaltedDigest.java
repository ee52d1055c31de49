package dev.muster.app.hash.digest;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A digest of a password with fixed bytes before and after it, in a format of Muster's own. It
 * serves systems that store hash and salt in separate columns: {@code
 * $digest$alg=sha256$BEFORE$AFTER$HASH}, the last three in base64 without padding. Before and after
 * may be empty. A separator between salt and password is part of before or after.
 *
 * <p>After {@code alg} there may be, in this order, {@code password=utf16le} or another {@link
 * PasswordForm}, {@code rounds=5000} for a repeated digest, and {@code chain=salted} or another
 * {@link Iteration}. So {@code md5(md5(password) + salt)} is {@code
 * $digest$alg=md5,password=md5$$SALT$HASH}.
 *
 * <p>With {@code chain=salted} each round digests salt and password again. So neither may be longer
 * than 4096 bytes, which is also the longest password that Symfony accepts.
 *
 * <p>The possible combinations follow Auth0's documentation of {@code custom_password_hash},
 * Symfony's MessageDigestPasswordEncoder and the example hashes of hashcat.
 *
 * @param rounds at least 1
 */
public record SaltedDigest(
    Digest digest,
    PasswordForm form,
    long rounds,
    Iteration chain,
    SecretBytes before,
    SecretBytes after,
    SecretBytes hash)
    implements ParsedHash {

  private static final String PREFIX = "$digest$";
  private static final int CHAINED_LENGTH_MAX = 4096;

  /** Bytes that a digest takes at a time: those of MD5, SHA-1 and SHA-256. */
  private static final int BLOCK_LENGTH = 64;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$digest\\$alg=([a-z0-9]+)(?:,password=([a-z0-9-]+))?(?:,rounds=(N))?"
                  .replace("N", Decimal.PATTERN)
              + "(?:,chain=([a-z]+))?\\$([^$]*)\\$([^$]*)\\$([^$]+)");

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "digest",
              text -> text.startsWith(PREFIX),
              SaltedDigest::parse,
              new About(
                  "a salted digest, in Muster's own form",
                  "$digest$alg=sha256$c2FsdA$$v7xUpmDi8yX9eGSpWgdbjeAPz38IKI2z/" + "9Ocj3+wgl0",
                  "correct horse battery staple",
                  "Auth0's custom_password_hash, ASP.NET Membership, Symfony, and whatever"
                      + " programmers made themselves",
                  "muster hash solve finds this form from one user's hash, salt and password",
                  Advice.LEGACY)));

  /**
   * The stored text of a hash that was imported as several fields.
   *
   * @param before the salt if it comes before the password; empty otherwise
   * @param after the salt if it comes after the password; empty otherwise
   * @param hash of any length; reading the text refuses a wrong one
   */
  public static String encode(
      Digest digest, PasswordForm form, byte[] before, byte[] after, byte[] hash) {
    return new SaltedDigest(
            digest,
            form,
            1,
            Iteration.BYTES,
            SecretBytes.of(before),
            SecretBytes.of(after),
            SecretBytes.of(hash))
        .encoded();
  }

  public static Optional<SaltedDigest> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<Digest> digest = Digest.ofWireName(form.group(1));
    Optional<PasswordForm> password =
        PasswordForm.parse(Optional.ofNullable(form.group(2)).orElse("utf8"));
    long rounds = form.group(3) == null ? 1 : Decimal.parse(form.group(3));
    Optional<Iteration> chain = Iteration.named(Optional.ofNullable(form.group(4)).orElse("bytes"));
    Optional<SecretBytes> before = SecretBytes.ofUnpaddedBase64(form.group(5));
    Optional<SecretBytes> after = SecretBytes.ofUnpaddedBase64(form.group(6));
    Optional<SecretBytes> hash = SecretBytes.ofUnpaddedBase64(form.group(7));
    if (digest.isEmpty()
        || password.isEmpty()
        || chain.isEmpty()
        || before.isEmpty()
        || after.isEmpty()
        || hash.isEmpty()
        || hash.get().length() != digest.get().length()) {
      return Optional.empty();
    }
    return Optional.of(
            new SaltedDigest(
                digest.get(),
                password.get(),
                rounds,
                chain.get(),
                before.get(),
                after.get(),
                hash.get()))
        .filter(parsed -> parsed.isShortEnough(parsed.before.length() + parsed.after.length()));
  }

  private boolean isShortEnough(int lengthEachRound) {
    return chain != Iteration.SALTED || lengthEachRound <= CHAINED_LENGTH_MAX;
  }

  /** The stored text. */
  public String encoded() {
    return PREFIX
        + "alg="
        + digest.wireName()
        + (form.equals(PasswordForm.PLAIN) ? "" : ",password=" + form.wireName())
        + (rounds == 1 ? "" : ",rounds=" + rounds)
        + (chain == Iteration.BYTES ? "" : ",chain=" + chain.wireName())
        + "$"
        + before.toUnpaddedBase64()
        + "$"
        + after.toUnpaddedBase64()
        + "$"
        + hash.toUnpaddedBase64();
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return digest.limits(bounds).repetitions("rounds of the digest", rounds, blocksEachRound());
  }

  /** Blocks of the digest's input, as far as the hash decides their number. */
  private long blocksEachRound() {
    return chain == Iteration.SALTED ? 1 + (before.length() + after.length()) / BLOCK_LENGTH : 1;
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] password = form.of(passwordUtf8);
    if (!isShortEnough(password.length)) {
      return false;
    }
    byte[] message = DigestInput.around(before, after).with(password);
    return hash.sameAs(chain.digest(digest, message, rounds));
  }
}
