package dev.muster.profile.auth0;

import dev.muster.user.ExternalId;

/**
 * User ids as Auth0 stores them: {@code auth0|} and the id of the record. Exports of Auth0 have the
 * prefix already, and it is not put before them again.
 */
final class UserIds {

  private static final String SOURCE = "auth0";
  private static final String PREFIX = "auth0|";

  private UserIds() {}

  static ExternalId of(String userId) {
    return new ExternalId(SOURCE, userId.startsWith(PREFIX) ? userId : PREFIX + userId);
  }
}
