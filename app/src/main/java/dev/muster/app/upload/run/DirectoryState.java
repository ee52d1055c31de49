package dev.muster.app.upload.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.store.Session;
import dev.muster.app.upload.run.Outdated.Reason;
import dev.muster.profile.csv.TableView;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.report.Tally;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The state of a directory as the journal and the imports on record show it. Everything that
 * changes users is an import or has a journal entry in its transaction, so that two equal states
 * mean equal users. The cost does not depend on the number of users.
 *
 * <p>A state has the number of the last journal entry, the number of the entries shortly before it,
 * and how many records each unfinished import had changed.
 */
final class DirectoryState {

  /** Entries of transactions that were not committed yet when the state was read are in here. */
  private static final int WINDOW = 1000;

  /** After that many entries, a simulation is old. */
  private static final int ENTRIES_MAX = 20_000;

  /** After that many entries of other realms, or that many imports, too. */
  private static final int LOOKED_AT_MAX = 500;

  private static final int IMPORTS_MAX = 10_000;

  private static final Outdated MUCH = Outdated.of(Reason.DIRECTORY, "Much was done since.");

  private static final String LAST_ENTRY = "last_entry";
  private static final String RECENT_ENTRIES = "recent_entries";
  private static final String IMPORTS = "imports";

  /** Actions, or their parts before the dot, that change nothing which imports depend on. */
  private static final Set<String> HARMLESS =
      Set.of(
          "import",
          "token",
          "webhook",
          "mailing",
          "upload",
          "mapping",
          "admin",
          "session",
          // nobody is in a new realm
          JournalAction.REALM_CREATED.wireName(),
          // the same password in another form, which an import takes for the same
          JournalAction.USER_PASSWORD_REENCODED.wireName());

  private static final Set<String> OF_ONE_REALM =
      Set.of(JournalAction.ROLE_CREATED.wireName(), JournalAction.GROUP_CREATED.wireName());

  private static final Set<String> OF_SERVICES =
      Set.of(
          JournalAction.SERVICE_CREATED.wireName(),
          JournalAction.SERVICE_DELETED.wireName(),
          JournalAction.SERVICE_HOSTS_SET.wireName(),
          JournalAction.SERVICE_PASSWORD_SET.wireName());

  /** The deletion of an import leaves its users. */
  private static final Set<String> OF_IMPORTS =
      actions(
          name ->
              name.startsWith("import.") && !name.equals(JournalAction.IMPORT_DELETED.wireName()));

  private final Session store;
  private final Job job;

  /**
   * The state for an import.
   *
   * @param job the simulation or its execution, which is not part of the state
   */
  DirectoryState(Session store, Job job) {
    this.store = store;
    this.job = job;
  }

  /** The current state. Call it before the simulation reads anything. */
  Struct now() {
    long last = store.journal().last();
    Struct.Builder imports = new Struct.Builder();
    List<Job> unfinished = unfinished();
    Map<Long, Tally> tallies = store.jobs().tallies(unfinished);
    for (Job each : unfinished) {
      imports.put(each.id(), Value.of(changed(tallies, each)));
    }
    return new Struct.Builder()
        .put(LAST_ENTRY, Value.of(last))
        .put(RECENT_ENTRIES, Value.of(recent(last)))
        .put(IMPORTS, imports.build())
        .build();
  }

  private List<Job> unfinished() {
    return store
        .jobs()
        .page(JobFilter.ALL.in(JobState.allUnfinished()), JobStore.LATEST, IMPORTS_MAX)
        .stream()
        .filter(this::writes)
        .toList();
  }

  private boolean writes(Job other) {
    return !other.options().dryRun() && !other.id().equals(job.id());
  }

  private static long changed(Map<Long, Tally> tallies, Job of) {
    return tallies.getOrDefault(of.number(), Tally.ZERO).changed();
  }

  private long recent(long last) {
    return store.journal().count(last - WINDOW, last);
  }

  /** What changed since a state; empty if nothing did that could matter to the import. */
  Optional<Outdated> changeSince(Struct then) {
    long last = number(then, LAST_ENTRY);
    if (recent(last) > number(then, RECENT_ENTRIES)) {
      return Optional.of(Outdated.of(Reason.DIRECTORY, "Something changed as it began."));
    }
    if (store.journal().last() - last > ENTRIES_MAX) {
      return Optional.of(MUCH);
    }
    List<JournalEntry> entries = store.journal().since(last, actions(this::matters), LOOKED_AT_MAX);
    for (JournalEntry entry : entries) {
      if (isOfRealm(entry)) {
        return Optional.of(
            Outdated.of(
                Reason.DIRECTORY,
                "Last: " + entry.action() + " " + entry.subject() + ".",
                entry.actor(),
                entry.at()));
      }
    }
    Struct imports = then.get(IMPORTS) instanceof Struct known ? known : Struct.EMPTY;
    return entries.size() == LOOKED_AT_MAX ? Optional.of(MUCH) : changedBy(imports, last);
  }

  private static Set<String> actions(Predicate<String> wanted) {
    return Arrays.stream(JournalAction.values())
        .map(JournalAction::wireName)
        .filter(wanted)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether entries of an action, which is not about an import, record what could matter. */
  private boolean matters(String action) {
    String kind = action.substring(0, Math.max(0, action.indexOf('.')));
    if (HARMLESS.contains(kind) || HARMLESS.contains(action)) {
      return false;
    }
    if (action.equals(JournalAction.USER_PASSWORD_SET.wireName())) {
      return changesPasswords();
    }
    return !OF_SERVICES.contains(action) || job.format().equals("restauth");
  }

  /** Whether the import can replace passwords; true if the columns are not known. */
  private boolean changesPasswords() {
    List<String> header = job.input().header();
    return header.isEmpty()
        || new TableView(header, Mapping.stored(job.options().formatOptions())).changesPasswords();
  }

  private boolean isOfRealm(JournalEntry entry) {
    String realm = entry.detail().text("realm");
    return !OF_ONE_REALM.contains(entry.action()) || realm == null || realm.equals(job.realm());
  }

  private Optional<Outdated> changedBy(Struct then, long last) {
    Set<String> ids = new LinkedHashSet<>(then.names());
    unfinished().stream()
        .filter(each -> each.state() == JobState.RUNNING)
        .forEach(each -> ids.add(each.id()));
    ids.addAll(store.journal().jobsSince(last, OF_IMPORTS, ENTRIES_MAX));
    ids.remove(job.id());
    int left = LOOKED_AT_MAX;
    for (String id : ids) {
      Optional<Outdated> change = left-- == 0 ? Optional.of(MUCH) : changedBy(id, then);
      if (change.isPresent()) {
        return change;
      }
    }
    return Optional.empty();
  }

  private Optional<Outdated> changedBy(String id, Struct then) {
    Optional<Job> found = store.jobs().find(id);
    if (found.isEmpty()) {
      return Optional.of(Outdated.of(Reason.IMPORT, "Import " + id + " was deleted."));
    }
    Job other = found.get();
    if (!writes(other)) {
      return Optional.empty();
    }
    boolean changed = store.jobs().tally(other).changed() != number(then, id);
    return changed || other.state() == JobState.RUNNING
        ? Optional.of(
            Outdated.of(
                Reason.IMPORT,
                "Import " + id + " of " + other.source() + ".",
                other.provenance().actor(),
                other.createdAt()))
        : Optional.empty();
  }

  private static long number(Struct members, String name) {
    return members.get(name) instanceof Value.Num number ? Long.parseLong(number.literal()) : 0;
  }
}
