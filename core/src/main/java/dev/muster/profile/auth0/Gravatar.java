package dev.muster.profile.auth0;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.value.ReusedDigest;
import java.util.HexFormat;
import java.util.Locale;

/** The pictures that people have at Gravatar: their address has the MD5 of the e-mail address. */
final class Gravatar {

  /** What the address of a picture has before and after the digest. */
  private static final String FOLDER = "https://s.gravatar.com/avatar/";

  private static final String SIZE_AND_RATING = "?s=480&r=pg"; // which Auth0 asks for

  private static final int MD5_DIGITS = 32;

  private static final byte[] URL =
      (FOLDER + "0".repeat(MD5_DIGITS) + SIZE_AND_RATING).getBytes(ISO_8859_1);

  private static final HexFormat HEX = HexFormat.of();

  private static final ThreadLocal<ReusedDigest> MD5 = ReusedDigest.ofEachThread("MD5");

  private Gravatar() {}

  /** The address of a picture. */
  static String url(String email) {
    byte[] digest = MD5.get().of(email.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8));
    byte[] url = URL.clone();
    int place = FOLDER.length();
    for (byte b : digest) {
      url[place++] = (byte) HEX.toHighHexDigit(b);
      url[place++] = (byte) HEX.toLowHexDigit(b);
    }
    return new String(url, ISO_8859_1);
  }
}
