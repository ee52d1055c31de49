package dev.muster.app.store;

import static dev.muster.app.store.RandomUsers.realm;
import static dev.muster.app.store.RandomUsers.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.journal.Actor;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.jdbc.JdbcSession;
import dev.muster.match.UserChange;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.ExternalId;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Role;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How any store finds users, whatever the state of its search index. */
abstract class UserSearchContract {

  private static final Instant LATER = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final UserFilter ALL = UserFilter.ALL;

  /** Users of three blocks of the index. */
  private static final long NEXT_BLOCK = 16_384;

  private static final long LAST_BLOCK = 50_000;

  @TempDir private Path folder;
  private String address = "";
  private Session store;

  abstract StoreKind kind();

  @BeforeEach
  void open() throws RulesBroken {
    address = kind().emptyDirectory(folder, "muster");
    store = StoreKind.open(address);
    store.catalogs().createRealm("r2");
    for (int realm = 1; realm <= 2; realm++) {
      store.adopt(realm(realm, UniqueScope.REALM), Actor.SYSTEM, Instant.EPOCH);
      for (String role : List.of("admin", "auditor", "old", "new", "r0", "r1", "r2")) {
        store.catalogs().createRole(realm, new Role(role, role));
      }
      for (String group : List.of("staff", "team")) {
        store.catalogs().createGroup(realm, new Role(group, group));
      }
    }
    store.reserveUserNumbers(LAST_BLOCK + 10_000);
  }

  @AfterEach
  void theDirectoryIsSound() {
    store.close();
    DirectoryInvariants.assertHold(folder, address);
  }

