package dev.muster.app.settings;

import dev.muster.app.format.Auth0Rules;
import java.util.List;

/**
 * The section {@code auth0}: records of Auth0, and limits of its job API.
 *
 * @param gravatar whether new users without a picture get their Gravatar address as one
 * @param usernameMin the characters of the shortest username
 * @param usernameMax the characters of the longest username
 * @param maxUsersBytes the size of the largest file of users that the job API accepts
 * @param activeJobs how many unfinished jobs of the job API there may be
 */
public record Auth0Settings(
    boolean gravatar, int usernameMin, int usernameMax, int maxUsersBytes, int activeJobs) {

  /** Auth0's defaults and limits; usernames of any usual length. */
  public static final Auth0Settings DEFAULTS = new Auth0Settings(true, 1, 128, 512_000, 2);

  static final List<String> KEYS =
      List.of("gravatar", "username_min", "username_max", "max_users_bytes", "active_jobs");

  private static final int USERNAME_MAX = 1_000;
  private static final int BYTES_MIN = 1_000;
  private static final int JOBS_MAX = 1_000_000;

  static Auth0Settings read(Section auth0) throws SettingsProblem {
    auth0.only(KEYS);
    int usernameMin = whole(auth0, "username_min", 1, USERNAME_MAX, DEFAULTS.usernameMin);
    return new Auth0Settings(
        auth0.flag("gravatar").orElse(DEFAULTS.gravatar),
        usernameMin,
        whole(
            auth0,
            "username_max",
            usernameMin,
            USERNAME_MAX,
            Math.max(usernameMin, DEFAULTS.usernameMax)),
        whole(auth0, "max_users_bytes", BYTES_MIN, Integer.MAX_VALUE, DEFAULTS.maxUsersBytes),
        whole(auth0, "active_jobs", 1, JOBS_MAX, DEFAULTS.activeJobs));
  }

  private static int whole(Section auth0, String key, int min, int max, int unset)
      throws SettingsProblem {
    return (int) auth0.whole(key, min, max).orElse(unset);
  }

  /** What an import of records needs. */
  public Auth0Rules records() {
    return new Auth0Rules(gravatar, usernameMin, usernameMax);
  }

  /** Whether records are read as with the settings of {@code other}. */
  boolean readsLike(Auth0Settings other) {
    return gravatar == other.gravatar
        && usernameMin == other.usernameMin
        && usernameMax == other.usernameMax;
  }

  /** These settings, except that records are read as with {@code other}. */
  Auth0Settings decidedBy(Auth0Settings other) {
    return new Auth0Settings(
        other.gravatar, other.usernameMin, other.usernameMax, maxUsersBytes, activeJobs);
  }
}
