package dev.muster.app.job.run;

import java.security.SecureRandom;
import java.util.Locale;

/** Generates random ids of jobs. */
public final class JobIds {

  private static final String BASE32 = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's
  private static final String LETTERS_AND_DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 12;
  private static final int AUTHGEAR_LENGTH = 32;
  private static final int AUTH0_LENGTH = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private JobIds() {}

  /** An id that is short enough to be read aloud. */
  public static String next() {
    return "imp_" + random(BASE32, LENGTH);
  }

  /** An id of an uploaded file. */
  public static String upload() {
    return "upl_" + random(BASE32, LENGTH);
  }

  /** An id in the form of Authgear's import API. */
  public static String authgear() {
    return "task_" + random(BASE32.toUpperCase(Locale.ROOT), AUTHGEAR_LENGTH);
  }

  /** An id in the form of Auth0's job API. */
  public static String auth0() {
    return "job_" + random(LETTERS_AND_DIGITS, AUTH0_LENGTH);
  }

  private static String random(String digits, int length) {
    StringBuilder id = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      id.append(digits.charAt(RANDOM.nextInt(digits.length())));
    }
    return id.toString();
  }
}
