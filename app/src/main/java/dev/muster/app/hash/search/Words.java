package dev.muster.app.hash.search;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Iteration;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.recipe.Call;

/** Texts in the grammar of recipes. */
final class Words {

  static final String PASSWORD = "password";

  private Words() {}

  static String literal(String text) {
    return "\"" + text + "\"";
  }

  static String password(Letters letters) {
    return letters == Letters.UTF8 ? PASSWORD : Call.text(letters.wireName(), PASSWORD);
  }

  /** A digest whose result is digested again, so many rounds in all. */
  static String repeated(Digest digest, Iteration chain, long rounds, String message) {
    String once = Call.text(digest.wireName(), message);
    if (rounds == 1) {
      return once;
    }
    String previous = chain == Iteration.HEX ? "hex(previous)" : "previous";
    String again = chain == Iteration.SALTED ? previous + " + " + message : previous;
    return Call.text("rounds", once, rounds - 1, Call.text(digest.wireName(), again));
  }

  static String hmac(Digest digest, String key, String message) {
    return Call.text("hmac-" + digest.wireName(), key, message);
  }
}
