package dev.muster.app.console.page;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The console's texts in one language, with numbers and times as usual in the reader's locale. The
 * texts are in {@code console/texts*.properties}, in ICU's message format. Thread-safe.
 */
public final class Texts {

  static final String BUNDLE = "console/texts";

  private final Language language;
  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Language language, Locale locale, ResourceBundle bundle) {
    this.language = language;
    this.locale = locale;
    this.bundle = bundle;
  }

  static Texts of(Language language, Locale locale) {
    return new Texts(language, locale, bundle(language));
  }

  static ResourceBundle bundle(Language language) {
    return bundle(BUNDLE, language);
  }

  /** A language's texts of a kind, by the name that their files begin with. */
  static ResourceBundle bundle(String name, Language language) {
    // the bundle without a suffix is English
    return bundle(name, language == Language.EN ? Locale.ROOT : language.locale());
  }

  /** The texts of a kind in the file of a suffix; the machine's own locale plays no part. */
  static ResourceBundle bundle(String name, Locale suffix) {
    return ResourceBundle.getBundle(
        name,
        suffix,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public Language language() {
    return language;
  }

  /** Whether there is a text. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /**
   * A text.
   *
   * @param namesAndValues the text's parameters: names and values in turn
   * @throws MissingResourceException if there is no such text
   */
  public String text(String key, Object... namesAndValues) {
    String pattern = bundle.getString(key);
    return pattern.indexOf('{') < 0 ? pattern : formatted(pattern, namesAndValues);
  }

  private String formatted(String pattern, Object... namesAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return new MessageFormat(pattern, locale).format(values);
  }

  /** A number, such as {@code 12,345}. */
  public String number(long number) {
    return formatted("{number, number}", "number", number);
  }

  /** A date and time of day in the server's time zone, which is named. */
  public String time(Instant at) {
    return formatted(
        "{at, date, medium} {at, time, short} {at, date, ::z}", "at", at.toEpochMilli());
  }
}
