package dev.muster.app.store;

import static dev.muster.app.store.RandomUsers.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.match.DirectoryView;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.ExternalId;
import dev.muster.user.Key;
import dev.muster.user.LoginIdKind;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What any directory has to do. Users given before the first question may lie anywhere below. */
public abstract class DirectoryContract {

  public static final String NAME = "attributes.name";

  /**
   * A directory seen from realm 1, whose login ids are unique within {@code scope}, with names
   * looked up for the run; {@code before} is there already, written from each user's own realm.
   */
  abstract Directory directory(UniqueScope scope, User... before);

  @Test
  void nobodyIsFoundInAnEmptyDirectory() {
    DirectoryView view = load(directory(UniqueScope.REALM), email("a"));
    assertThat(view.owners(email("a"))).isEmpty();
    assertThat(view.userOrNull(1)).isNull();
  }

  @Test
  void whatIsAppliedIsFoundByEveryKey() {
    User ann = user(1, 1, "email=Ann@x", "username=Ann", "phone=+1", "id=7", "badge=b", "name=Ann");
    Directory directory = directory(UniqueScope.REALM);
    apply(directory, new UserChange(null, ann));
    for (Key key :
        List.of(
            email("ann@x"), username("ann"), phone("+1"), external("7"), badge("b"), name("Ann"))) {
      DirectoryView view = load(directory, key);
      assertThat(view.owners(key)).as(key.text()).containsExactly(new Owner(1, 1));
      assertThat(view.user(1)).as(key.text()).isEqualTo(ann);
    }
  }

  /** Keys too long for an index of PostgreSQL, of users written before and by the import. */
  @Test
  void valuesOfAnyLengthAreFound() {
    String old = LongTexts.random(1, 10_000);
    String added = LongTexts.random(2, 10_000);
    Directory directory = directory(UniqueScope.REALM, user(1, 1, "badge=" + old, "name=" + old));
    apply(
        directory,
        new UserChange(null, user(2, 1, "badge=" + added, "name=" + added)),
        new UserChange(null, user(3, 1, "badge=3", "name=3")),
        new UserChange(null, user(4, 1, "badge=4", "name=4")));
    for (Key key : List.of(badge(old), name(old))) {
      assertThat(load(directory, key).owners(key)).containsExactly(new Owner(1, 1));
    }
    for (Key key : List.of(badge(added), name(added))) {
      assertThat(load(directory, key).owners(key)).containsExactly(new Owner(2, 1));
    }
    assertThat(load(directory, name("4")).owners(name("4"))).containsExactly(new Owner(4, 1));
    Key other = name(added.substring(1));
    assertThat(load(directory, other).owners(other)).isEmpty();
  }

  @Test
  void keysThatAreNoIdentitiesTellTheirOwnersToo() {
    Directory directory =
        directory(UniqueScope.REALM, user(1, 1, "email=a"), user(2, 1, "email=b"));
    DirectoryView view =
        directory.load(
            new ChunkQuery(Set.of(email("a")), Set.of(email("b")), Set.of(email("c")), Set.of()));
    assertThat(view.owners(email("b"))).containsExactly(new Owner(2, 1));
    assertThat(view.owners(email("c"))).isEmpty();
  }

  @Test
  void usersAreFoundByNumber() {
    User ann = user(1, 1, "email=a");
    DirectoryView view =
        directory(UniqueScope.REALM, ann).load(ChunkQuery.aboutUsers(Set.of(1L, 5L)));
    assertThat(view.userOrNull(1)).isEqualTo(ann);
    assertThat(view.userOrNull(5)).isNull();
  }

  @Test
  void anUpdateMovesKeys() {
    User before = user(1, 1, "email=a", "badge=1", "name=n", "id=7");
    User after = user(1, 1, "email=b", "badge=2", "name=m", "id=7", "id=8");
    Directory directory = directory(UniqueScope.REALM, before);
    apply(directory, new UserChange(before, after));
    for (Key gone : List.of(email("a"), badge("1"), name("n"))) {
      assertThat(load(directory, gone).owners(gone)).as(gone.text()).isEmpty();
    }
    for (Key there : List.of(email("b"), badge("2"), name("m"), external("7"), external("8"))) {
      assertThat(load(directory, there).user(1)).as(there.text()).isEqualTo(after);
    }
  }

  @Test
  void anUpdateWithoutNewKeysIsKept() {
    User before = user(1, 1, "email=a");
    User after = user(1, 1, "email=A");
    Directory directory = directory(UniqueScope.REALM, before);
    apply(directory, new UserChange(before, after));
    assertThat(load(directory, email("a")).user(1)).isEqualTo(after);
    apply(directory, new UserChange(after, before));
    assertThat(load(directory, email("a")).user(1)).isEqualTo(before);
  }

