package dev.muster.app.hash.alike;

import static dev.muster.app.hash.alike.EqualSpellings.isA;
import static dev.muster.app.hash.alike.EqualSpellings.part;
import static dev.muster.app.hash.alike.EqualSpellings.sameParts;

/**
 * An empty password is a key of zeros, a weak one of DES: all rounds have one key, so encrypting
 * twice gives the block itself, with any salt. So only odd and even numbers of encryptions differ,
 * and after an even number the salt no longer matters.
 *
 * @param passwordLength in bytes
 */
record WeakDesKey(int passwordLength) implements AlikeRule {

  @Override
  public String words() {
    return "as many encryptions by a weak key, modulo 2";
  }

  @Override
  public boolean holds(Object one, Object other) {
    if (passwordLength > 0 || !isA("BsdiCrypt", one) || !isA("BsdiCrypt", other)) {
      return false;
    }
    return sameParts(one, other, "digest")
        && isOdd(one) == isOdd(other)
        && (!isOdd(one) || sameParts(one, other, "salt"));
  }

  private static boolean isOdd(Object crypt) {
    return (long) part("encryptions", crypt) % 2 == 1;
  }
}
