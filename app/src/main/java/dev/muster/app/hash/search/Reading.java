package dev.muster.app.hash.search;

import dev.muster.app.hash.scheme.SecretBytes;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes that a text stands for, read in one of several ways.
 *
 * @param words how a recipe names them, such as {@code bytes of salt in hex}
 * @param place how the template of a digest's input names them, such as <code>{salt}</code>
 * @param encoding {@code utf8}, {@code hex} or {@code base64}
 */
record Reading(String words, String place, String encoding, SecretBytes bytes) {

  static final String UTF8 = "utf8";

  /** The text itself, and its bytes if it is valid hex or base64. */
  static List<Reading> of(String name, String text) {
    List<Reading> readings = new ArrayList<>();
    String place = "{" + name + "}";
    readings.add(new Reading(name, place, UTF8, SecretBytes.ofUtf8(text)));
    SecretBytes.ofHex(text)
        .ifPresent(
            bytes ->
                readings.add(new Reading("bytes of " + name + " in hex", place, "hex", bytes)));
    SecretBytes.ofAnyBase64(text)
        .ifPresent(
            bytes ->
                readings.add(
                    new Reading("bytes of " + name + " in base64", place, "base64", bytes)));
    return readings;
  }
}
