package dev.muster.app.hash.search;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.recipe.Call;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The bytes that a text stands for, read in one of several ways.
 *
 * @param kind what the text is
 * @param words how a recipe names them, such as {@code unhex(salt)}
 * @param place how the template of a digest's input names them, such as <code>{salt}</code>
 * @param encoding {@code utf8}, {@code hex} or {@code base64}
 */
record Reading(Kind kind, String words, String place, String encoding, SecretBytes bytes) {

  static final String UTF8 = "utf8";
  static final String HEX = "hex";
  static final String BASE64 = "base64";

  /** What a text is. */
  enum Kind {
    SALT("salt"),
    KEY("pepper(\"" + PEPPER + "\")"),
    LOGIN("login");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** The name that recipes have for the key. */
  static final String PEPPER = "pepper";

  private static final int ENCODED_LENGTH_MIN = 4;

  /** The text of a salt or a key itself, and its bytes if it is valid hex or base64. */
  static List<Reading> of(Kind kind, String text) {
    List<Reading> readings = new ArrayList<>();
    readings.add(of(kind, UTF8, SecretBytes.ofUtf8(text)));
    if (text.length() >= ENCODED_LENGTH_MIN) {
      Optional<SecretBytes> hex = SecretBytes.ofHex(text);
      hex.ifPresent(bytes -> readings.add(of(kind, HEX, bytes)));
      SecretBytes.ofAnyBase64(text).ifPresent(bytes -> readings.add(of(kind, BASE64, bytes)));
    }
    return readings;
  }

  private static Reading of(Kind kind, String encoding, SecretBytes bytes) {
    String place = kind == Kind.SALT ? "{salt}" : "{key}";
    boolean asItIs = encoding.equals(UTF8) || kind == Kind.KEY; // a pepper's encoding is a setting
    String words = asItIs ? kind.words : Call.text("un" + encoding, kind.words);
    return new Reading(kind, words, place, encoding, bytes);
  }

  /** The login as it is, and in one case if that is different. */
  static List<Reading> ofLogin(String login) {
    List<Reading> readings = new ArrayList<>();
    SecretBytes typed = SecretBytes.ofUtf8(login);
    readings.add(new Reading(Kind.LOGIN, Kind.LOGIN.words, "", UTF8, typed));
    for (Letters letters : List.of(Letters.LOWER, Letters.UPPER)) {
      byte[] other = letters.of(typed.toBytes());
      if (!typed.sameAs(other)) {
        String words = Call.text(letters.wireName(), Kind.LOGIN.words);
        readings.add(new Reading(Kind.LOGIN, words, "", UTF8, SecretBytes.of(other)));
      }
    }
    return readings;
  }

  /** A digest of these bytes in lower-case hex. */
  Reading digest(Digest digest) {
    String digits = HexFormat.of().formatHex(digest.of(bytes.toBytes()));
    return new Reading(
        kind,
        Call.text("hex", Call.text(digest.wireName(), words)),
        place.replace("{", "{" + digest.wireName() + "(").replace("}", ")}"),
        encoding,
        SecretBytes.ofUtf8(digits));
  }
}
