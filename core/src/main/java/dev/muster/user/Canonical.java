package dev.muster.user;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/**
 * Canonical forms: two login ids are the same exactly when these are equal.
 *
 * <p>User names and the local part of e-mail addresses are normalised to NFKC and case-folded
 * (Unicode Standard, sections 3.11 and 3.13); an e-mail's domain is case-folded and brought to
 * punycode (UTS 46), so that {@code bücher.example} and {@code xn--bcher-kva.example} are equal.
 * Dots and plus signs of a local part stay. Phone numbers are in E.164 already.
 */
public final class Canonical {

  private Canonical() {}

  /** The canonical form of a login id, whose surrounding white space must already be removed. */
  public static String of(LoginIdKind kind, String value) {
    return switch (kind) {
      case USERNAME -> folded(value);
      case EMAIL -> email(value);
      case PHONE_NUMBER -> value;
    };
  }

  /** NFKC, then full case folding; {@code Straße} and {@code STRASSE} are one. */
  public static String folded(String text) {
    if (isAscii(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    Normalizer2 nfkc = Normalizer2.getNFKCInstance();
    return nfkc.normalize(UCharacter.foldCase(nfkc.normalize(text), true));
  }

  /**
   * An e-mail address in the form that some dialects store and show: the local part folded, the
   * domain in lower case and not in punycode.
   */
  public static String shownEmail(String address) {
    int at = address.lastIndexOf('@');
    return isAscii(address) || at < 0
        ? folded(address)
        : folded(address.substring(0, at + 1)) + lowerCase(address.substring(at + 1));
  }

  private static String email(String address) {
    String shown = shownEmail(address);
    int at = shown.lastIndexOf('@');
    return isAscii(shown) || at < 0
        ? shown
        : shown.substring(0, at + 1) + punycode(shown.substring(at + 1));
  }

  /**
   * Converts to lower case without case folding: {@code ß} and {@code ss} are different in domain
   * names.
   */
  private static String lowerCase(String domain) {
    return UCharacter.toLowerCase(Locale.ROOT, Normalizer2.getNFKCInstance().normalize(domain));
  }

  private static String punycode(String domain) {
    StringBuilder ascii = new StringBuilder();
    IDNA.Info info = new IDNA.Info();
    Uts46.INSTANCE.nameToASCII(domain, ascii, info);
    return info.hasErrors() ? domain : ascii.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Loaded when first needed, because building the tables is slow. */
  private static final class Uts46 {
    static final IDNA INSTANCE = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);
  }
}
