package dev.muster.app.store;

import dev.muster.user.Key;
import java.util.function.Predicate;

/**
 * What an import knows, before it begins, of the keys that its records will give to users.
 *
 * @param records about how many records it has
 * @param mayRepeat false only for keys that at most one record gives to a user
 */
public record SurveyedKeys(long records, Predicate<Key> mayRepeat) {

  /** Nothing but the number of records is known: any key may repeat. */
  public static SurveyedKeys unknown(long records) {
    return new SurveyedKeys(records, key -> true);
  }
}
