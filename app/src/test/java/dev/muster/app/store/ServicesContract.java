package dev.muster.app.store;

import static dev.muster.app.store.RandomUsers.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.password.EncodedHash;
import dev.muster.user.GroupId;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What any store's services have to do. */
abstract class ServicesContract {

  private static final Realm REALM = RandomUsers.realm(1, UniqueScope.REALM);
  private static final EncodedHash HASH = new EncodedHash("bcrypt", "$2b$secret}");
  private static final GroupId WIKI_STAFF = new GroupId("wiki", "staff");
  private static final GroupId BLOG_STAFF = new GroupId("blog", "staff");
  private static final GroupId STAFF = new GroupId(null, "staff");

  private Session store;

  /** A directory of its own with the realms 1 and 2. */
  abstract Session emptyStore();

  @BeforeEach
  void open() {
    store = emptyStore();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Services services() {
    return store.services();
  }

  @Test
  void aNewServiceHasANameAndNothingElse() {
    Service made = services().create("wiki");
    assertThat(made.number()).isPositive();
    assertThat(made).isEqualTo(new Service(made.number(), "wiki", null, List.of()));
    assertThat(services().find("wiki")).contains(made);
    assertThat(services().find("Wiki")).isEmpty();
    assertThat(services().all()).containsExactly(made);
  }

  @Test
  void whatExistsIsNotMadeAgain() {
    services().create("wiki");
    services().setPassword("wiki", HASH);
    services().addHosts("wiki", List.of("::1"));
    Service again = services().create("wiki");
    assertThat(again.password()).isEqualTo(HASH);
    assertThat(again.hosts()).containsExactly("::1");
    assertThat(services().all()).hasSize(1);
  }

  @Test
  void servicesAreSortedByName() {
    for (String name : List.of("b", "é", "B", "a", "", "a b")) {
      services().create(name);
    }
    assertThat(services().all())
        .extracting(Service::name)
        .containsExactly("", "B", "a", "a b", "b", "é");
  }

  @Test
  void aPasswordIsSetAndTakenAway() {
    services().create("wiki");
    services().setPassword("wiki", HASH);
    assertThat(services().find("wiki").orElseThrow().password()).isEqualTo(HASH);
    services().setPassword("wiki", null);
    assertThat(services().find("wiki").orElseThrow().password()).isNull();
  }

  @Test
  void aPasswordIsNotShown() {
    services().create("wiki");
    services().setPassword("wiki", HASH);
    assertThat(services().find("wiki").toString()).contains("wiki").doesNotContain("secret");
  }

  @Test
  void hostsAreAddedOrReplaced() {
    services().create("wiki");
    services().create("blog");
    services().addHosts("wiki", List.of("::1", "127.0.0.1", "::1"));
    services().addHosts("wiki", List.of("::1", "192.0.2.7"));
    assertThat(hosts("wiki")).containsExactly("127.0.0.1", "192.0.2.7", "::1");
    services().setHosts("wiki", List.of("b.example", "a.example"));
    assertThat(hosts("wiki")).containsExactly("a.example", "b.example");
    services().setHosts("wiki", List.of());
    assertThat(hosts("wiki")).isEmpty();
    assertThat(hosts("blog")).isEmpty();
  }

  private List<String> hosts(String service) {
    return services().find(service).orElseThrow().hosts();
  }

  @Test
  void whatDoesNotExistIsNotChanged() {
    assertThatThrownBy(() -> services().setPassword("wiki", HASH))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("wiki");
    assertThatThrownBy(() -> services().addHosts("wiki", List.of("::1")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> services().setHosts("wiki", List.of()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(services().delete("wiki")).isFalse();
    assertThat(services().all()).isEmpty();
  }

  @Test
  void aServiceGoesWithItsGroupsAndMembershipsAndLinks() throws GroupCycle {
    services().create("wiki");
    services().create("blog");
    services().addHosts("wiki", List.of("::1"));
    for (GroupId group : List.of(WIKI_STAFF, BLOG_STAFF, STAFF)) {
      store.groups().create(REALM, group);
    }
    store.groups().link(REALM, STAFF, WIKI_STAFF);
    store.groups().link(REALM, WIKI_STAFF, BLOG_STAFF);
    store.groups().link(REALM, STAFF, BLOG_STAFF);
    User ann = user(1, 1, "username=ann", "group=staff", "group=wiki/staff", "group=blog/staff");
    User bob = user(2, 2, "username=bob", "group=wiki/other");
    User eve = user(3, 1, "username=eve", "name=[\"wiki\",\"staff\"]");
    SqliteDirectoryTest.put(store, UniqueScope.REALM, ann, bob, eve);

    assertThat(services().delete("wiki")).isTrue();

    assertThat(services().all()).extracting(Service::name).containsExactly("blog");
    assertThat(store.groups().all(REALM)).containsExactly(STAFF, BLOG_STAFF);
    assertThat(store.groups().subgroups(REALM, STAFF)).containsExactly(BLOG_STAFF);
    assertThat(store.groups().ancestors(REALM, BLOG_STAFF)).containsExactly(STAFF);
    List<User> left = users();
    assertThat(left.get(0).account())
        .isEqualTo(user(1, 1, "username=ann", "group=staff", "group=blog/staff").account());
    assertThat(left.get(0).updatedAt()).isAfter(ann.updatedAt());
    assertThat(left.get(1).account()).isEqualTo(user(2, 2, "username=bob").account());
    assertThat(left.get(2)).isEqualTo(eve);
  }

  @Test
  void aServiceMadeAnewHasNothingOfTheOldOne() {
    services().create("wiki");
    services().addHosts("wiki", List.of("::1"));
    store.groups().create(REALM, WIKI_STAFF);
    services().delete("wiki");
    assertThat(services().create("wiki").hosts()).isEmpty();
    assertThat(store.groups().exists(REALM, WIKI_STAFF)).isFalse();
  }

  /** More than are read at once. */
  @Test
  void aServiceOfManyUsersGoesWhole() {
    services().create("wiki");
    User[] many =
        LongStream.rangeClosed(1, 4100)
            .mapToObj(id -> user(id, 1, "username=u" + id, "group=wiki/staff"))
            .toArray(User[]::new);
    SqliteDirectoryTest.putAtOnce(store, REALM, many);
    assertThat(services().delete("wiki")).isTrue();
    assertThat(users()).hasSize(4100).allMatch(user -> user.account().serviceGroups().isEmpty());
  }

  @Test
  void aTransactionThatFailsTakesItAllBack() {
    services().create("wiki");
    assertThatThrownBy(
            () ->
                store.inTransaction(
                    () -> {
                      services().create("blog");
                      services().setPassword("wiki", HASH);
                      services().setHosts("wiki", List.of("::1"));
                      throw new IllegalArgumentException("enough");
                    }))
        .hasMessage("enough");
    assertThat(services().all()).extracting(Service::name).containsExactly("wiki");
    assertThat(services().find("wiki").orElseThrow().password()).isNull();
    assertThat(hosts("wiki")).isEmpty();
  }

  private List<User> users() {
    List<User> all = new ArrayList<>();
    store.users().each(Optional.empty(), all::add);
    return all;
  }
}
