package dev.muster.app.hash.crypt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SaltedDesTest {

  private static final int SEED = 17;

  @Test
  void withoutASaltItIsTheCipherOfTheJdk() throws GeneralSecurityException {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      long key = random.nextLong();
      long block = random.nextLong();

      assertThat(new SaltedDes(key).encrypt(block, 0, 1)).isEqualTo(jdk(key, block));
      assertThat(new SaltedDes(key).encrypt(block, 0, 2)).isEqualTo(jdk(key, jdk(key, block)));
    }
  }

  @Test
  void everyBitOfTheSaltMatters() {
    SaltedDes des = new SaltedDes(0x0123456789ABCDEFL);
    long unsalted = des.encrypt(0, 0, 1);
    for (int bit = 0; bit < 24; bit++) {
      assertThat(des.encrypt(0, 1 << bit, 1)).as("bit %d", bit).isNotEqualTo(unsalted);
    }
  }

  private static long jdk(long key, long block) throws GeneralSecurityException {
    Cipher des = Cipher.getInstance("DES/ECB/NoPadding");
    des.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(bytes(key), "DES"));
    return ByteBuffer.wrap(des.doFinal(bytes(block))).getLong();
  }

  private static byte[] bytes(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }
}
