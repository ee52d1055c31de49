package dev.muster.profile.auth0;

/**
 * The options of an import of Auth0's records.
 *
 * @param upsert whether existing users are updated; otherwise their records fail
 * @param mergeMetadata whether an update keeps members of the metadata that the record lacks
 * @param keepEmailVerified whether an update without {@code email_verified} keeps the mark
 * @param gravatar whether new users without a picture get their Gravatar address as one
 * @param usernameMin the characters of the shortest user name
 * @param usernameMax the characters of the longest user name
 */
public record Auth0Options(
    boolean upsert,
    boolean mergeMetadata,
    boolean keepEmailVerified,
    boolean gravatar,
    int usernameMin,
    int usernameMax) {}
