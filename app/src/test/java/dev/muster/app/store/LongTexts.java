package dev.muster.app.store;

import java.util.Random;

/** Texts of random letters, which a database can't compress to fit an index. */
public final class LongTexts {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private LongTexts() {}

  /** A text of some length, the same for the same seed. */
  public static String random(long seed, int length) {
    StringBuilder text = new StringBuilder(length);
    new Random(seed).ints(length, 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
    return text.toString();
  }
}
