package dev.muster.app.document;

import dev.muster.problem.Problem;
import dev.muster.value.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the first few unknown keys of roles or groups in problems. */
public final class UnknownKeys {

  private static final int NAMED_MAX = 10;

  private final Set<String> named = new LinkedHashSet<>();
  private boolean more;

  /** The unknown keys of one problem, usually none. */
  public static UnknownKeys of(Problem problem) {
    UnknownKeys keys = new UnknownKeys();
    keys.add(problem);
    return keys;
  }

  public void add(Problem problem) {
    if (problem.details().get("keys") instanceof Value.Array keys) {
      for (Value key : keys.items()) {
        if (key instanceof Value.Text text && !named.contains(text.text())) {
          more |= named.size() == NAMED_MAX || !named.add(text.text());
        }
      }
    }
  }

  /** A text to append to the message, such as {@code : editor, nurse}; empty without keys. */
  @Override
  public String toString() {
    return (named.isEmpty() ? "" : ": " + String.join(", ", named)) + (more ? " and others" : "");
  }
}
