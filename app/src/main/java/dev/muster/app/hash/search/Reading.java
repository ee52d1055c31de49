package dev.muster.app.hash.search;

import dev.muster.app.hash.scheme.SecretBytes;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes that a text stands for, read in one of several ways.
 *
 * @param words how a recipe names them, such as {@code bytes of salt in hex}
 */
record Reading(String words, SecretBytes bytes) {

  /** The text itself, and its bytes if it is valid hex or base64. */
  static List<Reading> of(String name, String text) {
    List<Reading> readings = new ArrayList<>();
    readings.add(new Reading(name, SecretBytes.ofUtf8(text)));
    SecretBytes.ofHex(text)
        .ifPresent(bytes -> readings.add(new Reading("bytes of " + name + " in hex", bytes)));
    SecretBytes.ofAnyBase64(text)
        .ifPresent(bytes -> readings.add(new Reading("bytes of " + name + " in base64", bytes)));
    return readings;
  }
}
