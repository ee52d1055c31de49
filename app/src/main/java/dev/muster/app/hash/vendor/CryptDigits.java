package dev.muster.app.hash.vendor;

import java.util.Base64;

/** The 64 digits of crypt(3), in which Cisco also writes hashes. */
final class CryptDigits {

  static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final String BASE64_ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private CryptDigits() {}

  /** Encodes bytes in these digits, the higher bits first, without padding. */
  static byte[] ofBigEndian(byte[] bytes) {
    byte[] digits = Base64.getEncoder().withoutPadding().encode(bytes);
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (byte) ALPHABET.charAt(BASE64_ALPHABET.indexOf(digits[i]));
    }
    return digits;
  }
}
