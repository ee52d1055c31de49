package dev.muster.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.user.AccountEditor;
import dev.muster.user.Catalog;
import dev.muster.user.ExternalId;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.RealmRules;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DirectoryViewTest {

  private static final String BADGE = "custom_attributes.badge";
  private static final Instant NOW = Instant.EPOCH;

  @Test
  void whatACreatedUserHasIsTaken() {
    DirectoryView view = view();
    User ann = user(1, "ann");
    view.absorb(null, ann);
    assertThat(view.owners(username("ann"))).containsExactly(new Owner(1, 1));
    assertThat(view.user(1)).isEqualTo(ann);
    assertThat(view.changes()).containsExactly(new UserChange(null, ann));
  }

  @Test
  void whatAnUpdateGivesUpIsFreeAtOnce() {
    User before = user(1, "ann");
    User after = user(1, "anna");
    DirectoryView view = view(before);
    view.absorb(before, after);
    assertThat(view.owners(username("ann"))).isEmpty();
    assertThat(view.owners(username("anna"))).containsExactly(new Owner(1, 1));
  }

  @Test
  void aFreedKeyCanBeTakenByAnother() {
    User ann = user(1, "ann");
    User anna = user(1, "anna");
    User other = user(2, "ann");
    DirectoryView view = view(ann);
    view.absorb(ann, anna);
    view.absorb(null, other);
    assertThat(view.owners(username("ann"))).containsExactly(new Owner(2, 1));
  }

  @Test
  void aKeyThatNeedNotBeUniqueHasSeveralOwners() {
    User ann = user(1, "ann");
    User again = user(2, "ann");
    DirectoryView view = view(ann);
    view.absorb(null, again);
    assertThat(view.owners(username("ann"))).containsExactly(new Owner(1, 1), new Owner(2, 1));
    view.absorb(ann, user(1, "x"));
    assertThat(view.owners(username("ann"))).containsExactly(new Owner(2, 1));
  }

  @Test
  void changesAreNetOfAllThatHappened() {
    User first = user(1, "ann");
    User second = user(1, "anna");
    User third = user(1, "annie");
    DirectoryView view = view(first);
    view.absorb(first, second);
    view.absorb(second, third);
    assertThat(view.changes()).containsExactly(new UserChange(first, third));
  }

  @Test
  void aUserWhoWasCreatedAndUpdatedIsOneNewUser() {
    User first = user(1, "ann");
    User second = user(1, "anna");
    DirectoryView view = view();
    view.absorb(null, first);
    view.absorb(first, second);
    assertThat(view.changes()).containsExactly(new UserChange(null, second));
  }

  @Test
  void whatWasLoadedStaysAsItWas() {
    User ann = user(1, "ann");
    Map<Key, List<Owner>> owners = Map.of(username("ann"), List.of(new Owner(1, 1)));
    DirectoryView view =
        new DirectoryView(owners, Map.of(1L, ann), Catalog.EMPTY, RealmRules.DEFAULTS, Set.of());
    view.absorb(ann, user(1, "anna"));
    assertThat(owners.get(username("ann"))).containsExactly(new Owner(1, 1));
  }

  @Test
  void aUserThatWasNotLoadedIsNotMadeUp() {
    assertThat(view().userOrNull(5)).isNull();
    assertThatThrownBy(() -> view().user(5)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keysAreLoginIdsExternalIdsAndTheAttributesAskedFor() {
    User ann =
        user(
            1,
            edit -> {
              edit.loginId(LoginIdKind.USERNAME, LoginId.of(LoginIdKind.USERNAME, "Ann"));
              edit.loginId(LoginIdKind.EMAIL, LoginId.of(LoginIdKind.EMAIL, "Ann@X"));
              edit.loginId(LoginIdKind.PHONE_NUMBER, LoginId.of(LoginIdKind.PHONE_NUMBER, "+1"));
              edit.addExternalId(new ExternalId("ldap", "7"));
              edit.attributes(
                  new Struct.Builder()
                      .put("name", Value.of("Ann"))
                      .put("zoneinfo", Value.of(""))
                      .build(),
                  new Struct.Builder().put("badge", new Value.Num("7")).put("n", ANY).build());
            });
    Set<String> keys = new TreeSet<>();
    DirectoryView.keysOf(
        ann.account(),
        Set.of("attributes.name", "attributes.zoneinfo", BADGE, "custom_attributes.n"),
        key -> keys.add(key.text()));
    assertThat(keys)
        .containsExactly(
            "aattributes.name=Ann",
            "acustom_attributes.badge=7",
            "eann@x",
            "p+1",
            "uann",
            "xldap:7");
  }

  private static final Value ANY = new Value.Array(List.of());

  private static DirectoryView view(User... users) {
    Map<Key, List<Owner>> owners = new java.util.HashMap<>();
    Map<Long, User> byNumber = new java.util.HashMap<>();
    for (User user : users) {
      byNumber.put(user.id(), user);
      DirectoryView.keysOf(
          user.account(),
          Set.of(BADGE),
          key -> owners.put(key, List.of(new Owner(user.id(), user.realm()))));
    }
    return new DirectoryView(owners, byNumber, Catalog.EMPTY, RealmRules.DEFAULTS, Set.of(BADGE));
  }

  private static Key username(String name) {
    return Key.of(LoginIdKind.USERNAME, name);
  }

  private static User user(long id, String name) {
    return user(
        id, edit -> edit.loginId(LoginIdKind.USERNAME, LoginId.of(LoginIdKind.USERNAME, name)));
  }

  private static User user(long id, Consumer<AccountEditor> edits) {
    AccountEditor editor = new AccountEditor(null);
    edits.accept(editor);
    return new User(id, 1, editor.account(), NOW, NOW);
  }
}
