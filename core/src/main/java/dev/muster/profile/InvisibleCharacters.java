package dev.muster.profile;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.ShownText;
import java.util.List;

/**
 * Warns about an invisible character in a login id: nobody sees it, and nobody types it to log in.
 * The login id is stored with it.
 *
 * @param field the name of the login id's field
 * @param text the login id as the input has it
 */
public record InvisibleCharacters(String field, String text) implements Wish {

  /** Adds the warning to a record's wishes if the text has an invisible character. */
  public static void warn(List<Wish> wishes, String field, String text) {
    if (ShownText.firstInvisible(text) >= 0) {
      wishes.add(new InvisibleCharacters(field, text));
    }
  }

  /** The warning about a text, which has an invisible character. */
  public static String message(String text) {
    return "the invisible character "
        + ShownText.nameOfInvisible(text)
        + ", is kept in "
        + ShownText.quoted(text);
  }

  @Override
  public boolean grant(Draft draft) {
    draft.warn(field + ": " + message(text));
    return false;
  }
}
