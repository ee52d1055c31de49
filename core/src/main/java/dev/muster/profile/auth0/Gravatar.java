package dev.muster.profile.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The pictures that people have at Gravatar: their address has the MD5 of the e-mail address. */
final class Gravatar {

  private static final HexFormat HEX = HexFormat.of();

  private static final ThreadLocal<MessageDigest> MD5 = ThreadLocal.withInitial(Gravatar::md5);

  private Gravatar() {}

  /** The address of a picture, in the size and with the rating that Auth0 asks for. */
  static String url(String email) {
    byte[] address = email.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8);
    return "https://s.gravatar.com/avatar/"
        + HEX.formatHex(MD5.get().digest(address))
        + "?s=480&r=pg";
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
