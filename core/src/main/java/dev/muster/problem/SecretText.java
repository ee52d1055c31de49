package dev.muster.problem;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises texts that messages must not show although they are in no column of secrets: password
 * hashes in a wrong column, in a file without a header, or in a free text. Rather too much is taken
 * for a hash than too little.
 */
public final class SecretText {

  /** What is shown instead of a secret. */
  public static final String REDACTED = "REDACTED";

  /** No hash is shorter that could be told from a word. */
  private static final int LENGTH_MIN = 13;

  private static final Pattern NAME = Pattern.compile("pass|pwd|hash|salt|secret|totp|pepper");

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  /** Thirty-two hexadecimal digits or more, anywhere. */
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{32,}");

  /** JSON objects such as Keycloak's credentials. */
  private static final Pattern OBJECT =
      Pattern.compile("[{\\[].*\"(\\w*([sS]alt|[hH]ash|[sS]ecret)\\w*|value)\\b.*", Pattern.DOTALL);

  private static final List<Pattern> HASHES =
      List.of(
          // $2y$10$…, $argon2id$v=19$…, $P$…, and others of crypt(3), behind a short mark or not
          Pattern.compile("\\S{0,20}\\$[A-Za-z0-9_.,=-]{1,40}[$,]\\S{8,}"),
          // {SSHA}…, {CRYPT}…, {FSHP1|16|4096}…
          Pattern.compile("\\{[A-Za-z0-9_.,=/| -]{1,40}\\}\\S{8,}"),
          Pattern.compile("_[./0-9A-Za-z]{19}"),
          Pattern.compile("[0-9a-fA-F]{16}"),
          // pbkdf2:sha256:…, scrypt:…
          Pattern.compile(
              ":?(pbkdf2|scrypt|argon2|bcrypt|sha-?[0-9]+|md[45]|hmac|scram|grub)\\S{0,24}"
                  + "[:$.!|]\\S{8,}",
              Pattern.CASE_INSENSITIVE),
          // algorithm$salt$hash, hash$salt$…
          Pattern.compile("\\w{1,40}\\$[0-9]{1,9}\\$[^$]{1,200}\\$\\S{8,}"),
          Pattern.compile("[^\\s$]{1,200}\\$[^\\s$]{0,200}\\$\\S{8,}"),
          // HASH|1|SALT of ASP.NET Membership
          Pattern.compile("[A-Za-z0-9+/]{18,}={0,2}\\|\\S{4,}"),
          Pattern.compile("[A-Za-z0-9+/]{18,}={1,2}"));

  /** Base64, or the 13, 16 and 24 characters of old forms of crypt(3). */
  private static final Pattern LETTERS =
      Pattern.compile("[./0-9A-Za-z]{13}|[./0-9A-Za-z]{16}|[A-Za-z0-9+/_.-]{20,}={0,2}");

  private SecretText() {}

  /** Whether a column or member with this name has secrets. */
  public static boolean isSecretName(String name) {
    return NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether a text seems to be a password hash, or to have one among its words. */
  public static boolean isHash(String text) {
    if (text.length() < LENGTH_MIN) {
      return false;
    }
    if (OBJECT.matcher(text).matches() || isHashWord(text)) {
      return true;
    }
    for (String word : WHITE_SPACE.split(text, -1)) {
      if (word.length() >= LENGTH_MIN && isHashWord(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHashWord(String word) {
    Letters letters = Letters.of(word);
    if (letters.digit && (letters.small || letters.capital) && HEXADECIMAL.matcher(word).find()) {
      return true;
    }
    for (Pattern hash : HASHES) {
      if (hash.matcher(word).matches()) {
        return (letters.digit && (letters.small || letters.capital)) || word.indexOf('$') >= 0;
      }
    }
    return letters.digit && letters.small && letters.capital && LETTERS.matcher(word).matches();
  }

  /** Which letters of ASCII a word has. */
  private record Letters(boolean digit, boolean small, boolean capital) {

    static Letters of(String word) {
      boolean digit = false;
      boolean small = false;
      boolean capital = false;
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        digit |= c >= '0' && c <= '9';
        small |= c >= 'a' && c <= 'z';
        capital |= c >= 'A' && c <= 'Z';
      }
      return new Letters(digit, small, capital);
    }
  }
}
