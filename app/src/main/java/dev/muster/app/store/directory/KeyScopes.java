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

/**
 * The uniqueness rules of one realm, in the form in which the index on {@code login_keys} enforces
 * them.
 */
public final class KeyScopes {

  private final Realm realm;

  public KeyScopes(Realm realm) {
    this.realm = realm;
  }

  /** Calls {@code action} with every key that a user of the realm has. */
  public void keysOf(Account account, Consumer<Key> action) {
    DirectoryView.keysOf(account, realm.attributeScopes().keySet(), action);
  }

  /**
   * True if no login id or external id has changed and no attribute is a key. This avoids comparing
   * sets of keys in most updates.
   */
  boolean sameKeys(Account before, Account after) {
    return realm.attributeScopes().isEmpty()
        && Objects.equals(before.username(), after.username())
        && Objects.equals(before.email(), after.email())
        && Objects.equals(before.phoneNumber(), after.phoneNumber())
        && before.externalIds().equals(after.externalIds());
  }

  /**
   * The scope number under which a user's key is indexed. Equal keys with equal scope numbers
   * collide.
   *
   * @param owner the user who has the key, of this realm
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

  /** A realm with rules that were stored in the form of {@link #rules}. */
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

  /** The rules in the form in which they are stored. */
  Struct rules() {
    TreeMap<String, Value> rules = new TreeMap<>();
    for (LoginIdKind kind : LoginIdKind.values()) {
      rules.put(kind.wireName(), Value.of(realm.scopeOf(kind).wireName()));
    }
    realm.attributeScopes().forEach((path, scope) -> rules.put(path, Value.of(scope.wireName())));
    return Struct.copyOf(rules);
  }
}
