package dev.muster.app.hash.scheme;

/** The beginning of a hash that Django wrote: the name of an algorithm and {@code $}. */
public final class DjangoPrefix {

  private DjangoPrefix() {}

  /** Whether Django would take the text for a hash of this algorithm. */
  public static boolean names(String algorithm, String encoded) {
    return encoded.startsWith(algorithm)
        && (encoded.length() == algorithm.length() || encoded.charAt(algorithm.length()) == '$');
  }

  /** The text after the first {@code $}; the whole text if there is none. */
  public static String remove(String encoded) {
    return encoded.substring(encoded.indexOf('$') + 1);
  }

  /** Django's own message for a hash of a known algorithm and the wrong structure. */
  public static String invalidFormat(String algorithm) {
    return "Invalid format for " + algorithm + " hasher";
  }
}
