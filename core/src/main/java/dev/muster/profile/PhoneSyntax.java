package dev.muster.profile;

/** The syntax of international phone numbers: ITU-T E.164, section 6. */
public final class PhoneSyntax {

  private static final int DIGITS_MIN = 2;
  private static final int DIGITS_MAX = 15;

  private PhoneSyntax() {}

  /**
   * Tells whether a text is exactly {@code +}, a country code and a subscriber number, as in {@code
   * +85298765432}: 2 to 15 digits, the first not 0, nothing between them. Whether the number is in
   * service is not checked.
   */
  public static boolean isE164(String text) {
    int digits = text.length() - 1;
    if (digits < DIGITS_MIN || digits > DIGITS_MAX || text.charAt(0) != '+') {
      return false;
    }
    for (int i = 1; i <= digits; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.charAt(1) != '0';
  }
}
