package dev.muster.app.format;

/**
 * A remark on hashes that could be something else than what they are read as.
 *
 * @param scheme the scheme that they are read as; the remark is settled once a password has proved
 *     that
 * @param sentence for the person who imports them
 * @param assumed whether the input does not name the scheme, although the form is that of several
 */
public record HashNote(String scheme, String sentence, boolean assumed) {}
