package dev.muster.app.store.directory;

import dev.muster.match.DirectoryView;
import dev.muster.user.Account;
import dev.muster.user.Key;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The rules of one realm, as the index on {@code login_keys} enforces them. */
public final class KeyScopes {

  private final Realm realm;

  public KeyScopes(Realm realm) {
    this.realm = realm;
  }

  /** Calls {@code action} with every key that a user of the realm has. */
  public void keysOf(Account account, Consumer<Key> action) {
    DirectoryView.keysOf(account, realm.attributeScopes().keySet(), action);
  }

  /** True when no key of a user has changed; spares most updates a comparison of sets. */
  boolean sameKeys(Account before, Account after) {
    return realm.attributeScopes().isEmpty()
        && Objects.equals(before.username(), after.username())
        && Objects.equals(before.email(), after.email())
        && Objects.equals(before.phoneNumber(), after.phoneNumber())
        && before.externalIds().equals(after.externalIds());
  }

  /**
   * The scope number under which a user's key is indexed: equal numbers collide.
   *
   * @param owner whose key it is, a user of this realm
   */
  public long scopeNumber(Key key, User owner) {
    return switch (scope(key)) {
      case REALM -> owner.realm();
      case GLOBAL -> 0;
      case NONE -> -owner.id();
    };
  }

  UniqueScope scope(Key key) {
    return switch (key.text().charAt(0)) {
      case 'u' -> realm.scopeOf(LoginIdKind.USERNAME);
      case 'e' -> realm.scopeOf(LoginIdKind.EMAIL);
      case 'p' -> realm.scopeOf(LoginIdKind.PHONE_NUMBER);
      case 'x' -> UniqueScope.GLOBAL;
      default -> realm.attributeScopes().getOrDefault(key.attributePath(), UniqueScope.NONE);
    };
  }

  /** A realm with rules that were written down as {@link #rules} has them. */
  static Realm recorded(int number, String name, Struct rules) {
    Map<LoginIdKind, UniqueScope> loginIds = new EnumMap<>(LoginIdKind.class);
    Map<String, UniqueScope> attributes = new TreeMap<>();
    for (int i = 0; i < rules.size(); i++) {
      String what = rules.nameAt(i);
      UniqueScope scope =
          UniqueScope.valueOf(((Value.Text) rules.valueAt(i)).text().toUpperCase(Locale.ROOT));
      Arrays.stream(LoginIdKind.values())
          .filter(kind -> kind.wireName().equals(what))
          .findAny()
          .ifPresentOrElse(kind -> loginIds.put(kind, scope), () -> attributes.put(what, scope));
    }
    return new Realm(number, name, loginIds, attributes);
  }

  /** The rules as they are written down. */
  Struct rules() {
    TreeMap<String, Value> rules = new TreeMap<>();
    for (LoginIdKind kind : LoginIdKind.values()) {
      rules.put(kind.wireName(), Value.of(realm.scopeOf(kind).wireName()));
    }
    realm.attributeScopes().forEach((path, scope) -> rules.put(path, Value.of(scope.wireName())));
    return Struct.copyOf(rules);
  }
}
