package dev.muster.app.http.api;

import dev.muster.app.format.input.StrictText;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name and a password of HTTP Basic (RFC 7617), in UTF-8. The name has no colon.
 *
 * @param password a secret
 */
record BasicCredentials(String name, String password) {

  private static final Pattern FORM =
      Pattern.compile("basic(?: +(\\S*) *)?", Pattern.CASE_INSENSITIVE);

  /** Whether a header {@code Authorization} names HTTP Basic. */
  static boolean isMeant(String authorization) {
    return authorization.split(" ", 2)[0].equalsIgnoreCase("basic");
  }

  /** Parses a header {@code Authorization}; empty if it is not well-formed. */
  static Optional<BasicCredentials> parse(String authorization) {
    Matcher form = FORM.matcher(authorization);
    if (!form.matches() || form.group(1) == null) {
      return Optional.empty();
    }
    try {
      return StrictText.utf8(Base64.getDecoder().decode(form.group(1)))
          .filter(text -> text.contains(":"))
          .map(text -> text.split(":", 2))
          .map(parts -> new BasicCredentials(parts[0], parts[1]));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "BasicCredentials[name=" + name + "]";
  }
}
