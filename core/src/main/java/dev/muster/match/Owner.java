package dev.muster.match;

/**
 * A user that has a key.
 *
 * @param userId the user's number
 * @param realm the number of the user's realm
 */
public record Owner(long userId, int realm) {}
