package dev.muster.app.job;

import dev.muster.app.format.RestAuthSection.Kind;
import dev.muster.app.joblog.Job;
import dev.muster.app.joblog.JobLog;
import dev.muster.apply.Directory;
import dev.muster.apply.Inquiry;
import dev.muster.match.DirectoryView;
import dev.muster.password.PasswordMaker;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Prepared;
import dev.muster.profile.restauth.PasswordData;
import dev.muster.profile.restauth.PasswordWish;
import dev.muster.profile.restauth.RestAuthLines;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;

/** The users of a RestAuth document. Passwords that will be needed are hashed on all cores. */
final class RestAuthUsers {

  private final UserWork users;
  private final Directory directory;
  private final PasswordMaker passwords;
  private final StopSignal stop;
  private final RestAuthLog log;

  RestAuthUsers(
      UserWork users,
      Directory directory,
      PasswordMaker passwords,
      StopSignal stop,
      RestAuthLog log) {
    this.users = users;
    this.directory = directory;
    this.passwords = passwords;
    this.stop = stop;
    this.log = log;
  }

  List<RecordResult> carryOut(PreparedChunk chunk, JobLog jobs, Job job) {
    hashAhead(chunk.records());
    List<RecordResult> results = new ArrayList<>(chunk.size());
    for (RecordResult result : users.carryOut(chunk, jobs, job).chunk().results()) {
      results.add(result.skippedIfSame());
    }
    for (int i = 0; i < results.size(); i++) {
      tell(chunk.records().get(i), results.get(i));
    }
    return results;
  }

  private void hashAhead(List<Prepared> records) {
    List<Candidate> slow = new ArrayList<>();
    Set<Key> names = new HashSet<>();
    for (Prepared record : records) {
      if (record instanceof Prepared.Ready ready && password(ready.candidate()).isSlow()) {
        slow.add(ready.candidate());
        names.add(ready.candidate().identity());
      }
    }
    if (slow.isEmpty()) {
      return;
    }
    DirectoryView view = directory.load(new Inquiry(names, names, Set.of(), Set.of()));
    List<Candidate> needed =
        slow.stream()
            .filter(user -> password(user).appliesTo(view.owners(user.identity()).isEmpty()))
            .toList();
    if (!needed.isEmpty()) {
      hashAll(needed);
    }
  }

  private void hashAll(List<Candidate> users) {
    ForkJoinPool pool = new ForkJoinPool(passwords.atOnce());
    try {
      pool.submit(() -> users.parallelStream().forEach(this::hash)).join();
    } finally {
      pool.shutdownNow();
    }
  }

  private void hash(Candidate user) {
    if (stop.raised()) {
      throw new Stopped();
    }
    password(user).hashAhead();
  }

  private static PasswordWish password(Candidate user) {
    return user.wishes().stream()
        .filter(PasswordWish.class::isInstance)
        .map(PasswordWish.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private void tell(Prepared record, RecordResult result) {
    if (!(record instanceof Prepared.Ready ready)) {
      log.failed(result.problems().get(0), false);
      return;
    }
    PasswordWish password = password(ready.candidate());
    if (result.outcome() == Outcome.FAILED && password.data() instanceof PasswordData.Wrong) {
      log.failed(result.problems().get(0), false);
      return;
    }
    String name = ready.candidate().identity().text().substring(1);
    tell(name, password);
    if (result.outcome() == Outcome.FAILED) {
      log.failed(result.problems().get(0), true);
      return;
    }
    result.warnings().stream()
        .filter(RestAuthLines::isPropertyExists)
        .forEach(line -> log.propertyLine(name, line));
  }

  private void tell(String name, PasswordWish password) {
    if (!password.considered()) {
      return;
    }
    PasswordData data = password.data();
    if (data instanceof PasswordData.Hashed) {
      log.line(name, "Set hash from input data.");
    } else if (data instanceof PasswordData.Unsupported unsupported) {
      log.line(name, RestAuthLines.unsupported(unsupported.algorithm()));
    } else if (data.given()) {
      log.line(name, RestAuthLines.SET_PASSWORD);
    }
    password.generated().ifPresent(made -> log.generated(Kind.USERS, name, made));
  }
}
