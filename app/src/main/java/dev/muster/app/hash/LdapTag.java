package dev.muster.app.hash;

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
        && encoded.regionMatches(true, 1, name, 0, name.length());
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
