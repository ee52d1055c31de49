package dev.muster.app.hash.search;

/**
 * How a hash came about.
 *
 * @param scheme the scheme that reads the text, see {@link KnownScheme#name}
 * @param words the recipe, such as {@code sha256(salt + password)}
 * @param encoded what to write into an import file; a secret, verified with the password that was
 *     given
 */
public record Solution(String scheme, String words, String encoded) {

  @Override
  public String toString() {
    return "Solution[scheme=" + scheme + ", words=" + words + "]";
  }
}
