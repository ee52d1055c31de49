package dev.muster.profile.authgear;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Language tags of BCP 47 in canonical form: {@code en}, {@code zh-TW}, {@code zh-Hant-HK}, {@code
 * und}; neither {@code zh_TW} nor {@code ZH-tw} nor {@code iw}, which is {@code he} today.
 *
 * <p>OpenID Connect Core 1.0, section 5.1, mentions that some write {@code en_US}; Authgear refuses
 * it. Two-letter languages must exist; other subtags need only be well-formed.
 */
final class LocaleTag {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private LocaleTag() {}

  /** What is wrong with a tag; null if it is valid. */
  static @Nullable String complaint(String text) {
    if (isLanguageAndRegion(text)) {
      return null; // nearly all tags are this simple
    }
    if (text.equals(canonical(text))) {
      return null;
    }
    String meant = canonical(text.replace('_', '-'));
    return meant == null
        ? "must be a BCP 47 language tag such as zh-TW"
        : "must be a canonical BCP 47 language tag: " + meant;
  }

  /** The canonical form of a tag; null if it is ill-formed or its language unknown. */
  private static @Nullable String canonical(String text) {
    String tag = Locale.forLanguageTag(text).toLanguageTag();
    int end = tag.indexOf('-');
    String language = end < 0 ? tag : tag.substring(0, end);
    boolean plausible =
        language.length() == 2 ? LANGUAGES.contains(language) : language.length() <= 3;
    boolean illFormed = tag.equals("und") && !text.equalsIgnoreCase(tag);
    return plausible && !illFormed ? tag : null;
  }

  private static boolean isLanguageAndRegion(String text) {
    boolean shaped =
        text.length() == 2
            || (text.length() == 5
                && text.charAt(2) == '-'
                && isCapital(text.charAt(3))
                && isCapital(text.charAt(4)));
    return shaped && LANGUAGES.contains(text.substring(0, 2)) && !isReplaced(text);
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Whether a language code was replaced by another one; Java lists the old codes as well. */
  private static boolean isReplaced(String text) {
    return text.startsWith("iw") || text.startsWith("in") || text.startsWith("ji");
  }
}
