package dev.muster.app.hash.scheme;

import java.util.Base64;

/**
 * The digits of crypt(3), {@code ./0-9A-Za-z}, of six bits each. Most schemes write the lowest bits
 * first, three bytes at a time. DES and Cisco write the highest first.
 */
public final class Crypt64 {

  /** The regular expression of one digit. */
  public static final String DIGIT = "[./0-9A-Za-z]";

  private static final String DIGITS =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String BASE64_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int DIGIT_BITS = 6;
  private static final int DIGITS_OF_LONG = 11;

  private Crypt64() {}

  /** The digit of a value. */
  public static char digit(int sixBits) {
    return DIGITS.charAt(sixBits);
  }

  /** The number that at most five digits write, the lowest first. */
  public static int number(String digits) {
    int number = 0;
    for (int i = digits.length() - 1; i >= 0; i--) {
      number = (number << DIGIT_BITS) | DIGITS.indexOf(digits.charAt(i));
    }
    return number;
  }

  /**
   * Encodes three bytes to four digits. One byte left over makes two digits, and two make three.
   */
  public static String digits(byte[] bytes) {
    StringBuilder digits = new StringBuilder();
    int value = 0;
    int bits = 0;
    for (byte next : bytes) {
      value |= (next & 0xFF) << bits;
      bits += Byte.SIZE;
      while (bits >= DIGIT_BITS) {
        digits.append(DIGITS.charAt(value & 63));
        value >>>= DIGIT_BITS;
        bits -= DIGIT_BITS;
      }
    }
    return bits == 0 ? digits.toString() : digits.append(DIGITS.charAt(value)).toString();
  }

  /** Encodes the bytes of a digest in the order of an algorithm. */
  public static String digits(byte[] digest, int[] order) {
    byte[] ordered = new byte[order.length];
    for (int i = 0; i < order.length; i++) {
      ordered[i] = digest[order[i]];
    }
    return digits(ordered);
  }

  /**
   * Encodes a block of DES to eleven digits, the highest first. The last digit carries four bits.
   */
  public static String highestFirst(long block) {
    StringBuilder digits = new StringBuilder(DIGITS_OF_LONG);
    for (int shift = Long.SIZE - DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) {
      digits.append(DIGITS.charAt((int) (block >>> shift) & 63));
    }
    return digits.append(DIGITS.charAt(((int) block << 2) & 63)).toString();
  }

  /** Encodes bytes, the highest bits first, as base64 does, without padding. */
  public static byte[] highestFirst(byte[] bytes) {
    byte[] digits = Base64.getEncoder().withoutPadding().encode(bytes);
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (byte) DIGITS.charAt(BASE64_DIGITS.indexOf(digits[i]));
    }
    return digits;
  }
}
