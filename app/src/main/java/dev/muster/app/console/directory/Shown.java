package dev.muster.app.console.directory;

import dev.muster.app.document.Printable;
import dev.muster.app.json.JsonText;
import dev.muster.value.Value;
import org.jspecify.annotations.Nullable;

/** Values of the directory as pages show them: safe to print, and not too long. */
public final class Shown {

  /** In lists, whose pages stay below 200 KB whatever the values are. */
  private static final int IN_LISTS = 60;

  private static final int ON_PAGES = 400;
  private static final int MESSAGES = 800;

  private Shown() {}

  /** A value in a list. */
  public static String inList(@Nullable String text) {
    return text == null ? "" : cut(text, IN_LISTS);
  }

  /** A value on the page of its user. */
  public static String onPage(@Nullable String text) {
    return text == null ? "" : cut(text, ON_PAGES);
  }

  /** A message of the importer, which has several sentences at the most. */
  public static String message(@Nullable String text) {
    return text == null ? "" : cut(text, MESSAGES);
  }

  /** An attribute's value. Texts are shown as they are, others as JSON. */
  static String onPage(Value value) {
    return onPage(value instanceof Value.Text text ? text.text() : JsonText.of(value));
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return Printable.of(text);
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return Printable.of(text.substring(0, end)) + "…";
  }
}
