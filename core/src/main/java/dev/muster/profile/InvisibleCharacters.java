package dev.muster.profile;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Remark;
import dev.muster.problem.ShownText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Warns about an invisible character in a text that identifies somebody or something: nobody sees
 * it, and nobody types it to log in. Blanks other than that of the keyboard, such as the no-break
 * space, count too. The text is stored with it.
 *
 * @param field the name of the text's field
 * @param text the text as the input has it
 */
public record InvisibleCharacters(String field, String text) implements Wish {

  /** Between the control characters of ASCII and this one, every character is visible. */
  private static final char FIRST_AFTER_ASCII = '\u007f';

  /** A blank that people type where characters are as wide as they are high. */
  private static final char WIDE_BLANK = '\u3000';

  /** Adds the warning to a record's wishes if the text has an invisible character. */
  public static void warn(List<Wish> wishes, String field, String text) {
    if (first(text) >= 0) {
      wishes.add(new InvisibleCharacters(field, text));
    }
  }

  /** The warning about a field; empty if its text has no invisible character. */
  public static Optional<String> warning(String field, String text) {
    int first = first(text);
    return first < 0
        ? Optional.empty()
        : Optional.of(
            either(text, first, Remark.INVISIBLE_BLANK_IN, Remark.INVISIBLE_CHARACTER_IN)
                .with(field, name(text, first), quoted(text)));
  }

  /** The warning about a text; empty if it has no invisible character. */
  public static Optional<String> warning(String text) {
    int first = first(text);
    return first < 0
        ? Optional.empty()
        : Optional.of(
            either(text, first, Remark.INVISIBLE_BLANK, Remark.INVISIBLE_CHARACTER)
                .with(name(text, first), quoted(text)));
  }

  /** A sentence to add to the message about a wrong text; empty if all of it is visible. */
  public static String hint(String text) {
    int first = first(text);
    if (first < 0) {
      return "";
    }
    Remark hint = either(text, first, Remark.INVISIBLE_BLANK_HINT, Remark.INVISIBLE_CHARACTER_HINT);
    return " " + hint.with(name(text, first));
  }

  @Override
  public boolean grant(Draft draft) {
    warning(field, text).ifPresent(draft::warn);
    return false;
  }

  /** The index of the first invisible character; -1 if there is none. */
  private static int first(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c >= FIRST_AFTER_ASCII)
          && (isUnusualBlank(c)
              || Character.isISOControl(c)
              || ShownText.isInvisible(text.codePointAt(i)))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isUnusualBlank(char c) {
    return c != ' ' && c != WIDE_BLANK && Character.isSpaceChar(c);
  }

  private static Remark either(String text, int first, Remark blank, Remark character) {
    return isUnusualBlank(text.charAt(first)) ? blank : character;
  }

  private static String name(String text, int first) {
    int c = text.codePointAt(first);
    String name = Character.getName(c);
    return String.format(Locale.ROOT, "U+%04X", c)
        + (name == null ? "" : ", " + name.toLowerCase(Locale.ROOT));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : ShownText.quoted(text).toCharArray()) {
      if (isUnusualBlank(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
