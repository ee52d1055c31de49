package dev.muster.app.settings;

import dev.muster.user.LoginIdKind;
import dev.muster.user.UniqueScope;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the section {@code realms}: the scope in which each kind of login id is unique. */
final class RealmsSection {

  static final List<String> KEYS = List.of("unique");
  static final List<String> UNIQUE_KEYS =
      Stream.of(LoginIdKind.values()).map(LoginIdKind::wireName).toList();

  private RealmsSection() {}

  static Map<String, Map<LoginIdKind, UniqueScope>> read(Section realms) throws SettingsProblem {
    Map<String, Map<LoginIdKind, UniqueScope>> byName = new LinkedHashMap<>();
    for (String name : realms.keys()) {
      Section realm = realms.section(name);
      realm.only(KEYS);
      byName.put(name, scopes(realm.section("unique")));
    }
    return byName;
  }

  private static Map<LoginIdKind, UniqueScope> scopes(Section unique) throws SettingsProblem {
    unique.only(UNIQUE_KEYS);
    Map<LoginIdKind, UniqueScope> scopes = new EnumMap<>(LoginIdKind.class);
    for (LoginIdKind kind : LoginIdKind.values()) {
      Optional<String> scope = unique.text(kind.wireName());
      if (scope.isPresent()) {
        scopes.put(kind, scope(unique, kind.wireName(), scope.get()));
      }
    }
    return scopes;
  }

  /** The scope with a name; {@code key} is used in the message if there is no such scope. */
  static UniqueScope scope(Section section, String key, String name) throws SettingsProblem {
    for (UniqueScope scope : UniqueScope.values()) {
      if (scope.wireName().equals(name)) {
        return scope;
      }
    }
    throw section.problem(key, name + " is none of realm, global, none");
  }
}
