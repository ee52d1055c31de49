package dev.muster.app.job.restauth;

import dev.muster.app.format.SlowPreparation;
import dev.muster.app.format.restauth.RestAuthSection.Kind;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.run.ChunkWork;
import dev.muster.app.job.run.HashedAhead;
import dev.muster.app.job.run.ImportAttempt;
import dev.muster.app.job.run.ParallelHashing;
import dev.muster.app.job.run.PreparedChunk;
import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.match.DirectoryView;
import dev.muster.match.Matcher;
import dev.muster.password.EncodedHash;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Prepared;
import dev.muster.problem.Warning;
import dev.muster.profile.restauth.PasswordData;
import dev.muster.profile.restauth.PasswordWish;
import dev.muster.profile.restauth.RestAuthLines;
import dev.muster.profile.restauth.RestAuthOptions;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Imports the users of a RestAuth document. */
final class RestAuthUsers {

  private final ChunkWork users;
  private final Directory directory;
  private final Matcher matcher;
  private final SlowPreparation slow;
  private final ParallelHashing hashing;
  private final HashedAhead hashed;
  private final boolean overwrites;
  private final RestAuthLog log;

  RestAuthUsers(ImportAttempt attempt, RestAuthOptions options, RestAuthLog log) {
    this.users = attempt.users();
    this.directory = attempt.directory();
    this.matcher = new Matcher(attempt.realm().number());
    this.slow = attempt.input().slowPreparation().orElseThrow();
    this.hashing = new ParallelHashing(slow, attempt.goesOn());
    this.hashed = attempt.hashed();
    this.overwrites = options.overwritePasswords() && !options.skipExistingUsers();
    this.log = log;
  }

  List<RecordResult> carryOut(PreparedChunk chunk, JobStore jobs, Job job) {
    List<Prepared> records = withHashes(chunk.records());
    List<RecordResult> results = new ArrayList<>(chunk.size());
    for (RecordResult result : users.carryOut(chunk.with(records), jobs, job).chunk().results()) {
      results.add(result.skippedIfSame());
    }
    Map<Integer, Target> failed = targetsOfFailed(records, results);
    for (int place = 0; place < results.size(); place++) {
      RecordResult result = results.get(place);
      tell(records.get(place), result, failed.getOrDefault(place, Target.of(result)));
    }
    return results;
  }

  /**
   * The records, with hashes of their plain-text passwords. Other nodes may have computed some
   * already.
   */
  private List<Prepared> withHashes(List<Prepared> records) {
    if (records.isEmpty()) {
      return records;
    }
    Map<Long, EncodedHash> hashes =
        new HashMap<>(
            hashed.between(
                records.get(0).position().index(),
                records.get(records.size() - 1).position().index()));
    List<Prepared> left =
        records.stream().filter(record -> !hashes.containsKey(record.position().index())).toList();
    hashes.putAll(hashing.hash(slow.needed(left, directory)));
    return hashes.isEmpty()
        ? records
        : records.stream()
            .map(record -> withHash(record, hashes.get(record.position().index())))
            .toList();
  }

  private Prepared withHash(Prepared record, @Nullable EncodedHash hash) {
    return hash != null && record instanceof Prepared.Ready ready
        ? new Prepared.Ready(slow.withHash(ready.candidate(), hash))
        : record;
  }

  /**
   * For each failed record of a chunk, whether its user existed when it was processed. Call it
   * after the chunk: users that earlier records of the chunk created exist, but those that later
   * records created don't count.
   */
  private Map<Integer, Target> targetsOfFailed(List<Prepared> records, List<RecordResult> results) {
    Map<Integer, Candidate> failed = new HashMap<>();
    Set<Key> names = new HashSet<>();
    Map<Long, Integer> made = new HashMap<>();
    for (int place = 0; place < results.size(); place++) {
      RecordResult result = results.get(place);
      if (result.outcome() == Outcome.INSERTED) {
        made.put(result.userId(), place);
      } else if (result.outcome() == Outcome.FAILED
          && records.get(place) instanceof Prepared.Ready ready) {
        failed.put(place, ready.candidate());
        names.add(ready.candidate().identity());
      }
    }
    if (failed.isEmpty()) {
      return Map.of();
    }
    DirectoryView view = directory.load(new ChunkQuery(names, names, Set.of(), Set.of()));
    Map<Integer, Target> targets = new HashMap<>();
    failed.forEach(
        (place, candidate) ->
            targets.put(
                place,
                matcher
                    .match(candidate, view)
                    .fold(
                        () -> Target.NEW_USER,
                        user ->
                            made.getOrDefault(user.id(), -1) > place
                                ? Target.NEW_USER
                                : Target.EXISTING_USER,
                        several -> Target.NOBODY)));
    return targets;
  }

  private void tell(Prepared record, RecordResult result, Target target) {
    long line = record.position().line();
    if (!(record instanceof Prepared.Ready ready)) {
      log.failed(new RestAuthEntry(Kind.USERS, "", line), result.problems().get(0), false);
      return;
    }
    Candidate user = ready.candidate();
    String name = user.identity().text().substring(1);
    RestAuthEntry entry = new RestAuthEntry(Kind.USERS, name, line);
    PasswordData password = PasswordWish.of(user).data();
    boolean failed = result.outcome() == Outcome.FAILED;
    if (failed && password instanceof PasswordData.Wrong) {
      log.failed(entry, result.problems().get(0), false);
      return;
    }
    if (target == Target.NEW_USER || (target == Target.EXISTING_USER && overwrites)) {
      tell(entry, password, target);
    }
    if (failed) {
      log.failed(entry, result.problems().get(0), true);
      return;
    }
    for (Warning warning : result.warnings()) {
      if (RestAuthLines.isPropertyExists(warning.message())) {
        log.propertyLine(name, warning.message());
      } else if (RestAuthLines.isAdditional(warning.message())) {
        log.warning(Kind.USERS, name, warning.message());
      }
    }
  }

  private void tell(RestAuthEntry entry, PasswordData password, Target target) {
    String name = entry.name();
    if (password instanceof PasswordData.Hashed) {
      log.line(name, "Set hash from input data.");
    } else if (password instanceof PasswordData.Unsupported unsupported) {
      log.line(name, RestAuthLines.unsupported(unsupported.algorithm()));
      unsupported.fault().ifPresent(reason -> log.refusedHash(entry, reason));
    } else if (password.given()) {
      log.line(name, RestAuthLines.SET_PASSWORD);
    } else if (password instanceof PasswordData.Generated made && target == Target.NEW_USER) {
      log.generated(Kind.USERS, name, made.text());
    }
  }

  /** The user of a record. */
  private enum Target {
    NEW_USER,
    EXISTING_USER,
    NOBODY;

    /** The target of a record that did not fail. */
    static Target of(RecordResult result) {
      return result.outcome() == Outcome.INSERTED ? NEW_USER : EXISTING_USER;
    }
  }
}
