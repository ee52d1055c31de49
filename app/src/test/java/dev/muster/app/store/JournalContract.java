package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.journal.Actor;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.user.Role;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What any journal has to do. */
abstract class JournalContract {

  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);
  private static final Actor ANN = Actor.cli("ann", "home");

  abstract Session store();

  @Test
  void theLatestEntriesComeFirstAPageAtATime() {
    for (int i = 0; i < 5; i++) {
      store()
          .journal()
          .add(
              NOW.plusSeconds(i),
              i % 2 == 0 ? ANN : Actor.SYSTEM,
              i == 4 ? JournalAction.IMPORT_DELETED : JournalAction.REALM_CREATED,
              "r" + i,
              i == 4 ? Optional.of("imp_1") : Optional.empty(),
              Struct.of("n", Value.of(i)));
    }
    List<JournalEntry> first = page(JournalFilter.ALL, Journal.LATEST, 2);
    assertThat(first).extracting(JournalEntry::subject).containsExactly("r4", "r3");
    assertThat(first.get(0).actor()).isEqualTo(ANN);
    assertThat(first.get(0).at()).isEqualTo(NOW.plusSeconds(4));
    assertThat(first.get(0).job()).contains("imp_1");
    assertThat(first.get(0).detail()).isEqualTo(Struct.of("n", Value.of(4)));
    assertThat(page(JournalFilter.ALL, first.get(1).number(), 9))
        .extracting(JournalEntry::subject)
        .containsExactly("r2", "r1", "r0");
    assertThat(subjects(JournalFilter.ALL.since(NOW.plusSeconds(3)))).containsExactly("r4", "r3");
    assertThat(subjects(JournalFilter.ALL.until(NOW.plusSeconds(2)))).containsExactly("r1", "r0");
    assertThat(subjects(JournalFilter.ALL.of("r2"))).containsExactly("r2");
    assertThat(subjects(JournalFilter.ALL.by(Actor.SYSTEM))).containsExactly("r3", "r1");
    assertThat(subjects(JournalFilter.ALL.ofJob("imp_1"))).containsExactly("r4");
    assertThat(subjects(JournalFilter.ALL.ofAction("import.deleted"))).containsExactly("r4");
    assertThat(subjects(JournalFilter.ALL.ofAction("realm"))).hasSize(4);
    assertThat(subjects(JournalFilter.ALL.ofAction("real"))).isEmpty();
  }

  private List<JournalEntry> page(JournalFilter filter, long before, int limit) {
    return store().journal().page(filter, before, limit);
  }

  private List<String> subjects(JournalFilter filter) {
    return page(filter, Journal.LATEST, 9).stream().map(JournalEntry::subject).toList();
  }

  @Test
  void whatIsUndoneWasNeverInTheJournal() {
    assertThatThrownBy(
            () ->
                store()
                    .inTransaction(
                        () -> {
                          assertThat(changes().createRealm("r1")).isTrue();
                          throw new IllegalStateException("undone");
                        }))
        .hasMessage("undone");
    assertThat(subjects(JournalFilter.ALL)).isEmpty();
    assertThat(store().catalogs().realmNumber("r1")).isEmpty();
  }

  @Test
  void changesAreInTheJournalAndWhatChangesNothingIsNot() {
    DirectoryChanges changes = changes();
    assertThat(changes.createRealm("r1")).isTrue();
    assertThat(changes.createRealm("r1")).isFalse();
    assertThat(changes.createRole(1, new Role("admin", "Admins"))).isTrue();
    assertThat(changes.createRole(1, new Role("admin", "Admins"))).isFalse();
    assertThat(changes.createGroup(1, new Role("g", "G"))).isTrue();
    assertThat(changes.createService("wiki")).isTrue();
    assertThat(changes.createService("wiki")).isFalse();
    assertThat(changes.createServiceGroup("wiki", "editors")).isTrue();
    assertThat(changes.createServiceGroup("wiki", "editors")).isFalse();
    changes.setServiceHosts("wiki", List.of("10.0.0.1"));
    changes.addServiceHosts("wiki", List.of("10.0.0.2"));
    assertThat(changes.deleteService("wiki")).isTrue();
    assertThat(changes.deleteService("wiki")).isFalse();
    assertThat(page(JournalFilter.ALL, Journal.LATEST, 99))
        .extracting(entry -> entry.action() + " " + entry.subject())
        .containsExactly(
            "service.deleted wiki",
            "service.hosts_set wiki",
            "service.hosts_set wiki",
            "group.created editors",
            "service.created wiki",
            "group.created g",
            "role.created admin",
            "realm.created r1");
    assertThat(page(JournalFilter.ALL, Journal.LATEST, 99))
        .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo(ANN));
  }

  private DirectoryChanges changes() {
    return new DirectoryChanges(store(), ANN, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void entriesSinceANumberAreFoundByTheirActions() {
    assertThat(store().journal().last()).isZero();
    add(JournalAction.REALM_CREATED, "north", Optional.empty());
    long first = store().journal().last();
    add(JournalAction.IMPORT_BEGUN, "imp_1", Optional.of("imp_1"));
    add(JournalAction.IMPORT_BEGUN, "imp_2", Optional.of("imp_2"));
    add(JournalAction.ROLE_CREATED, "chief", Optional.empty());
    add(JournalAction.IMPORT_FINISHED, "imp_1", Optional.of("imp_1"));
    long last = store().journal().last();
    assertThat(store().journal().count(0, last)).isEqualTo(5);
    assertThat(store().journal().count(first, last)).isEqualTo(4);
    assertThat(store().journal().count(last, last)).isZero();
    Set<String> roles = Set.of("role.created", "realm.created");
    assertThat(store().journal().since(0, roles, 9))
        .extracting(JournalEntry::subject)
        .containsExactly("chief", "north");
    assertThat(store().journal().since(0, roles, 1)).hasSize(1);
    assertThat(store().journal().since(first, roles, 9)).hasSize(1);
    assertThat(store().journal().since(0, Set.of(), 9)).isEmpty();
    Set<String> imports = Set.of("import.begun", "import.finished");
    assertThat(store().journal().jobsSince(0, imports, 9)).containsExactly("imp_1", "imp_2");
    assertThat(store().journal().jobsSince(0, imports, 1)).containsExactly("imp_1");
    assertThat(store().journal().jobsSince(0, roles, 9)).isEmpty();
    assertThat(store().journal().jobsSince(last, imports, 9)).isEmpty();
  }

  private void add(JournalAction action, String subject, Optional<String> job) {
    store().journal().add(NOW, ANN, action, subject, job, Struct.EMPTY);
  }
}
