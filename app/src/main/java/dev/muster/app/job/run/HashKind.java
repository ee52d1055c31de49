package dev.muster.app.job.run;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one password can prove: that hashes of this kind are read as they were made. Mostly a
 * scheme; hashes in Muster's own forms are of one kind if they have the same recipe too.
 *
 * @param name such as {@code bcrypt} or {@code digest alg=md5,password=md5}; to be shown
 * @param recipe of a composed hash, with the texts that {@code name} hides; empty for others
 */
record HashKind(String scheme, String name, String recipe) {

  private static final Set<String> RECIPES = Set.of("digest", "hmac", "pbkdf2-plain");
  private static final String AUTH0 = "auth0-custom";

  /** Composed hashes: {@code $recipe$SALT$LOGIN$HASH$RECIPE}. */
  private static final String COMPOSED = "recipe";

  /** A text in a recipe, which may be a secret. */
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

  HashKind(String scheme, String name) {
    this(scheme, name, "");
  }

  /**
   * The kind of a hash.
   *
   * @param all all schemes
   */
  static HashKind of(EncodedHash hash, HashSchemes all) {
    String scheme = hash.scheme();
    if (RECIPES.contains(scheme)) {
      return new HashKind(scheme, scheme + " " + recipe(hash.encoded()));
    }
    if (scheme.equals(COMPOSED)) {
      String composed = afterFields(hash.encoded());
      return new HashKind(
          scheme, scheme + " " + QUOTED.matcher(composed).replaceAll("\"…\""), composed);
    }
    return scheme.equals(AUTH0)
        ? new HashKind(scheme, scheme + inner(hash.encoded(), all))
        : new HashKind(scheme, scheme);
  }

  /** The parameters of {@code $digest$alg=md5$…}, which hold neither salt nor digest. */
  private static String recipe(String text) {
    int start = text.indexOf('$', 1) + 1;
    int end = text.indexOf('$', start);
    return end < 0 ? "" : text.substring(start, end).replaceAll(",i=[0-9]+", "");
  }

  /** What is behind the fifth dollar sign. */
  private static String afterFields(String text) {
    int start = 0;
    for (int i = 0; i < 5; i++) {
      start = text.indexOf('$', start) + 1;
    }
    return text.substring(start);
  }

  /** The scheme within {@code $auth0$password=utf8$BEFORE$AFTER$INNER}. */
  private static String inner(String text, HashSchemes all) {
    return all.read(afterFields(text)) instanceof HashReading.Accepted accepted
        ? " of " + of(accepted.hash(), all).name()
        : "";
  }
}
