package dev.muster.profile.csv;

import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import java.util.EnumSet;

/** The flags that a column has without being asked for. */
final class DefaultFlags {

  private DefaultFlags() {}

  /** A new set for a column of a kind; the realm's rules say which login ids are unique. */
  static EnumSet<Flag> of(ColumnKind kind, Realm realm) {
    EnumSet<Flag> flags = EnumSet.of(Flag.CREATE, Flag.UPDATE);
    switch (kind) {
      case SOURCE_ID -> flags.add(Flag.KEY);
      case EMAIL -> {
        flags.add(Flag.VERIFIED);
        addUniqueness(flags, realm.scopeOf(LoginIdKind.EMAIL));
      }
      case USERNAME -> addUniqueness(flags, realm.scopeOf(LoginIdKind.USERNAME));
      default -> {}
    }
    return flags;
  }

  private static void addUniqueness(EnumSet<Flag> flags, UniqueScope scope) {
    if (scope != UniqueScope.NONE) {
      flags.add(Flag.UNIQUE);
    }
    if (scope == UniqueScope.GLOBAL) {
      flags.add(Flag.GLOBALLY_UNIQUE);
    }
  }
}
