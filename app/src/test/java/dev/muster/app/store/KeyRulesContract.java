package dev.muster.app.store;

import static dev.muster.app.store.DirectoryContract.load;
import static dev.muster.app.store.DirectoryContract.username;
import static dev.muster.app.store.RandomUsers.realm;
import static dev.muster.app.store.RandomUsers.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.journal.Actor;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.AccountEditor;
import dev.muster.user.Key;
import dev.muster.user.KeyHash;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the keys there are when the rules of a realm change. */
abstract class KeyRulesContract {

  @TempDir private Path folder;
  private String address = "";
  private Session store;

  abstract StoreKind kind();

  @BeforeEach
  void open() {
    address = kind().emptyDirectory(folder, "muster");
    store = StoreKind.open(address);
    store.catalogs().createRealm("r2");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void looserRulesLetInWhatStricterOnesKeptOut() throws RulesBroken {
    put(UniqueScope.REALM, user(1, 1, "username=u"));
    assertThatThrownBy(() -> put(UniqueScope.REALM, user(2, 1, "username=u")))
        .isInstanceOf(DataViolation.class);
    put(UniqueScope.NONE, user(2, 1, "username=u"));
    assertThat(owners(UniqueScope.NONE, username("u")))
        .containsExactlyInAnyOrder(new Owner(1, 1), new Owner(2, 1));
  }

  @Test
  void stricterRulesGuardTheKeysThereAre() throws RulesBroken {
    put(UniqueScope.NONE, user(1, 1, "username=u"));
    assertThatThrownBy(() -> put(UniqueScope.REALM, user(2, 1, "username=u")))
        .isInstanceOf(DataViolation.class);
    assertThat(owners(UniqueScope.REALM, username("u"))).containsExactly(new Owner(1, 1));
  }

  @Test
  void usersWhoBreakTheNewRulesAreNamedAndNothingChanges() throws RulesBroken {
    put(UniqueScope.NONE, user(1, 1, "username=u"), user(2, 1, "username=u"));
    assertThatThrownBy(() -> store.adopt(realm(1, UniqueScope.REALM), Actor.SYSTEM, Instant.EPOCH))
        .isInstanceOf(RulesBroken.class)
        .hasMessageContaining("default")
        .hasMessageContaining(": u belongs to more than one user");
    assertThat(owners(UniqueScope.NONE, username("u"))).hasSize(2);
    put(UniqueScope.NONE, user(3, 1, "username=u"));
  }

  @Test
  void usersOfSeveralRealmsMayBreakARuleForAllOfThem() throws RulesBroken {
    put(UniqueScope.GLOBAL, user(1, 1, "username=u"));
    put(UniqueScope.REALM, user(2, 2, "username=u"));
    assertThatThrownBy(() -> store.adopt(realm(2, UniqueScope.GLOBAL), Actor.SYSTEM, Instant.EPOCH))
        .isInstanceOf(RulesBroken.class);
  }

  @Test
  void anAttributeThatBecomesUniqueIsAKeyFromThenOn() throws RulesBroken {
    Realm before = new Realm(1, Realm.DEFAULT, Map.of(), Map.of());
    store.adopt(before, Actor.SYSTEM, Instant.EPOCH);
    try (ImportTarget target = store.target(before, Set.of())) {
      target.directory().apply(List.of(new UserChange(null, user(1, 1, "username=u", "badge=b"))));
    }
    store.adopt(realm(1, UniqueScope.REALM), Actor.SYSTEM, Instant.EPOCH);
    assertThat(owners(UniqueScope.REALM, Key.ofAttribute("custom_attributes.badge", "b")))
        .containsExactly(new Owner(1, 1));
  }

  @Test
  void theJournalNamesWhoChangedTheRulesAndWhen() throws RulesBroken {
    Instant noon = Instant.parse("2026-03-01T12:00:00.123Z");
    Actor ann = Actor.cli("ann", "home");
    store.adopt(realm(1, UniqueScope.NONE), ann, noon);
    assertThat(store.journal().page(JournalFilter.ALL, Journal.LATEST, 1))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo(JournalAction.RULES_ADOPTED.wireName());
              assertThat(entry.actor()).isEqualTo(ann);
              assertThat(entry.at()).isEqualTo(noon);
            });
  }

  @Test
  void otherRealmsKeepTheirKeys() throws RulesBroken {
    put(UniqueScope.REALM, user(1, 2, "username=u"));
    put(UniqueScope.REALM, user(2, 1, "username=u"));
    store.adopt(realm(1, UniqueScope.NONE), Actor.SYSTEM, Instant.EPOCH);
    assertThatThrownBy(() -> put(UniqueScope.REALM, user(3, 2, "username=u")))
        .isInstanceOf(DataViolation.class);
  }

  @Test
  void rulesThatAreChangedBehindAnImportStopIt() throws RulesBroken {
    store.adopt(realm(1, UniqueScope.REALM), Actor.SYSTEM, Instant.EPOCH);
    try (Session other = StoreKind.open(address);
        ImportTarget target = store.target(realm(1, UniqueScope.REALM), Set.of())) {
      other.adopt(realm(1, UniqueScope.NONE), Actor.SYSTEM, Instant.EPOCH);
      assertThatThrownBy(() -> target.inTransaction(() -> load(target.directory(), username("u"))))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("were changed by somebody else");
    }
  }

  /** More than are written at once. */
  @Test
  void everyUserOfTheRealmIsSeen() throws RulesBroken {
    User[] users = new User[6_000];
    for (int i = 0; i < users.length; i++) {
      users[i] = user(i + 1L, 1, "username=u" + i, i == 5_500 ? "email=e10" : "email=e" + i);
    }
    store.reserveUserNumbers(users.length);
    store.adopt(realm(1, UniqueScope.NONE), Actor.SYSTEM, Instant.EPOCH);
    SqliteDirectoryTest.putAtOnce(store, realm(1, UniqueScope.NONE), users);
    DirectoryInvariants.assertHold(folder, address);
    assertThatThrownBy(() -> store.adopt(realm(1, UniqueScope.REALM), Actor.SYSTEM, Instant.EPOCH))
        .hasMessageContaining(": e10 belongs to more than one user");
    DirectoryInvariants.assertHold(folder, address);
    store.userWrites().delete(5_501, Instant.EPOCH);
    store.adopt(realm(1, UniqueScope.REALM), Actor.SYSTEM, Instant.EPOCH);
    DirectoryInvariants.assertHold(folder, address);
  }

  /** As a Muster left them that compared numbers as they were written. */
  @Test
  void numbersInKeysOfAnOlderFormAreWrittenAnew() throws Exception {
    store.adopt(realm(1, UniqueScope.REALM), Actor.SYSTEM, Instant.EPOCH);
    store.reserveUserNumbers(2);
    for (int i = 1; i <= 2; i++) {
      AccountEditor account = new AccountEditor(null);
      account.customAttribute("badge", new Value.Num(i + "e3"));
      SqliteDirectoryTest.put(
          store,
          UniqueScope.REALM,
          new User(i, 1, account.account(), Instant.EPOCH, Instant.EPOCH));
    }
    store.close();
    KeyHash old = Key.ofAttribute("custom_attributes.badge", "1e3").hash();
    try (Connection connection = DirectoryInvariants.connection(address);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE login_keys SET key_high = %d, key_low = %d WHERE user_id = 1"
              .formatted(old.high(), old.low()));
      statement.execute("UPDATE directory SET key_form = 1");
    }
    open(address);
    assertThat(owners(UniqueScope.REALM, Key.ofAttribute("custom_attributes.badge", "1000")))
        .containsExactly(new Owner(1, 1));
    DirectoryInvariants.assertHold(folder, address);
  }

  private void open(String there) {
    store = StoreKind.open(there);
  }

  private void put(UniqueScope scope, User... users) throws RulesBroken {
    store.adopt(realm(users[0].realm(), scope), Actor.SYSTEM, Instant.EPOCH);
    store.inTransaction(
        () -> {
          SqliteDirectoryTest.put(store, scope, users);
          return true;
        });
  }

  private List<Owner> owners(UniqueScope scope, Key key) {
    try (ImportTarget target = store.target(realm(1, scope), Set.of())) {
      return load(target.directory(), key).owners(key);
    }
  }
}
