package dev.muster.profile.authgear;

import dev.muster.decide.Decider;
import dev.muster.decide.Decision;
import dev.muster.match.DirectoryView;
import dev.muster.match.Matcher;
import dev.muster.match.Owner;
import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Prepared;
import dev.muster.problem.Problem;
import dev.muster.read.Position;
import dev.muster.read.SourceRecord;
import dev.muster.report.RecordResult;
import dev.muster.user.Account;
import dev.muster.user.Catalog;
import dev.muster.user.Key;
import dev.muster.user.Realm;
import dev.muster.user.RealmRules;
import dev.muster.user.Role;
import dev.muster.user.User;
import dev.muster.value.Struct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small directory in memory that takes one record after the other, for tests. */
final class Decisions {

  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private static final Realm REALM = new Realm(1, Realm.DEFAULT, Map.of(), Map.of());
  private static final Catalog CATALOG =
      new Catalog(
          List.of(new Role("role_a", "A"), new Role("role_b", "B")),
          List.of(new Role("group_a", "A"), new Role("group_b", "B")));

  private final Map<Key, List<Owner>> owners = new HashMap<>();
  private final Map<Long, User> users = new HashMap<>();
  private AuthgearIdentifier identifier = AuthgearIdentifier.EMAIL;
  private boolean upsert = true;
  private long lastId;

  Decisions identifiedBy(AuthgearIdentifier next) {
    identifier = next;
    return this;
  }

  Decisions upsert(boolean next) {
    upsert = next;
    return this;
  }

  /** Puts a user there; the number that it gets. */
  long put(Account account) {
    long id = ++lastId;
    users.put(id, new User(id, 1, account, NOW, NOW));
    DirectoryView.keysOf(
        account,
        Set.of(),
        key -> owners.computeIfAbsent(key, any -> new ArrayList<>()).add(new Owner(id, 1)));
    return id;
  }

  /** Decides about a record, and takes in what was decided. */
  RecordResult run(Struct record) {
    Prepared prepared = prepare(record);
    if (prepared instanceof Prepared.Invalid invalid) {
      return RecordResult.of(invalid);
    }
    Candidate candidate = ((Prepared.Ready) prepared).candidate();
    DirectoryView view = new DirectoryView(owners, users, CATALOG, RealmRules.DEFAULTS, Set.of());
    Decision decision =
        new Decider(new AuthgearPolicy(upsert), REALM, NOW)
            .decide(
                candidate,
                new Matcher(1).match(candidate, view),
                view,
                RepeatLedger.none(),
                lastId + 1);
    absorb(decision);
    return RecordResult.of(candidate.position(), decision, false);
  }

  Prepared prepare(Struct record) {
    return new AuthgearPreparation(identifier, FakeBcrypt.TYPES, List.of())
        .prepare(new SourceRecord(new Position(0, 1), record));
  }

  Account account(long id) {
    return users.get(id).account();
  }

  /** The codes of a result's problems by their wire names. */
  static List<String> codes(RecordResult result) {
    return result.problems().stream().map(Problem::code).map(code -> code.wireName()).toList();
  }

  private void absorb(Decision decision) {
    if (decision instanceof Decision.Create create) {
      put(create.user().account());
    } else if (decision instanceof Decision.Update update) {
      long id = update.after().id();
      users.put(id, update.after());
      owners.values().forEach(list -> list.removeIf(owner -> owner.userId() == id));
      DirectoryView.keysOf(
          update.after().account(),
          Set.of(),
          key -> owners.computeIfAbsent(key, any -> new ArrayList<>()).add(new Owner(id, 1)));
    }
  }
}
