package dev.muster.app.cli.text;

import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Describes changes of uniqueness rules. */
public final class RuleChanges {

  private RuleChanges() {}

  /**
   * A description such as {@code email none (was realm), custom_attributes.badge realm (was none)}.
   */
  public static String words(Realm before, Realm after) {
    List<String> changes = new ArrayList<>();
    for (LoginIdKind kind : LoginIdKind.values()) {
      add(kind.wireName(), before.scopeOf(kind), after.scopeOf(kind), changes);
    }
    TreeSet<String> paths = new TreeSet<>(before.attributeScopes().keySet());
    paths.addAll(after.attributeScopes().keySet());
    for (String path : paths) {
      add(
          path,
          before.attributeScopes().getOrDefault(path, UniqueScope.NONE),
          after.attributeScopes().getOrDefault(path, UniqueScope.NONE),
          changes);
    }
    return String.join(", ", changes);
  }

  private static void add(
      String what, UniqueScope before, UniqueScope after, List<String> changes) {
    if (before != after) {
      changes.add(what + " " + after.wireName() + " (was " + before.wireName() + ")");
    }
  }
}
