package dev.muster.app.format;

/**
 * How Auth0's records are read, by the settings.
 *
 * @param gravatar whether new users without a picture get their Gravatar address as one
 * @param usernameMin the characters of the shortest user name
 * @param usernameMax the characters of the longest user name
 */
public record Auth0Rules(boolean gravatar, int usernameMin, int usernameMax) {

  public static final Auth0Rules DEFAULTS = new Auth0Rules(true, 1, 128);
}
