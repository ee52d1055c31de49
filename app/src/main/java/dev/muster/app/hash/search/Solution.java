package dev.muster.app.hash.search;

/**
 * How a hash was made.
 *
 * @param scheme the scheme that reads the text, see {@link KnownScheme#name}
 * @param words the construction, such as {@code sha256(salt + password)}
 * @param encoded the text for an import file; a secret, verified with the given password
 * @param columns how the same is said of a whole table
 */
public record Solution(String scheme, String words, String encoded, ColumnRecipe columns) {

  @Override
  public String toString() {
    return "Solution[scheme=" + scheme + ", words=" + words + "]";
  }
}
