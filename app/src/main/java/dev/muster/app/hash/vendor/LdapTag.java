package dev.muster.app.hash.vendor;

/**
 * The tag at the beginning of a userPassword value of LDAP (RFC 2307 §5.3): the name of a scheme in
 * braces, in upper or lower case.
 *
 * @param name without the braces, in upper case
 */
record LdapTag(String name) {

  boolean isOn(String encoded) {
    return encoded.startsWith("{")
        && encoded.startsWith("}", name.length() + 1)
        && encoded.regionMatches(true, 1, name, 0, name.length())
        && isAscii(encoded, 1 + name.length());
  }

  /** Ignoring case, Unicode also takes the long s (U+017F) for an s. */
  private static boolean isAscii(String encoded, int end) {
    return encoded.chars().limit(end).allMatch(character -> character < 128);
  }

  /**
   * The text after the tag.
   *
   * @param encoded a text that begins with this tag
   */
  String withoutTag(String encoded) {
    return encoded.substring(name.length() + "{}".length());
  }
}
