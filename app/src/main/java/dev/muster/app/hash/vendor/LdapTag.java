package dev.muster.app.hash.vendor;

/**
 * What a userPassword value of LDAP begins with (RFC 2307 §5.3): the name of a scheme in braces, in
 * upper or lower case.
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

  /** To Unicode, the long s of Fraktur is a small letter of S, too. */
  private static boolean isAscii(String encoded, int end) {
    return encoded.chars().limit(end).allMatch(character -> character < 128);
  }

  /**
   * What follows the tag.
   *
   * @param encoded a text that this tag is on
   */
  String withoutTag(String encoded) {
    return encoded.substring(name.length() + "{}".length());
  }
}
