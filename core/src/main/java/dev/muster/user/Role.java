package dev.muster.user;

/**
 * A role or a group that users of a realm can have.
 *
 * @param key what records refer to it by
 * @param name the display name; the key where none was given
 */
public record Role(String key, String name) {}