  private void putPeople() {
    put(
        edited(
            user(1, 1, "username=ada", "email=Ada@Example.com", "name=Ada Lovelace", "id=7"),
            edit -> edit.roles(List.of("admin"))),
        edited(
            user(2, 1, "username=adam", "phone=+4917012345", "name=Adam Müller"),
            edit -> {
              edit.roles(List.of("admin", "auditor"));
              edit.disabled(true);
            }),
        user(NEXT_BLOCK - 1, 2, "username=MÜLLER-3", "email=m@x", "id=8"),
        edited(
            user(NEXT_BLOCK, 2, "username=straßer", "email=anna@bücher.example"),
            edit -> {
              edit.attribute("given_name", Value.of("Anna  Maria"));
              edit.attribute("family_name", Value.of("STRASSER"));
              edit.groups(List.of("staff"));
            }),
        edited(
            user(LAST_BLOCK, 1, "username=李明", "name=李明 \uD83D\uDE00"),
            edit -> edit.groups(List.of("staff", "team"))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachCriterionFindsItsUsers(boolean indexed) {
    putPeople();
    if (indexed) {
      index();
    }
    assertThat(numbers(ALL)).containsExactly(1L, 2L, NEXT_BLOCK - 1, NEXT_BLOCK, LAST_BLOCK);
    assertThat(numbers(ALL.ofRealm(2))).containsExactly(NEXT_BLOCK - 1, NEXT_BLOCK);
    assertThat(numbers(ALL.ofRealm(3))).isEmpty();
    assertThat(numbers(ALL.ofRealms(Set.of(1, 3)))).containsExactly(1L, 2L, LAST_BLOCK);
    assertThat(numbers(ALL.ofRealms(Set.of(1, 2)).inGroup("staff")))
        .containsExactly(NEXT_BLOCK, LAST_BLOCK);
    assertThat(numbers(ALL.ofRealms(Set.of(2, 3)).inGroup("staff"))).containsExactly(NEXT_BLOCK);
    assertThat(numbers(ALL.ofRealms(Set.of()))).isEmpty();
    assertThat(numbers(ALL.withLogin("a"))).containsExactly(1L, 2L, NEXT_BLOCK);
    assertThat(numbers(ALL.withLogin("AD"))).containsExactly(1L, 2L);
    assertThat(numbers(ALL.withLogin("ada"))).containsExactly(1L, 2L);
    assertThat(numbers(ALL.withLogin("adam"))).containsExactly(2L);
    assertThat(numbers(ALL.withLogin("ada@EXAMPLE"))).containsExactly(1L);
    assertThat(numbers(ALL.withLogin("da"))).isEmpty();
    assertThat(numbers(ALL.withLogin("+4917"))).containsExactly(2L);
    assertThat(numbers(ALL.withRole("admin"))).containsExactly(1L, 2L);
    assertThat(numbers(ALL.withRole("adm"))).isEmpty();
    assertThat(numbers(ALL.inGroup("staff"))).containsExactly(NEXT_BLOCK, LAST_BLOCK);
    assertThat(numbers(ALL.in(UserFilter.State.DISABLED))).containsExactly(2L);
    assertThat(numbers(ALL.in(UserFilter.State.ENABLED)))
        .containsExactly(1L, NEXT_BLOCK - 1, NEXT_BLOCK, LAST_BLOCK);
    assertThat(numbers(ALL.withExternalId(new ExternalId("ldap", "8"))))
        .containsExactly(NEXT_BLOCK - 1);
    assertThat(numbers(ALL.withExternalId(new ExternalId("ldap", "9")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void textsAreComparedInCanonicalForm(boolean indexed) {
    putPeople();
    if (indexed) {
      index();
    }
    assertThat(numbers(ALL.named("müller"))).containsExactly(2L);
    assertThat(numbers(ALL.named("MU\u0308LL"))).containsExactly(2L);
    assertThat(numbers(ALL.withLogin("müller"))).containsExactly(NEXT_BLOCK - 1);
    assertThat(numbers(ALL.withLogin("STRASS"))).containsExactly(NEXT_BLOCK);
    assertThat(numbers(ALL.named("straß"))).containsExactly(NEXT_BLOCK);
    assertThat(numbers(ALL.named("maria strasser"))).containsExactly(NEXT_BLOCK);
    assertThat(numbers(ALL.named(" anna\tmaria "))).containsExactly(NEXT_BLOCK);
    assertThat(numbers(ALL.withLogin("anna@bü"))).containsExactly(NEXT_BLOCK);
    assertThat(numbers(ALL.withLogin("anna@xn--b"))).containsExactly(NEXT_BLOCK);
    assertThat(numbers(ALL.named("明"))).containsExactly(LAST_BLOCK);
    assertThat(numbers(ALL.named("李明"))).containsExactly(LAST_BLOCK);
    assertThat(numbers(ALL.named("\uD83D\uDE00"))).containsExactly(LAST_BLOCK);
    assertThat(numbers(ALL.named("l"))).containsExactly(1L, 2L);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allCriteriaHaveToFit(boolean indexed) {
    putPeople();
    if (indexed) {
      index();
    }
    assertThat(numbers(ALL.withLogin("ada").withRole("admin").in(UserFilter.State.ENABLED)))
        .containsExactly(1L);
    assertThat(numbers(ALL.inGroup("staff").ofRealm(1))).containsExactly(LAST_BLOCK);
    assertThat(numbers(ALL.named("ada").withExternalId(new ExternalId("ldap", "7"))))
        .containsExactly(1L);
    assertThat(numbers(ALL.named("eve").withExternalId(new ExternalId("ldap", "7")))).isEmpty();
    assertThat(numbers(ALL.ofRealm(2).withExternalId(new ExternalId("ldap", "7")))).isEmpty();
    assertThat(numbers(ALL.withRole("admin").inGroup("staff"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theUsersOfAnImportAreThoseOfItsNumbers(boolean indexed) {
    JobOptions options =
        new JobOptions(
            Optional.empty(), Optional.empty(), "auto", false, CommitPolicy.CHUNK, false);
    Job job = store.jobs().create(JobStoreContract.job("imp_1", options));
    long first = job.firstUser();
    long last = first + job.records() - 1;
    put(
        user(first - 1, 1, "username=before"),
        user(first, 1, "username=u1"),
        user(last, 1, "username=u2"),
        user(last + 1, 1, "username=after"));
    if (indexed) {
      index();
    }
    assertThat(numbers(ALL.createdBy(job))).containsExactly(first, last);
    assertThat(numbers(ALL.createdBy(job).withLogin("u2"))).containsExactly(last);
    assertThat(numbers(ALL.createdBy(job).withLogin("after"))).isEmpty();
  }

  @Test
  void changesAreFoundBeforeAndAfterTheyAreIndexed() {
    putPeople();
    index();
    assertThat(store.users().unindexed()).isZero();
    store.userWrites().change(1, LATER, account -> named(account, "Countess"));
    store.userWrites().change(2, LATER, account -> withUsername(account, "eve"));
    store.userWrites().delete(NEXT_BLOCK, LATER);
    assertThat(store.users().unindexed()).isEqualTo(2);
    assertChanged();
    index();
    assertThat(store.users().unindexed()).isZero();
    assertChanged();
  }

  private void assertChanged() {
    assertThat(numbers(ALL.named("lovelace"))).isEmpty();
    assertThat(numbers(ALL.named("countess"))).containsExactly(1L);
    assertThat(numbers(ALL.withLogin("adam"))).isEmpty();
    assertThat(numbers(ALL.withLogin("eve"))).containsExactly(2L);
    assertThat(numbers(ALL.inGroup("staff"))).containsExactly(LAST_BLOCK);
    assertThat(numbers(ALL)).containsExactly(1L, 2L, NEXT_BLOCK - 1, LAST_BLOCK);
  }

  @Test
  void whatNoSearchLooksAtNeedsNoIndexing() {
    putPeople();
    index();
    store
        .userWrites()
        .change(
            1,
            LATER,
            account -> {
              AccountEditor edit = new AccountEditor(account);
              edit.customAttribute("team", Value.of("blue"));
              return edit.account();
            });
    assertThat(store.users().unindexed()).isZero();
  }

  @Test
  void aRolledBackWriteLeavesNothingToIndex() {
    try (ImportTarget target = store.target(realm(1, UniqueScope.REALM), Set.of())) {
      target.inTransaction(
          () -> {
            target.directory().apply(List.of(new UserChange(null, user(1, 1, "username=a"))));
            return true;
          });
      try {
        target.inTransaction(
            () -> {
              target.directory().apply(List.of(new UserChange(null, user(2, 1, "username=b"))));
              throw new IllegalStateException("no");
            });
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("no");
      }
    }
    assertThat(store.users().unindexed()).isEqualTo(1);
  }

  /** While pages are read, users are added, changed and indexed. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void pagesHaveNoGapsAndNoDoubles(int limit) {
    List<Long> wanted = new ArrayList<>();
    List<User> before = new ArrayList<>();
    for (long id = 1; id <= 30; id++) {
      long number = id * 997;
      before.add(user(number, 1, "username=u" + number, "name=" + (id % 3 == 0 ? "b" : "a") + id));
      if (id % 3 != 0) {
        wanted.add(number);
      }
    }
    put(before.toArray(User[]::new));
    List<Long> found = new ArrayList<>();
    Optional<UserCursor> at = Optional.of(UserCursor.START);
    long next = 31 * 997;
    while (at.isPresent()) {
      UserPage page = store.users().page(ALL.named("a"), at.get(), limit);
      assertThat(page.users().size()).isLessThanOrEqualTo(limit);
      page.users().forEach(user -> found.add(user.id()));
      at = page.next();
      if (next < LAST_BLOCK && found.size() % 2 == 0) {
        put(user(next, 1, "username=u" + next, "name=a" + next));
        wanted.add(next);
        next += 5000;
      }
      if (found.size() % 3 == 0) {
        store.users().indexPortion();
      }
      store.userWrites().change(997, LATER, account -> named(account, "a" + found.size()));
    }
    assertThat(found).isEqualTo(wanted);
  }

  /** Random users, changed and deleted, in random states of the index. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everySearchFindsWhatALookAtEveryUserFinds(long seed) {
    Random random = new Random(seed);
    List<Long> ids = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      for (int i = 0; i < 40; i++) {
        long id = 1L + random.nextInt((int) LAST_BLOCK);
        if (!ids.contains(id)) {
          ids.add(id);
          put(anyone(random, id));
        }
      }
      for (int i = 0; i < 10; i++) {
        long id = ids.get(random.nextInt(ids.size()));
        if (random.nextInt(4) == 0) {
          store.userWrites().delete(id, LATER);
        } else {
          store.userWrites().change(id, LATER, account -> anyone(random, id).account());
        }
      }
      if (random.nextBoolean()) {
        store.users().indexPortion();
      }
      List<User> all = new ArrayList<>();
      store.users().each(Optional.empty(), all::add);
      for (int i = 0; i < 40; i++) {
        UserFilter filter = anyFilter(random);
        assertThat(numbers(filter))
            .as(filter.toString())
            .isEqualTo(all.stream().filter(filter::matches).map(User::id).toList());
      }
    }
  }

  private static User anyone(Random random, long id) {
    return edited(
        user(
            id,
            1 + (int) (id % 2),
            "username=" + text(random) + id,
            "name=" + text(random) + text(random)),
        edit -> {
          edit.roles(List.of("r" + random.nextInt(3)));
          edit.disabled(random.nextInt(3) == 0);
        });
  }

  private static String text(Random random) {
    String[] texts = {"an", "Na", "ß", "日本", "\uD83D\uDE00", "é", "e\u0301", "n n", "S", "ana"};
    return texts[random.nextInt(texts.length)] + texts[random.nextInt(texts.length)];
  }

  private static UserFilter anyFilter(Random random) {
    UserFilter filter = ALL;
    if (random.nextBoolean()) {
      filter = filter.named(part(random));
    }
    if (random.nextBoolean()) {
      filter = filter.withLogin(part(random));
    }
    if (random.nextInt(4) == 0) {
      filter = filter.withRole("r" + random.nextInt(4));
    }
    if (random.nextInt(4) == 0) {
      filter =
          filter.in(random.nextBoolean() ? UserFilter.State.ENABLED : UserFilter.State.DISABLED);
    }
    return switch (random.nextInt(6)) {
      case 0 -> filter.ofRealm(1 + random.nextInt(2));
      case 1 -> filter.ofRealms(Set.of(1 + random.nextInt(2), 3));
      default -> filter;
    };
  }

  private static String part(Random random) {
    String text = text(random).replace(' ', 'n');
    int from = random.nextBoolean() ? 0 : text.offsetByCodePoints(0, 1);
    return text.substring(from);
  }

  /** A block is built anew before a search for a term that its users have lost costs too much. */
  @Test
  void usersThatLostARoleAreForgotten() {
    int number = 4_000;
    List<User> users = new ArrayList<>();
    for (int id = 1; id <= number; id++) {
      users.add(edited(user(id, 1, "username=u" + id), edit -> edit.roles(List.of("old"))));
    }
    put(users.toArray(User[]::new));
    index();
    assertThat(store.users().page(ALL.withRole("old"), UserCursor.START, 10).users()).hasSize(10);
    List<UserChange> changes = new ArrayList<>();
    for (User user : users) {
      changes.add(
          new UserChange(
              user, user.with(edited(user, edit -> edit.roles(List.of("new"))).account(), LATER)));
    }
    try (ImportTarget target = store.target(realm(1, UniqueScope.REALM), Set.of())) {
      target.directory().apply(changes);
    }
    assertThat(pages(ALL.withRole("old"))).as("bounded pages").isGreaterThan(1);
    index();
    assertThat(pages(ALL.withRole("old"))).isEqualTo(1);
    assertThat(numbers(ALL.withRole("old"))).isEmpty();
    assertThat(numbers(ALL.withRole("new"))).hasSize(number);
  }

  private int pages(UserFilter filter) {
    Optional<UserCursor> at = Optional.of(UserCursor.START);
    int pages = 0;
    while (at.isPresent()) {
      at = store.users().page(filter, at.get(), 10).next();
      pages++;
    }
    return pages;
  }

  @Test
  void aUserWhoseRowCannotBeReadDoesNotStopIndexing() {
    put(user(1, 1, "username=broken"), user(2, 1, "username=whole"));
    String profile =
        ((JdbcSession) store)
            .sql
            .first("SELECT profile FROM users WHERE id = 1", row -> row.getString(1))
            .orElseThrow();
    ((JdbcSession) store).sql.execute("UPDATE users SET profile = '{broken' WHERE id = 1");
    index();
    assertThat(store.users().unindexed()).isZero();
    assertThat(numbers(ALL.withLogin("whole"))).containsExactly(2L);
    ((JdbcSession) store).sql.execute("UPDATE users SET profile = ? WHERE id = 1", profile);
  }

  @Test
  void searchesOfAReadingSessionNeitherWaitNorWrite() {
    putPeople();
    try (Database database = StoreKind.database(address);
        Session writing = database.open();
        Session reading = database.openReading()) {
      writing.inTransaction(
          () -> {
            writing.userWrites().change(1, LATER, account -> named(account, "Countess"));
            assertThat(reading.users().page(ALL.named("lovelace"), UserCursor.START, 9).users())
                .hasSize(1);
            return true;
          });
      assertThat(reading.users().page(ALL.named("countess"), UserCursor.START, 9).users())
          .hasSize(1);
    }
  }

  @Test
  void severalMayWriteAndIndexAtOnce() throws Exception {
    List<User> users = new ArrayList<>();
    for (int id = 1; id <= 20; id++) {
      users.add(user(id, 1, "username=u" + id, "name=start"));
    }
    put(users.toArray(User[]::new));
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int writer = 0; writer < 2; writer++) {
      int first = 1 + writer * 10;
      work.add(
          () -> {
            try (Session own = StoreKind.open(address)) {
              for (int i = 0; i < 60; i++) {
                String name = "name" + i;
                own.userWrites().change(first + i % 10, LATER, account -> named(account, name));
              }
            }
            return true;
          });
      work.add(
          () -> {
            try (Session own = StoreKind.open(address)) {
              for (int i = 0; i < 40; i++) {
                own.users().indexPortion();
              }
            }
            return true;
          });
    }
    ExecutorService pool = Executors.newFixedThreadPool(work.size());
    try {
      for (Future<Boolean> done : pool.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      pool.shutdown();
    }
    index();
    for (int i = 0; i < 10; i++) {
      assertThat(numbers(ALL.named("name" + (50 + i)))).containsExactly(1L + i, 11L + i);
    }
    assertThat(numbers(ALL.named("start"))).isEmpty();
  }

  private void index() {
    boolean more = true;
    while (more) {
      more = store.users().indexPortion();
    }
  }

  private List<Long> numbers(UserFilter filter) {
    List<Long> numbers = new ArrayList<>();
    Optional<UserCursor> at = Optional.of(UserCursor.START);
    while (at.isPresent()) {
      UserPage page = store.users().page(filter, at.get(), 1000);
      page.users().forEach(user -> numbers.add(user.id()));
      at = page.next();
    }
    return numbers;
  }

  private void put(User... users) {
    SqliteDirectoryTest.put(store, UniqueScope.REALM, users.length > 100 ? new User[0] : users);
    if (users.length > 100) {
      SqliteDirectoryTest.putAtOnce(store, realm(1, UniqueScope.REALM), users);
    }
  }

  private static User edited(User user, Consumer<AccountEditor> change) {
    AccountEditor edit = new AccountEditor(user.account());
    change.accept(edit);
    return new User(user.id(), user.realm(), edit.account(), user.createdAt(), user.updatedAt());
  }

  private static Account named(Account account, String name) {
    AccountEditor edit = new AccountEditor(account);
    edit.attribute("name", Value.of(name));
    return edit.account();
  }

  private static Account withUsername(Account account, String name) {
    AccountEditor edit = new AccountEditor(account);
    edit.loginId(LoginIdKind.USERNAME, LoginId.of(LoginIdKind.USERNAME, name));
    return edit.account();
  }
}