  @Test
  void aKeyThatOneFreesAnotherTakesInTheSameChunk() {
    User ann = user(1, 1, "username=u", "badge=b");
    User bob = user(2, 1, "username=v");
    Directory directory = directory(UniqueScope.REALM, ann, bob);
    apply(
        directory,
        new UserChange(bob, user(2, 1, "username=u", "badge=b")),
        new UserChange(ann, user(1, 1, "username=v")),
        new UserChange(null, user(3, 1, "username=w")));
    assertThat(load(directory, username("u")).owners(username("u")))
        .containsExactly(new Owner(2, 1));
    assertThat(load(directory, username("v")).owners(username("v")))
        .containsExactly(new Owner(1, 1));
    assertThat(load(directory, badge("b")).owners(badge("b"))).containsExactly(new Owner(2, 1));
  }

  @Test
  void realmsDoNotGetInEachOthersWay() {
    Directory directory = directory(UniqueScope.REALM, user(1, 2, "username=u", "badge=b"));
    apply(directory, new UserChange(null, user(2, 1, "username=u", "badge=b")));
    assertThat(load(directory, username("u")).owners(username("u")))
        .containsExactlyInAnyOrder(new Owner(1, 2), new Owner(2, 1));
    assertThat(load(directory, badge("b")).owners(badge("b")))
        .containsExactlyInAnyOrder(new Owner(1, 2), new Owner(2, 1));
  }

  @Test
  void whatNeedNotBeUniqueHasSeveralOwners() {
    Directory directory = directory(UniqueScope.NONE, user(1, 1, "username=u", "name=n"));
    User second = user(2, 1, "username=u", "name=n");
    apply(directory, new UserChange(null, second));
    assertThat(load(directory, username("u")).owners(username("u")))
        .containsExactlyInAnyOrder(new Owner(1, 1), new Owner(2, 1));
    assertThat(load(directory, name("n")).owners(name("n")))
        .containsExactlyInAnyOrder(new Owner(1, 1), new Owner(2, 1));
    apply(directory, new UserChange(second, user(2, 1, "username=v")));
    assertThat(load(directory, username("u")).owners(username("u")))
        .containsExactly(new Owner(1, 1));
  }

  @Test
  void whatIsUniqueEverywhereShowsItsOwnerInAnotherRealm() {
    Directory directory = directory(UniqueScope.GLOBAL, user(1, 2, "username=u"));
    assertThat(load(directory, username("u")).owners(username("u")))
        .containsExactly(new Owner(1, 2));
  }

  /** External ids know no realms, so an import may change a user of another one. */
  @Test
  void aUserOfAnotherRealmKeepsItsOwnRealmsKeys() {
    User before = user(1, 2, "email=a", "id=7");
    User after = user(1, 2, "email=b", "id=7");
    Directory directory = directory(UniqueScope.REALM, before);
    assertThat(load(directory, external("7")).user(1)).isEqualTo(before);
    apply(directory, new UserChange(before, after));
    assertThat(load(directory, email("a")).owners(email("a"))).isEmpty();
    assertThat(load(directory, email("b")).owners(email("b"))).containsExactly(new Owner(1, 2));
    apply(directory, new UserChange(null, user(2, 1, "email=a")));
    apply(directory, new UserChange(null, user(3, 1, "email=b")));
    assertThat(load(directory, email("b")).owners(email("b")))
        .containsExactlyInAnyOrder(new Owner(1, 2), new Owner(3, 1));
  }

  @Test
  void everythingOfAUserComesBackAsItWent() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Directory directory = directory(UniqueScope.NONE);
    User before = null;
    for (int i = 0; i < 50; i++) {
      User made = RandomUsers.random(random, 1);
      User after =
          before == null
              ? new User(1, 1, made.account(), made.createdAt(), made.updatedAt())
              : before.with(made.account(), made.updatedAt());
      apply(directory, new UserChange(before, after));
      User found = directory.load(ChunkQuery.aboutUsers(Set.of(1L))).user(1);
      assertThat(found).as("seed %d", seed).isEqualTo(after);
      before = after;
    }
  }

  static void apply(Directory directory, UserChange... changes) {
    directory.apply(Arrays.asList(changes));
  }

  /** Looks a key up; the directory must not deny it an owner that it has. */
  static DirectoryView load(Directory directory, Key identity) {
    boolean mayHaveOwner = directory.mayHaveOwner().test(identity);
    DirectoryView view =
        directory.load(new ChunkQuery(Set.of(identity), Set.of(), Set.of(), Set.of()));
    assertThat(mayHaveOwner || view.owners(identity).isEmpty()).isTrue();
    return view;
  }

  static Key email(String canonical) {
    return Key.of(LoginIdKind.EMAIL, canonical);
  }

  static Key username(String canonical) {
    return Key.of(LoginIdKind.USERNAME, canonical);
  }

  private static Key phone(String number) {
    return Key.of(LoginIdKind.PHONE_NUMBER, number);
  }

  private static Key external(String id) {
    return new ExternalId("ldap", id).key();
  }

  private static Key badge(String value) {
    return Key.ofAttribute("custom_attributes.badge", value);
  }

  static Key name(String value) {
    return Key.ofAttribute(NAME, value);
  }
}
