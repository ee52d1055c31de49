package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.kdf.HashMemory;
import dev.muster.password.EncodedHash;
import dev.muster.password.PasswordMaker;
import java.security.SecureRandom;

/** Generates random passwords, and hashes passwords with the scheme that the settings choose. */
public final class NewPasswords implements PasswordMaker {

  /** Letters and digits that are not easily confused: no 0 O o, 1 I l, 5 S, 2 Z, 8 B. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";

  private final SecureRandom random = new SecureRandom();
  private final PasswordEncoder preferred;
  private final PasswordEncoder ofAnyLength;

  /**
   * A maker.
   *
   * @param ofAnyLength used for passwords that are too long for the preferred one, so that their
   *     users can still log in
   */
  public NewPasswords(PasswordEncoder preferred, PasswordEncoder ofAnyLength) {
    this.preferred = preferred;
    this.ofAnyLength = ofAnyLength;
  }

  @Override
  public String generate(int characters) {
    StringBuilder password = new StringBuilder(characters);
    for (int i = 0; i < characters; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  @Override
  public int atOnce() {
    long fit = HashMemory.SHARED.times(preferred.memoryBytes());
    return (int) Math.min(Runtime.getRuntime().availableProcessors(), fit);
  }

  @Override
  public EncodedHash hash(String password) {
    byte[] utf8 = password.getBytes(UTF_8);
    try {
      return preferred.encode(utf8);
    } catch (PasswordTooLong e) {
      return ofAnyLength.encode(utf8);
    }
  }
}
