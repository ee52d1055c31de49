package dev.muster.app.hash.vendor;

import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.Arrays;

/**
 * Firebase's variant of scrypt: the signer key of the project, encrypted by AES-256 in counter mode
 * starting at zero, with scrypt of the password as the key. The salt is that of the user followed
 * by the separator of the project. See {@link FirebaseSpellings} for the text formats.
 *
 * <p>Source: Firebase's repository "scrypt", README and {@code main.c}.
 */
record FirebaseScrypt(
    ScryptCost cost,
    SecretBytes salt,
    SecretBytes saltSeparator,
    SecretBytes signerKey,
    SecretBytes digest)
    implements ParsedHash {

  private static final int AES_KEY_LENGTH = 32;
  private static final int AES_BLOCK_LENGTH = 16;

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return cost.outside(bounds).or(() -> bounds.keyLength(digest.length()));
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] wholeSalt = Arrays.concatenate(salt.toBytes(), saltSeparator.toBytes());
    return digest.sameAs(encryptedKey(cost.derive(passwordUtf8, wholeSalt, AES_KEY_LENGTH)));
  }

  private byte[] encryptedKey(byte[] aesKey) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(aesKey, "AES"),
          new IvParameterSpec(new byte[AES_BLOCK_LENGTH]));
      return cipher.doFinal(signerKey.toBytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
