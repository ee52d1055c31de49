package dev.muster.app.format;

import dev.muster.password.HashDoubt;

/**
 * A remark on hashes that could be something else than what they are read as.
 *
 * @param scheme the scheme that they are read as; the remark is settled once a password has proved
 *     that
 * @param sentence for the person who imports them
 * @param assumed whether the input does not name the scheme, although the form is that of several
 * @param usual whether they are mostly what they are read as, so that this is no warning
 */
public record HashNote(String scheme, String sentence, boolean assumed, boolean usual) {

  /** The remark on hashes of which the sentence says how many they are. */
  public static HashNote of(HashDoubt doubt, String sentence) {
    return new HashNote(doubt.scheme(), sentence, doubt.assumed(), doubt.usual());
  }
}
