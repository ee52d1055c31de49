package dev.muster.app.hash.alike;

import static dev.muster.app.hash.alike.EqualSpellings.bytes;
import static dev.muster.app.hash.alike.EqualSpellings.isA;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.crypt.DesCrypt;

/**
 * The first 13 characters of bigcrypt are DES crypt of the first eight bytes of the password, and
 * DES crypt reads no more.
 */
record CutBigcrypt() implements AlikeRule {

  private static final int SALT_LENGTH = 2;
  private static final String DIGITS =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  @Override
  public String words() {
    return "the DES crypt at the beginning of bigcrypt";
  }

  @Override
  public boolean holds(Object one, Object other) {
    return one instanceof DesCrypt crypt && isA("BigCrypt", other) && begins(other, crypt);
  }

  private static boolean begins(Object bigCrypt, DesCrypt crypt) {
    String text = new String(bytes("crypt", bigCrypt), US_ASCII);
    int salt = DIGITS.indexOf(text.charAt(0)) + DIGITS.length() * DIGITS.indexOf(text.charAt(1));
    return crypt.salt() == salt && text.startsWith(crypt.digest().toUtf8(), SALT_LENGTH);
  }
}
