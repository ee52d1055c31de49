package dev.muster.app.hash.crypt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.scheme.Crypt64;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * sha256-crypt and sha512-crypt: {@code $5$} or {@code $6$}, {@code rounds=N$} unless there are
 * 5000, up to 16 characters of salt, {@code $}, and 43 or 86 of digest.
 *
 * <p>crypt(3) accepts nearly every character in the salt. Most libraries accept letters and digits
 * only, and cut the salt at the first other character.
 *
 * <p>The time grows with the square of the password's length. libxcrypt accepts 511 bytes. Here no
 * password longer than 4096 bytes matches.
 *
 * <p>Source: Ulrich Drepper, "Unix crypt using SHA-256 and SHA-512", version 0.6.
 *
 * @param digestName the JDK's name of the digest
 * @param digest as text
 */
record ShaCrypt(String digestName, long rounds, SecretBytes salt, SecretBytes digest)
    implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$([56])\\$(?:rounds=(N)\\$)?(S{0,16})\\$(D{42}[./0-9A-D]|D{85}[./01])"
              .replace("N", Decimal.PATTERN)
              .replace("S", CryptEncodings.SALT)
              .replace("D{", Crypt64.DIGIT + "{"));
  private static final int SHA256_LENGTH = 32;
  private static final int SHA256_DIGITS = 43;
  private static final long DEFAULT_ROUNDS = 5000;
  private static final int LEAST_ROUNDS = 1000;
  private static final int SALT_REPETITIONS = 16;
  private static final int PASSWORD_LENGTH_MAX = 4096;

  static Optional<ShaCrypt> parse(String encoded) {
    Matcher form = FORM.matcher(encoded);
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean sha256 = form.group(1).equals("5");
    if (sha256 != (form.group(4).length() == SHA256_DIGITS)) {
      return Optional.empty();
    }
    long rounds = form.group(2) == null ? DEFAULT_ROUNDS : Decimal.parse(form.group(2));
    SecretBytes salt = SecretBytes.ofUtf8(form.group(3));
    SecretBytes digest = SecretBytes.ofUtf8(form.group(4));
    return Optional.of(new ShaCrypt(sha256 ? "SHA-256" : "SHA-512", rounds, salt, digest));
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.rounds(rounds, LEAST_ROUNDS);
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    if (passwordUtf8.length > PASSWORD_LENGTH_MAX) {
      return false;
    }
    byte[] computed = stretched(passwordUtf8, first(passwordUtf8));
    return digest.sameAs(Crypt64.digits(computed, order(computed.length)).getBytes(US_ASCII));
  }

  private byte[] first(byte[] password) {
    MessageDigest sha = DigestUtils.getDigest(digestName);
    sha.update(password);
    sha.update(salt.toBytes());
    byte[] mixed = sha.digest(password);

    sha.update(password);
    sha.update(salt.toBytes());
    sha.update(repeated(mixed, password.length));
    for (int bits = password.length; bits > 0; bits >>>= 1) {
      sha.update((bits & 1) == 1 ? mixed : password);
    }
    return sha.digest();
  }

  private byte[] stretched(byte[] password, byte[] first) {
    MessageDigest sha = DigestUtils.getDigest(digestName);
    byte[] p = repeated(digestOf(sha, password, password.length), password.length);
    byte[] saltBytes = salt.toBytes();
    int saltTimes = SALT_REPETITIONS + (first[0] & 0xFF);
    byte[] s = repeated(digestOf(sha, saltBytes, saltTimes), saltBytes.length);
    byte[] state = first;
    for (long round = 0; round < rounds; round++) {
      boolean odd = round % 2 == 1;
      sha.update(odd ? p : state);
      if (round % 3 != 0) {
        sha.update(s);
      }
      if (round % 7 != 0) {
        sha.update(p);
      }
      state = sha.digest(odd ? state : p);
    }
    return state;
  }

  private static byte[] digestOf(MessageDigest sha, byte[] text, int times) {
    for (int i = 0; i < times; i++) {
      sha.update(text);
    }
    return sha.digest();
  }

  private static byte[] repeated(byte[] digest, int length) {
    byte[] repeated = new byte[length];
    for (int i = 0; i < length; i++) {
      repeated[i] = digest[i % digest.length];
    }
    return repeated;
  }

  /**
   * The order in which the bytes of the digest are written: one of each third of it, repeatedly,
   * starting with another third each time; each triple from its last byte to its first. The bytes
   * that are left over follow.
   */
  private static int[] order(int digestLength) {
    int third = digestLength / 3;
    int[] order = new int[digestLength];
    for (int i = 0; i < 3 * third; i++) {
      int triple = i / 3;
      int turns = digestLength == SHA256_LENGTH ? 2 * triple : triple;
      order[i] = triple + third * ((2 - i % 3 + turns) % 3);
    }
    for (int i = 3 * third; i < digestLength; i++) {
      order[i] = i;
    }
    return order;
  }
}
