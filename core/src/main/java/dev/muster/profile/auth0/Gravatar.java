package dev.muster.profile.auth0;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.value.ReusedDigest;
import java.util.HexFormat;
import java.util.Locale;

/** The pictures that people have at Gravatar: their address has the MD5 of the e-mail address. */
final class Gravatar {

  private static final String FOLDER = "https://s.gravatar.com/avatar/";

  private static final int DIGITS = 32;

  /** An address with zeros for the digest, in the size and with the rating that Auth0 asks for. */
  private static final byte[] TEMPLATE =
      (FOLDER + "0".repeat(DIGITS) + "?s=480&r=pg").getBytes(ISO_8859_1);

  private static final HexFormat HEX = HexFormat.of();

  private static final ThreadLocal<ReusedDigest> MD5 = ReusedDigest.ofEachThread("MD5");

  private Gravatar() {}

  /** The address of a picture. */
  static String url(String email) {
    byte[] digest = MD5.get().of(email.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8));
    byte[] url = TEMPLATE.clone();
    int place = FOLDER.length();
    for (byte b : digest) {
      url[place++] = (byte) HEX.toHighHexDigit(b);
      url[place++] = (byte) HEX.toLowHexDigit(b);
    }
    return new String(url, ISO_8859_1);
  }
}
