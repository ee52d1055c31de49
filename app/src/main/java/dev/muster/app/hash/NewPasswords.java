package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.password.EncodedHash;
import dev.muster.profile.restauth.PasswordMaker;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** Passwords from the system's cryptographic source, hashed as the directory prefers. */
public final class NewPasswords implements PasswordMaker {

  /** Letters and digits that can't be taken for others: no 0 O o, 1 I l, 5 S, 2 Z, 8 B. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";

  private final SecureRandom random = new SecureRandom();
  private final Supplier<PasswordEncoder> encoder;

  public NewPasswords(Supplier<PasswordEncoder> encoder) {
    this.encoder = encoder;
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
  public EncodedHash hash(String password) {
    return encoder.get().encode(password.getBytes(UTF_8));
  }
}
