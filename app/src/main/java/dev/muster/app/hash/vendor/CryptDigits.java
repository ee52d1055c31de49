package dev.muster.app.hash.vendor;

import java.util.Base64;

/** The 64 digits of crypt(3), which Cisco writes its hashes in as well. */
final class CryptDigits {

  static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final String BASE64_ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private CryptDigits() {}

  /** Base64 without padding in these digits, the higher bits first. */
  static byte[] ofBigEndian(byte[] bytes) {
    byte[] digits = Base64.getEncoder().withoutPadding().encode(bytes);
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (byte) ALPHABET.charAt(BASE64_ALPHABET.indexOf(digits[i]));
    }
    return digits;
  }
}
