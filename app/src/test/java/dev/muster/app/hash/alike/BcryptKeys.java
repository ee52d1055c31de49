package dev.muster.app.hash.alike;

import static dev.muster.app.hash.alike.EqualSpellings.sameParts;

import dev.muster.app.hash.crypt.BcryptHash;
import java.util.Arrays;

/**
 * The revision of bcrypt, the letter after {@code $2}, only decides how the password becomes the 18
 * words of Blowfish's key. So two hashes that differ in it alone are one if these words are.
 *
 * <p>Source: crypt_blowfish's {@code BF_set_key}.
 *
 * @param password what bcrypt reads: the password, or a digest of it as text
 */
@SuppressWarnings("ArrayRecordComponent") // is never compared
record BcryptKeys(byte[] password) implements AlikeRule {

  private static final int WORDS = 18;

  @Override
  public String words() {
    return "bcrypt's revisions with the same key";
  }

  @Override
  public boolean holds(Object one, Object other) {
    return one instanceof BcryptHash first
        && other instanceof BcryptHash second
        && sameParts(first, second, "cost", "salt", "digest")
        && Arrays.equals(key(first.revision()), key(second.revision()));
  }

  /** The words of the key, as the code in C makes them from a text that ends with a zero. */
  private int[] key(String revision) {
    boolean signed = revision.equals("x");
    boolean withoutZero = revision.isEmpty() && password.length > 0;
    byte[] text = Arrays.copyOf(password, password.length + (withoutZero ? 0 : 1));
    int[] key = new int[WORDS];
    int at = 0;
    for (int word = 0; word < WORDS; word++) {
      for (int i = 0; i < Integer.BYTES; i++) {
        byte letter = text[at++ % text.length];
        key[word] = key[word] << Byte.SIZE | (signed ? letter : Byte.toUnsignedInt(letter));
      }
    }
    return key;
  }
}
