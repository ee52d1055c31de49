package dev.muster.app.settings;

import java.util.List;
import java.util.OptionalLong;

/**
 * The section {@code authgear}: limits of Authgear's User Import API.
 *
 * @param quotaPerDay how many records all its imports of a UTC day may have together; empty for no
 *     limit
 * @param quotaPerMonth the same for a month
 * @param maxRequestBytes the size of the largest request
 */
public record AuthgearSettings(
    OptionalLong quotaPerDay, OptionalLong quotaPerMonth, int maxRequestBytes) {

  /** No quota, and the largest request of Authgear's published pages. */
  public static final AuthgearSettings DEFAULTS =
      new AuthgearSettings(OptionalLong.empty(), OptionalLong.empty(), 500_000);

  static final List<String> KEYS = List.of("quota_per_day", "quota_per_month", "max_request_bytes");

  private static final long QUOTA_MAX = 1_000_000_000_000L;
  private static final int BYTES_MIN = 1_000;

  /** Requests and answers are held in memory. */
  private static final int BYTES_MAX = 10_000_000;

  static AuthgearSettings read(Section authgear) throws SettingsProblem {
    authgear.only(KEYS);
    return new AuthgearSettings(
        authgear.whole("quota_per_day", 1, QUOTA_MAX),
        authgear.whole("quota_per_month", 1, QUOTA_MAX),
        (int)
            authgear
                .whole("max_request_bytes", BYTES_MIN, BYTES_MAX)
                .orElse(DEFAULTS.maxRequestBytes));
  }
}
