package dev.muster.app.job.run;

import dev.muster.app.format.RestAuthSection.Kind;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.password.EncodedHash;
import dev.muster.prepare.Prepared;
import dev.muster.profile.restauth.PasswordData;
import dev.muster.profile.restauth.PasswordWish;
import dev.muster.profile.restauth.RestAuthLines;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The users of a RestAuth document. */
final class RestAuthUsers {

  private final UserWork users;
  private final PlainPasswords passwords;
  private final HashedAhead hashed;
  private final RestAuthLog log;

  RestAuthUsers(UserWork users, PlainPasswords passwords, HashedAhead hashed, RestAuthLog log) {
    this.users = users;
    this.passwords = passwords;
    this.hashed = hashed;
    this.log = log;
  }

  List<RecordResult> carryOut(PreparedChunk chunk, JobStore jobs, Job job) {
    take(chunk.records());
    passwords.hash(passwords.needed(chunk.records()));
    List<RecordResult> results = new ArrayList<>(chunk.size());
    for (RecordResult result : users.carryOut(chunk, jobs, job).chunk().results()) {
      results.add(result.skippedIfSame());
    }
    for (int i = 0; i < results.size(); i++) {
      tell(chunk.records().get(i), results.get(i));
    }
    return results;
  }

  /** Those that some node has hashed already need not be hashed again. */
  private void take(List<Prepared> records) {
    if (records.isEmpty()) {
      return;
    }
    Map<Long, EncodedHash> known =
        hashed.between(
            records.get(0).position().index(), records.get(records.size() - 1).position().index());
    for (Prepared record : records) {
      EncodedHash hash = known.get(record.position().index());
      if (hash != null && record instanceof Prepared.Ready ready) {
        PlainPasswords.of(ready.candidate()).hashedElsewhere(hash);
      }
    }
  }

  private void tell(Prepared record, RecordResult result) {
    if (!(record instanceof Prepared.Ready ready)) {
      log.failed(result.problems().get(0), false);
      return;
    }
    PasswordWish password = PlainPasswords.of(ready.candidate());
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
