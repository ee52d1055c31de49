package dev.muster.app.hash.search;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Iteration;
import dev.muster.app.hash.digest.Letters;

/** Texts in the grammar of recipes. */
final class Words {

  static final String PASSWORD = "password";

  private Words() {}

  static String call(String function, String argument) {
    return function + "(" + argument + ")";
  }

  static String literal(String text) {
    return "\"" + text + "\"";
  }

  static String password(Letters letters) {
    return letters == Letters.UTF8 ? PASSWORD : call(letters.wireName(), PASSWORD);
  }

  /** A digest whose result is digested again, so many rounds in all. */
  static String repeated(Digest digest, Iteration chain, long rounds, String message) {
    String once = call(digest.wireName(), message);
    if (rounds == 1) {
      return once;
    }
    String previous = chain == Iteration.HEX ? "hex(previous)" : "previous";
    String again = chain == Iteration.SALTED ? previous + " + " + message : previous;
    return "rounds(" + once + ", " + (rounds - 1) + ", " + call(digest.wireName(), again) + ")";
  }

  static String hmac(Digest digest, String key, String message) {
    return "hmac-" + digest.wireName() + "(" + key + ", " + message + ")";
  }
}
