package dev.muster.app.console.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the language of a page: the query parameter {@code lang}, else the cookie that keeps an
 * earlier choice, else the browser's preference, else English.
 */
final class LanguageChoice {

  static final String PARAMETER = "lang";

  private LanguageChoice() {}

  /** The texts for a request. A language in the query is kept in a cookie. */
  static Texts texts(Context context, Cookies cookies) {
    List<Locale.LanguageRange> accepted = accepted(context.header("Accept-Language"));
    Optional<Language> asked =
        Optional.ofNullable(context.queryParam(PARAMETER)).flatMap(Language::named);
    asked.ifPresent(language -> cookies.keepLanguage(context, language));
    Language language =
        asked.or(() -> cookies.language(context)).or(() -> preferred(accepted)).orElse(Language.EN);
    return Texts.of(language, locale(language, accepted));
  }

  private static List<Locale.LanguageRange> accepted(@Nullable String header) {
    try {
      return header == null ? List.of() : Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException e) {
      return List.of(); // as if the browser had sent none
    }
  }

  private static Optional<Language> preferred(List<Locale.LanguageRange> accepted) {
    return accepted.stream()
        .filter(range -> range.getWeight() > 0)
        .flatMap(range -> Language.named(languageOf(range)).stream())
        .findFirst();
  }

  private static String languageOf(Locale.LanguageRange range) {
    return range.getRange().replaceFirst("-.*", "");
  }

  /** The locale of numbers and times: that of the browser's first range in the language. */
  private static Locale locale(Language language, List<Locale.LanguageRange> accepted) {
    return accepted.stream()
        .filter(range -> languageOf(range).equals(language.code()))
        .map(range -> Locale.forLanguageTag(range.getRange()).getCountry())
        .filter(country -> !country.isEmpty())
        .findFirst()
        .map(
            country -> new Locale.Builder().setLanguage(language.code()).setRegion(country).build())
        .orElse(language.locale());
  }
}
