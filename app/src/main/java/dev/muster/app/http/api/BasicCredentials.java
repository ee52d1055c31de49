package dev.muster.app.http.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
      byte[] bytes = Base64.getDecoder().decode(form.group(1));
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int colon = text.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
    } catch (IllegalArgumentException | CharacterCodingException notBasic) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "BasicCredentials[name=" + name + "]";
  }
}
