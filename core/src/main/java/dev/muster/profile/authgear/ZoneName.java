package dev.muster.profile.authgear;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of the IANA time zone database that have a slash: {@code Europe/Paris} and {@code
 * Etc/UTC}, but neither {@code UTC} nor {@code CET}. OpenID Connect Core 1.0, section 5.1, wants
 * {@code zoneinfo} to be such a name.
 */
final class ZoneName {

  /** The names that Java knows, without the family SystemV, which the database never had. */
  private static final Set<String> KNOWN =
      ZoneId.getAvailableZoneIds().stream()
          .filter(name -> name.indexOf('/') > 0 && !name.startsWith("SystemV/"))
          .collect(Collectors.toUnmodifiableSet());

  private ZoneName() {}

  static boolean isKnown(String text) {
    return KNOWN.contains(text);
  }
}
