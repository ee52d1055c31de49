package dev.muster.app.console.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language of the console. */
public enum Language {
  EN("en", "English"),
  FR("fr", "Français");

  private final String code;
  private final String ownName;

  Language(String code, String ownName) {
    this.code = code;
    this.ownName = ownName;
  }

  /** The ISO 639 code, such as {@code en}. */
  public String code() {
    return code;
  }

  /** The language's name in that language. */
  public String ownName() {
    return ownName;
  }

  Locale locale() {
    return Locale.forLanguageTag(code);
  }

  static Optional<Language> named(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
