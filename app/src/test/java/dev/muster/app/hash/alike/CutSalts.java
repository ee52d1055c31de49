package dev.muster.app.hash.alike;

import static dev.muster.app.hash.alike.EqualSpellings.bytes;
import static dev.muster.app.hash.alike.EqualSpellings.isA;
import static dev.muster.app.hash.alike.EqualSpellings.part;
import static dev.muster.app.hash.alike.EqualSpellings.sameParts;

import java.util.Arrays;
import java.util.List;

/** Magento gives Argon2 the first 16 bytes of its salt, or repeats a shorter one. */
record CutSalts() implements AlikeRule {

  private static final int READ = 16;

  @Override
  public String words() {
    return "Magento's salts with the same beginning";
  }

  @Override
  public boolean holds(Object one, Object other) {
    return isA("MagentoHash", one)
        && isA("MagentoHash", other)
        && sameParts(one, other, "steps", "hash")
        && ((List<?>) part("steps", one)).stream().allMatch(step -> isA("Argon2", step))
        && Arrays.equals(read(bytes("salt", one)), read(bytes("salt", other)));
  }

  private static byte[] read(byte[] salt) {
    byte[] read = new byte[READ];
    for (int i = 0; i < READ; i++) {
      read[i] = salt[i % salt.length];
    }
    return read;
  }
}
