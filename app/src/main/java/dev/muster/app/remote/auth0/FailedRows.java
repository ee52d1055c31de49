package dev.muster.app.remote.auth0;

import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of failed rows, which a server names by their contents only, with secrets
 * replaced.
 */
public final class FailedRows {

  private static final String REDACTED = "*****";
  private static final String REPEATED = "DUPLICATED_USER";
  private static final List<String> KEYS = List.of("email", "user_id", "username", "phone_number");
  private static final JsonParser PARSER = new JsonParser(10_000, Integer.MAX_VALUE);

  private final List<UserText> sent;
  private final List<Value> rows = new ArrayList<>();
  private final BitSet taken = new BitSet();

  /** Finds rows among the users of one job. */
  public FailedRows(List<UserText> sent) {
    this.sent = List.copyOf(sent);
    sent.forEach(user -> rows.add(parsed(user)));
  }

  private static Value parsed(UserText user) {
    try {
      return PARSER.parse(user.json(), 0, user.json().length);
    } catch (JsonSyntax e) {
      return Value.NULL; // every user was parsed before
    }
  }

  /** The user whose row failed; empty if the server's row is like none that was sent. */
  public Optional<UserText> find(RowErrors failed) {
    int place = place(failed, false);
    if (place < 0) {
      place = place(failed, true);
    }
    if (place < 0) {
      return Optional.empty();
    }
    taken.set(place);
    return Optional.of(sent.get(place));
  }

  /** Of equal rows the first succeeds, and the later ones fail as repeated. */
  private int place(RowErrors failed, boolean byKeys) {
    boolean repeated = failed.errors().stream().anyMatch(each -> each.code().equals(REPEATED));
    for (int i = 0; i < rows.size(); i++) {
      int place = repeated ? rows.size() - 1 - i : i;
      boolean fits =
          byKeys
              ? haveEqualKeys(failed.user(), rows.get(place))
              : isLike(failed.user(), rows.get(place));
      if (fits && !taken.get(place)) {
        return place;
      }
    }
    return -1;
  }

  private static boolean haveEqualKeys(Struct shown, Value row) {
    return row instanceof Struct members
        && KEYS.stream().anyMatch(shown::has)
        && KEYS.stream().allMatch(key -> isLike(shown.get(key), members.get(key)));
  }

  private static boolean isLike(@Nullable Value shown, @Nullable Value row) {
    if (shown == null || row == null) {
      return shown == row;
    }
    if (shown instanceof Value.Text text && text.text().equals(REDACTED)) {
      return true;
    }
    if (shown instanceof Struct one && row instanceof Struct other) {
      return one.size() == other.size() && membersAreLike(one, other);
    }
    if (shown instanceof Value.Array one && row instanceof Value.Array other) {
      return itemsAreLike(one.items(), other.items());
    }
    return shown.equals(row);
  }

  private static boolean membersAreLike(Struct shown, Struct row) {
    for (int i = 0; i < shown.size(); i++) {
      if (!isLike(shown.valueAt(i), row.get(shown.nameAt(i)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean itemsAreLike(List<Value> shown, List<Value> row) {
    for (int i = 0; i < shown.size() && shown.size() == row.size(); i++) {
      if (!isLike(shown.get(i), row.get(i))) {
        return false;
      }
    }
    return shown.size() == row.size();
  }
}
