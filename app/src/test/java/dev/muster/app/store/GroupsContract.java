package dev.muster.app.store;

import static dev.muster.app.store.RandomUsers.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.user.GroupId;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What any store's groups have to do. */
abstract class GroupsContract {

  private static final Realm REALM = RandomUsers.realm(1, UniqueScope.REALM);
  private static final Realm OTHER_REALM = RandomUsers.realm(2, UniqueScope.REALM);
  private static final GroupId STAFF = new GroupId(null, "staff");
  private static final GroupId WIKI_STAFF = new GroupId("wiki", "staff");
  private static final GroupId WIKI_ALL = new GroupId("wiki", "all");
  private static final GroupId BLOG_STAFF = new GroupId("blog", "staff");

  private Session store;

  /** A directory of its own with the realms 1 and 2. */
  abstract Session emptyStore();

  private Groups groups() {
    return store.groups();
  }

  @BeforeEach
  void open() {
    store = emptyStore();
    store.services().create("wiki");
    store.services().create("blog");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theSameNameWithAndWithoutAServiceIsTwoGroups() {
    groups().create(REALM, WIKI_STAFF);
    assertThat(groups().exists(REALM, WIKI_STAFF)).isTrue();
    assertThat(groups().exists(REALM, STAFF)).isFalse();
    assertThat(groups().exists(REALM, BLOG_STAFF)).isFalse();
    assertThat(groups().exists(REALM, new GroupId("none", "staff"))).isFalse();
    groups().create(REALM, STAFF);
    assertThat(groups().exists(REALM, STAFF)).isTrue();
  }

  @Test
  void aGroupWithoutAServiceIsOneOfItsRealm() {
    groups().create(REALM, STAFF);
    groups().create(OTHER_REALM, WIKI_STAFF);
    assertThat(groups().exists(OTHER_REALM, STAFF)).isFalse();
    assertThat(groups().exists(REALM, WIKI_STAFF)).isTrue();
    assertThat(store.catalogs().groups(REALM))
        .singleElement()
        .hasToString("Role[key=staff, name=staff]");
    assertThat(groups().all(REALM)).containsExactly(STAFF, WIKI_STAFF);
    assertThat(groups().all(OTHER_REALM)).containsExactly(WIKI_STAFF);
  }

  @Test
  void groupsAreSortedByServiceAndName() {
    GroupId other = new GroupId(null, "other");
    make(WIKI_STAFF, STAFF, BLOG_STAFF, WIKI_ALL, other);
    make(WIKI_STAFF, STAFF);
    assertThat(groups().all(REALM)).containsExactly(other, STAFF, BLOG_STAFF, WIKI_ALL, WIKI_STAFF);
  }

  @Test
  void aGroupNeedsItsService() {
    assertThatThrownBy(() -> groups().create(REALM, new GroupId("none", "staff")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none");
  }

  @Test
  void linksAreSeenFromBothEnds() throws GroupCycle {
    make(STAFF, WIKI_STAFF, WIKI_ALL, BLOG_STAFF);
    groups().link(REALM, STAFF, WIKI_STAFF);
    groups().link(REALM, STAFF, WIKI_STAFF);
    groups().link(REALM, STAFF, BLOG_STAFF);
    groups().link(REALM, WIKI_STAFF, WIKI_ALL);
    assertThat(groups().subgroups(REALM, STAFF)).containsExactly(BLOG_STAFF, WIKI_STAFF);
    assertThat(groups().subgroups(REALM, WIKI_STAFF)).containsExactly(WIKI_ALL);
    assertThat(groups().subgroups(REALM, WIKI_ALL)).isEmpty();
    assertThat(groups().subgroups(REALM, new GroupId("wiki", "none"))).isEmpty();
    assertThat(groups().ancestors(REALM, WIKI_ALL)).containsExactly(STAFF, WIKI_STAFF);
    assertThat(groups().ancestors(REALM, STAFF)).isEmpty();
  }

  @Test
  void aRealmDoesNotSeeTheGroupsOfAnother() throws GroupCycle {
    make(STAFF, WIKI_STAFF);
    GroupId theirs = new GroupId(null, "theirs");
    groups().create(OTHER_REALM, theirs);
    groups().link(OTHER_REALM, theirs, WIKI_STAFF);
    groups().link(OTHER_REALM, WIKI_STAFF, theirs("under"));
    groups().link(REALM, STAFF, WIKI_STAFF);
    assertThat(groups().ancestors(REALM, WIKI_STAFF)).containsExactly(STAFF);
    assertThat(groups().ancestors(OTHER_REALM, WIKI_STAFF)).containsExactly(theirs);
    assertThat(groups().subgroups(REALM, WIKI_STAFF)).isEmpty();
    assertThat(groups().subgroups(OTHER_REALM, WIKI_STAFF)).hasSize(1);
  }

  private GroupId theirs(String name) {
    GroupId group = new GroupId(null, name);
    groups().create(OTHER_REALM, group);
    return group;
  }

  @Test
  void noGroupIsASubgroupOfItself() throws GroupCycle {
    make(STAFF, WIKI_STAFF, WIKI_ALL);
    assertThatThrownBy(() -> groups().link(REALM, STAFF, STAFF))
        .isInstanceOf(GroupCycle.class)
        .hasMessage("group staff would be a subgroup of itself: staff > staff");
    groups().link(REALM, STAFF, WIKI_STAFF);
    groups().link(REALM, WIKI_STAFF, WIKI_ALL);
    assertThatThrownBy(() -> groups().link(REALM, WIKI_ALL, STAFF))
        .isInstanceOf(GroupCycle.class)
        .hasMessage(
            "group all of service wiki would be a subgroup of itself: all of service wiki"
                + " > staff > staff of service wiki > all of service wiki");
    assertThat(groups().subgroups(REALM, WIKI_ALL)).isEmpty();
  }

  /** Ways that part and meet again are no circle. */
  @Test
  void aGroupMayBeReachedInTwoWays() throws GroupCycle {
    make(STAFF, WIKI_STAFF, BLOG_STAFF, WIKI_ALL);
    groups().link(REALM, WIKI_STAFF, WIKI_ALL);
    groups().link(REALM, BLOG_STAFF, WIKI_ALL);
    groups().link(REALM, STAFF, WIKI_STAFF);
    groups().link(REALM, STAFF, BLOG_STAFF);
    assertThat(groups().ancestors(REALM, WIKI_ALL)).containsExactly(STAFF, BLOG_STAFF, WIKI_STAFF);
  }

  @Test
  void aLinkNeedsBothItsEnds() {
    make(STAFF);
    assertThatThrownBy(() -> groups().link(REALM, STAFF, WIKI_STAFF))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("wiki");
    assertThatThrownBy(() -> groups().link(REALM, WIKI_STAFF, STAFF))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("wiki");
  }

  @Test
  void membersAreThoseWhoseOwnGroupsSaySo() {
    put(
        user(1, 1, "username=ann", "group=staff"),
        user(2, 1, "username=bob", "group=wiki/staff"),
        user(3, 2, "username=eve", "group=staff", "group=wiki/staff"),
        user(4, 1, "username=zoe", "name=staff", "badge=[\"wiki\",\"staff\"]"),
        user(5, 1, "username=tom", "group=Staff", "group=wiki/staf", "group=wik/istaff"));
    assertThat(members(REALM, STAFF)).containsExactly(1L);
    assertThat(members(OTHER_REALM, STAFF)).containsExactly(3L);
    assertThat(members(REALM, WIKI_STAFF)).containsExactly(2L, 3L);
    assertThat(members(REALM, BLOG_STAFF)).isEmpty();
  }

  @Test
  void aMemberComesBackWhole() {
    User ann = user(1, 1, "username=ann", "email=a@x", "badge=7", "group=wiki/staff");
    put(ann);
    List<User> found = new ArrayList<>();
    groups().members(REALM, WIKI_STAFF, found::add);
    assertThat(found).containsExactly(ann);
  }

  /** Signs that mean something to patterns, to JSON or to SQL. */
  @Test
  void namesMayHoldAnything() {
    String[] names = {"%", "_", "a%b", "\\", "\"", "'", "é 愱", "\uD83D\uDE00", "[\"", "\n", "a,b"};
    int id = 1;
    for (String name : names) {
      put(user(id++, 1, "username=u" + id, "group=wiki/" + name));
      put(user(id++, 1, "username=u" + id, "group=" + name));
    }
    id = 1;
    for (String name : names) {
      GroupId ofService = new GroupId("wiki", name);
      make(ofService);
      assertThat(groups().exists(REALM, ofService)).as(name).isTrue();
      assertThat(members(REALM, ofService)).as(name).containsExactly((long) id++);
      assertThat(members(REALM, new GroupId(null, name))).as(name).containsExactly((long) id++);
    }
    assertThat(groups().all(REALM)).hasSize(names.length);
  }

  @Test
  void aNameMayBeLong() {
    String name = "n".repeat(60_000);
    put(user(1, 1, "username=ann", "group=" + name), user(2, 1, "username=bob", "group=n"));
    assertThat(members(REALM, new GroupId(null, name))).containsExactly(1L);
  }

  @Test
  void membersOfSeveralGroupsComeOnce() {
    put(
        user(1, 1, "username=ann", "group=staff", "group=wiki/staff"),
        user(2, 1, "username=bob", "group=blog/staff"),
        user(3, 1, "username=eve", "group=wiki/all"));
    assertThat(members(REALM, List.of(STAFF, WIKI_STAFF, BLOG_STAFF))).containsExactly(1L, 2L);
    Stream<GroupId> many = IntStream.range(0, 2000).mapToObj(i -> new GroupId("wiki", "g" + i));
    assertThat(members(REALM, Stream.concat(many, Stream.of(WIKI_ALL)).toList()))
        .containsExactly(3L);
    assertThat(members(REALM, List.of())).isEmpty();
  }

  @Test
  void aTransactionThatFailsTakesItAllBack() {
    make(WIKI_STAFF);
    assertThatThrownBy(
            () ->
                store.inTransaction(
                    () -> {
                      make(STAFF, WIKI_ALL);
                      linkOrFail(STAFF, WIKI_STAFF);
                      assertThat(groups().subgroups(REALM, STAFF)).containsExactly(WIKI_STAFF);
                      throw new IllegalArgumentException("enough");
                    }))
        .hasMessage("enough");
    assertThat(groups().all(REALM)).containsExactly(WIKI_STAFF);
    assertThat(groups().ancestors(REALM, WIKI_STAFF)).isEmpty();
  }

  private void linkOrFail(GroupId parent, GroupId child) {
    try {
      groups().link(REALM, parent, child);
    } catch (GroupCycle e) {
      throw new IllegalStateException(e);
    }
  }

  private void make(GroupId... made) {
    for (GroupId group : made) {
      groups().create(REALM, group);
    }
  }

  private void put(User... users) {
    SqliteDirectoryTest.put(store, UniqueScope.REALM, users);
  }

  private List<Long> members(Realm realm, GroupId group) {
    return members(realm, List.of(group));
  }

  private List<Long> members(Realm realm, Collection<GroupId> of) {
    List<Long> ids = new ArrayList<>();
    groups().members(realm, of, user -> ids.add(user.id()));
    return ids;
  }

  @Test
  void membersComeAPageAtATime() {
    put(
        user(1, 1, "username=ann", "group=staff"),
        user(2, 1, "username=bob", "group=wiki/staff"),
        user(3, 2, "username=eve", "group=staff", "group=wiki/staff"),
        user(4, 1, "username=zoe", "group=wiki/staff"));
    UserPage first = groups().members(REALM, WIKI_STAFF, UserCursor.START, 2);
    assertThat(first.users()).extracting(User::id).containsExactly(2L, 3L);
    UserPage second = groups().members(REALM, WIKI_STAFF, first.next().orElseThrow(), 2);
    assertThat(second.users()).extracting(User::id).containsExactly(4L);
    assertThat(second.next()).isEmpty();
    assertThat(groups().members(OTHER_REALM, STAFF, UserCursor.START, 9).users())
        .extracting(User::id)
        .containsExactly(3L);
    assertThat(groups().members(REALM, BLOG_STAFF, UserCursor.START, 9).users()).isEmpty();
  }

  /** A page does not look for members through all users. */
  @Test
  void aPageOfMembersMayBeEmptyAlthoughMoreFollow() {
    User[] others =
        IntStream.rangeClosed(1, 10_000)
            .mapToObj(id -> user(id, 1, "username=u" + id))
            .toArray(User[]::new);
    put(others);
    put(user(10_001, 1, "username=last", "group=wiki/staff"));
    UserPage first = groups().members(REALM, WIKI_STAFF, UserCursor.START, 9);
    assertThat(first.users()).isEmpty();
    UserPage second = groups().members(REALM, WIKI_STAFF, first.next().orElseThrow(), 9);
    assertThat(second.users()).extracting(User::id).containsExactly(10_001L);
    assertThat(second.next()).isEmpty();
  }
}
