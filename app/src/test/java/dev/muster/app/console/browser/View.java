package dev.muster.app.console.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;

/** How somebody looks at the console. */
record View(String language, ColorScheme colours, Size size) {

  /** What is used most. */
  static final View USUAL = new View("en", ColorScheme.LIGHT, Size.DESKTOP);

  /** Both languages, light and dark, desktop and phone, each with each. */
  static List<View> all() {
    return List.of("en", "fr").stream()
        .flatMap(
            language ->
                List.of(ColorScheme.LIGHT, ColorScheme.DARK).stream()
                    .flatMap(
                        colours ->
                            List.of(Size.values()).stream()
                                .map(size -> new View(language, colours, size))))
        .toList();
  }

  /** Each language, colour and size twice, with another one each time. */
  static List<View> samples() {
    return all().stream().filter(View::isSample).toList();
  }

  /** Whether it is one of {@link #samples}, of which pictures are taken. */
  boolean isSample() {
    boolean french = language.equals("fr");
    boolean dark = colours == ColorScheme.DARK;
    boolean phone = size == Size.PHONE;
    return french ^ dark ^ phone ^ true;
  }

  NewContextOptions options() {
    return new NewContextOptions()
        .setLocale(language.equals("fr") ? "fr-FR" : "en-GB")
        .setTimezoneId("Europe/Paris")
        .setColorScheme(colours)
        .setViewportSize(size.width, size.height)
        .setHasTouch(size == Size.PHONE);
  }

  @Override
  public String toString() {
    return (language + "-" + colours + "-" + size).toLowerCase(Locale.ROOT);
  }

  enum Size {
    DESKTOP(1280, 900),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Size(int width, int height) {
      this.width = width;
      this.height = height;
    }

    int width() {
      return width;
    }

    int height() {
      return height;
    }
  }
}
