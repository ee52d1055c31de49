package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.journal.Actor;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.password.EncodedHash;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What any store's administrators and sessions of the console have to do. */
abstract class AdministratorsContract {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final EncodedHash HASH = new EncodedHash("bcrypt", "$2b$secret}");

  private Session store;

  /** A directory of its own with the realms default and r2. */
  abstract Session emptyStore();

  @BeforeEach
  void open() {
    store = emptyStore();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Administrator admin(String name, String... realms) {
    return new Administrator(
        name, HASH, realms.length == 0 ? Optional.empty() : Optional.of(Set.of(realms)), NOON);
  }

  private static WebSession session(String hash, String admin, int minutes) {
    return new WebSession(hash, admin, NOON, NOON.plusSeconds(60L * minutes));
  }

  @Test
  void administratorsAreStoredAsTheyAre() {
    Administrators admins = store.administrators();
    assertThat(admins.exist()).isFalse();
    assertThat(admins.create(admin("bob"))).isTrue();
    assertThat(admins.create(admin("ann", "r2", "default"))).isTrue();
    assertThat(admins.create(admin("Ann", "r2"))).isTrue();
    assertThat(admins.create(admin("bob", "r2"))).isFalse();
    assertThat(admins.exist()).isTrue();
    assertThat(admins.all())
        .containsExactly(admin("Ann", "r2"), admin("ann", "default", "r2"), admin("bob"));
    assertThat(admins.find("ann")).contains(admin("ann", "default", "r2"));
    assertThat(admins.find("ANN")).isEmpty();
    assertThat(admins.find("ann").toString()).doesNotContain("secret");
  }

  @Test
  void anAdministratorOfAnUnknownRealmIsNotMade() {
    assertThatThrownBy(() -> store.administrators().create(admin("ann", "none")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.administrators().exist()).isFalse();
  }

  @Test
  void sessionsEndWithThePasswordAndTheAdministrator() {
    store.administrators().create(admin("ann", "r2"));
    store.administrators().create(admin("bob"));
    WebSessions sessions = store.webSessions();
    sessions.add(session("a1", "ann", 10));
    sessions.add(session("b1", "bob", 10));
    assertThat(sessions.find("a1")).contains(session("a1", "ann", 10));
    EncodedHash other = new EncodedHash("bcrypt", "other");
    assertThat(store.administrators().setPassword("ann", other)).isTrue();
    assertThat(store.administrators().find("ann").orElseThrow().password()).isEqualTo(other);
    assertThat(sessions.find("a1")).isEmpty();
    assertThat(sessions.find("b1")).isPresent();
    assertThat(store.administrators().delete("bob")).isTrue();
    assertThat(sessions.find("b1")).isEmpty();
    assertThat(store.administrators().delete("ann")).isTrue();
    assertThat(store.administrators().delete("ann")).isFalse();
    assertThat(store.administrators().setPassword("ann", other)).isFalse();
  }

  @Test
  void sessionsArePutOffEndedAndDeleted() {
    store.administrators().create(admin("ann"));
    WebSessions sessions = store.webSessions();
    sessions.add(session("s1", "ann", 10));
    sessions.add(session("s2", "ann", 20));
    sessions.add(session("s3", "ann", 30));
    sessions.extend("s1", NOON.plusSeconds(60 * 25));
    sessions.extend("s2", NOON);
    assertThat(sessions.find("s1")).contains(session("s1", "ann", 25));
    assertThat(sessions.find("s2")).contains(session("s2", "ann", 20));
    assertThat(sessions.deleteEnded(NOON.plusSeconds(60 * 22))).isEqualTo(1);
    assertThat(sessions.find("s2")).isEmpty();
    sessions.delete("s1");
    sessions.delete("s1");
    assertThat(sessions.find("s1")).isEmpty();
    assertThat(sessions.find("s3").toString()).doesNotContain("s3");
  }

  @Test
  void changesAreInTheJournal() {
    AdministratorChanges changes =
        new AdministratorChanges(store, Actor.cli("eve", "laptop"), Clock.systemUTC());
    assertThat(changes.create("ann", HASH, Optional.of(Set.of("r2")))).isTrue();
    assertThat(changes.create("ann", HASH, Optional.empty())).isFalse();
    assertThat(changes.setPassword("ann", HASH)).isTrue();
    assertThat(changes.setPassword("bob", HASH)).isFalse();
    assertThat(changes.delete("ann")).isTrue();
    assertThat(changes.delete("ann")).isFalse();
    assertThat(store.journal().page(JournalFilter.ALL.ofAction("admin"), Journal.LATEST, 10))
        .allMatch(entry -> entry.subject().equals("ann"))
        .extracting(JournalEntry::action)
        .containsExactly("admin.deleted", "admin.password_set", "admin.created");
  }
}
