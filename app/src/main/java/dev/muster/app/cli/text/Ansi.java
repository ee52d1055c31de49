package dev.muster.app.cli.text;

/**
 * Formats text for a terminal by ANSI escape sequences.
 *
 * @param colours whether to use colours; if not, text is unchanged
 */
public record Ansi(boolean colours) {

  public static final Ansi NONE = new Ansi(false);

  public String green(String text) {
    return in("32", text);
  }

  public String yellow(String text) {
    return in("33", text);
  }

  public String red(String text) {
    return in("31", text);
  }

  public String bold(String text) {
    return in("1", text);
  }

  private String in(String code, String text) {
    return colours ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
