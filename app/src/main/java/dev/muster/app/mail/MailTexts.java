package dev.muster.app.mail;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of mail in one language. */
final class MailTexts {

  private final Locale locale;
  private final ResourceBundle texts;

  /**
   * Reads the texts.
   *
   * @param language an ISO 639 code for which there are texts
   */
  MailTexts(String language) {
    this.locale = Locale.forLanguageTag(language);
    this.texts =
        ResourceBundle.getBundle(
            "mail/texts",
            locale,
            // a text that is missing is in English, whatever the locale of this machine
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String language() {
    return locale.toLanguageTag();
  }

  /** A text; numbers and times are written as usual in the language. */
  String of(String key, Object... values) {
    return new MessageFormat(texts.getString(key), locale).format(values);
  }
}
