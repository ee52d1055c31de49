package dev.muster.match;

/**
 * Who has a key.
 *
 * @param userId the user's number
 * @param realm the number of the user's realm
 */
public record Owner(long userId, int realm) {}
