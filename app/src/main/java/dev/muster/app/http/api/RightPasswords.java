package dev.muster.app.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.password.EncodedHash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers the last right password of each service, so that its slow hash is not computed for each
 * request. Only an HMAC of the password and its stored hash is kept, with a random key of this
 * process; as soon as the stored hash changes, the HMAC is another one. Thread-safe.
 */
final class RightPasswords {

  /** The least recently used services beyond this number are forgotten. */
  private static final int SERVICES_MAX = 1000;

  private static final String HMAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key = newKey();
  private final Map<String, byte[]> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > SERVICES_MAX;
        }
      };

  /** Whether the password was found right for the same stored hash before. */
  boolean has(String service, EncodedHash stored, byte[] passwordUtf8) {
    byte[] asked = hmac(stored, passwordUtf8);
    byte[] remembered;
    synchronized (known) {
      remembered = known.get(service);
    }
    return remembered != null && MessageDigest.isEqual(remembered, asked);
  }

  /** Remembers that a password is right. */
  void add(String service, EncodedHash stored, byte[] passwordUtf8) {
    byte[] right = hmac(stored, passwordUtf8);
    synchronized (known) {
      known.put(service, right);
    }
  }

  private byte[] hmac(EncodedHash stored, byte[] passwordUtf8) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      for (String part : new String[] {stored.scheme(), stored.encoded()}) {
        mac.update(part.getBytes(UTF_8));
        mac.update((byte) 0xFF); // a byte that UTF-8 never contains
      }
      return mac.doFinal(passwordUtf8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  private static SecretKeySpec newKey() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    return new SecretKeySpec(random, HMAC);
  }
}
