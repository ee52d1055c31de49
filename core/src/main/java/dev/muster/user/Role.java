package dev.muster.user;

/**
 * A role or a group that users of a realm can have.
 *
 * @param key the key by which records refer to it
 * @param name the display name; equal to the key if none was given
 */
public record Role(String key, String name) {}
