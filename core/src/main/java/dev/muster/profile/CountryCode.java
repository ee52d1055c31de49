package dev.muster.profile;

import java.util.Locale;
import java.util.Set;

/**
 * The two-letter country codes of ISO 3166-1 in use, in capitals, as the Java platform has them.
 */
public final class CountryCode {

  private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

  private CountryCode() {}

  public static boolean isKnown(String text) {
    return KNOWN.contains(text);
  }
}
