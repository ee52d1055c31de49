package dev.muster.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.prepare.Candidate;
import dev.muster.read.Position;
import dev.muster.user.AccountEditor;
import dev.muster.user.Catalog;
import dev.muster.user.ExternalId;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.RealmRules;
import dev.muster.user.User;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatcherTest {

  private static final Key BOB = Key.of(LoginIdKind.USERNAME, "bob");
  private static final Key EXTERNAL = new ExternalId("ldap", "7").key();
  private static final Matcher MATCHER = new Matcher(1);

  @Test
  void nobodyHasTheKey() {
    assertThat(match(BOB, null)).isEqualTo(new Match.Unmatched());
  }

  @Test
  void oneUserOfTheRealmHasTheKey() {
    User bob = user(5, 1, "bob");
    assertThat(match(BOB, null, bob)).isEqualTo(new Match.Matched(bob));
  }

  @Test
  void usersOfOtherRealmsDoNotCount() {
    assertThat(match(BOB, null, user(5, 2, "bob"))).isEqualTo(new Match.Unmatched());
    User mine = user(6, 1, "bob");
    assertThat(match(BOB, null, user(5, 2, "bob"), mine)).isEqualTo(new Match.Matched(mine));
  }

  @Test
  void severalUsersOfTheRealmAreADispute() {
    assertThat(match(BOB, null, user(5, 1, "bob"), user(6, 1, "bob"), user(7, 2, "bob")))
        .isEqualTo(new Match.Disputed(List.of(5L, 6L)));
  }

  @Test
  void anExternalIdKnowsNoRealms() {
    User elsewhere = user(5, 2, "bob");
    assertThat(match(EXTERNAL, null, elsewhere)).isEqualTo(new Match.Matched(elsewhere));
  }

  @Test
  void whoMayOnlyChangeUsersOfTheRealmGetsADisputeAboutOthers() {
    User elsewhere = user(5, 2, "bob");
    User mine = user(6, 1, "bob");
    Matcher own = new Matcher(1, true);
    assertThat(match(own, Map.of(EXTERNAL, List.of(elsewhere))))
        .isEqualTo(new Match.Disputed(List.of(5L)));
    assertThat(match(own, Map.of(BOB, List.of(mine), EXTERNAL, List.of(elsewhere))))
        .isEqualTo(new Match.Disputed(List.of(6L, 5L)));
    assertThat(match(own, Map.of(BOB, List.of(mine, elsewhere))))
        .isEqualTo(new Match.Matched(mine));
  }

  @Test
  void whereTheNameIsComparedExactlyAnotherSpellingIsAnotherUser() {
    User bob = user(5, 1, "Bob");
    assertThat(match(BOB, "bob", bob)).isEqualTo(new Match.Unmatched());
    assertThat(match(BOB, "Bob", bob)).isEqualTo(new Match.Matched(bob));
  }

  /** Each key finds users by its own rules; what they find together counts. */
  @Test
  void severalKeysFindUsersTogether() {
    User bob = user(5, 1, "bob");
    User other = user(6, 1, "other");
    User elsewhere = user(7, 2, "bob");
    assertThat(match(Map.of())).isEqualTo(new Match.Unmatched());
    assertThat(match(Map.of(BOB, List.of(bob)))).isEqualTo(new Match.Matched(bob));
    assertThat(match(Map.of(EXTERNAL, List.of(bob)))).isEqualTo(new Match.Matched(bob));
    assertThat(match(Map.of(BOB, List.of(bob), EXTERNAL, List.of(bob))))
        .isEqualTo(new Match.Matched(bob));
    assertThat(match(Map.of(BOB, List.of(bob, elsewhere), EXTERNAL, List.of(bob))))
        .isEqualTo(new Match.Matched(bob));
    assertThat(match(Map.of(BOB, List.of(bob), EXTERNAL, List.of(other))))
        .isEqualTo(new Match.Disputed(List.of(5L, 6L)));
    assertThat(match(Map.of(BOB, List.of(bob), EXTERNAL, List.of(elsewhere))))
        .isEqualTo(new Match.Disputed(List.of(5L, 7L)));
  }

  /** What the keys BOB and EXTERNAL of one record find. */
  private static Match match(Map<Key, List<User>> found) {
    return match(MATCHER, found);
  }

  private static Match match(Matcher matcher, Map<Key, List<User>> found) {
    Map<Key, List<Owner>> owners = new HashMap<>();
    Map<Long, User> byNumber = new HashMap<>();
    found.forEach(
        (key, users) -> {
          users.forEach(user -> byNumber.put(user.id(), user));
          owners.put(key, users.stream().map(user -> new Owner(user.id(), user.realm())).toList());
        });
    Candidate candidate =
        new Candidate(new Position(0, 1), BOB, null, List.of(), List.of(), List.of(), null)
            .alsoIdentifiedBy(List.of(EXTERNAL));
    return matcher.match(
        candidate,
        new DirectoryView(owners, byNumber, Catalog.EMPTY, RealmRules.DEFAULTS, Set.of()));
  }

  private static Match match(Key key, @Nullable String exactly, User... users) {
    Map<Key, List<Owner>> owners = new HashMap<>();
    Map<Long, User> byNumber = new HashMap<>();
    for (User user : users) {
      byNumber.put(user.id(), user);
      owners.merge(
          key,
          List.of(new Owner(user.id(), user.realm())),
          (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream()).toList());
    }
    Candidate candidate =
        new Candidate(new Position(0, 1), key, exactly, List.of(), List.of(), List.of(), null);
    return MATCHER.match(
        candidate,
        new DirectoryView(owners, byNumber, Catalog.EMPTY, RealmRules.DEFAULTS, Set.of()));
  }

  private static User user(long id, int realm, String name) {
    AccountEditor editor = new AccountEditor(null);
    editor.loginId(LoginIdKind.USERNAME, LoginId.of(LoginIdKind.USERNAME, name));
    return new User(id, realm, editor.account(), Instant.EPOCH, Instant.EPOCH);
  }
}
