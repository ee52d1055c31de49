package dev.muster.app.job.restauth;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.restauth.RestAuthReading;
import dev.muster.app.format.restauth.RestAuthSection.Kind;
import dev.muster.app.store.Service;
import dev.muster.app.store.Services;
import dev.muster.problem.Problem;
import dev.muster.profile.restauth.PasswordData;
import dev.muster.profile.restauth.RestAuthLines;
import dev.muster.profile.restauth.RestAuthOptions;
import dev.muster.profile.restauth.ServiceEntry;
import dev.muster.read.Position;
import dev.muster.read.ReadResult;
import dev.muster.read.SourceRecord;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Imports the services of a RestAuth document. New ones are created. Existing ones get missing
 * hosts, and a new password only if passwords are to be overwritten.
 */
final class RestAuthServices {

  /** The number of characters of a generated password. */
  private static final int GENERATED = 32;

  private final Services services;
  private final RestAuthReading reading;
  private final RestAuthOptions options;
  private final RestAuthLog log;

  RestAuthServices(
      Services services, RestAuthReading reading, RestAuthOptions options, RestAuthLog log) {
    this.services = services;
    this.reading = reading;
    this.options = options;
    this.log = log;
  }

  List<RecordResult> carryOut(RecordBatch batch) {
    List<RecordResult> results = new ArrayList<>(batch.size());
    for (ReadResult result : batch.parse()) {
      results.add(
          result.fold(this::carryOut, bad -> failed(bad.position(), "", List.of(bad.problem()))));
    }
    return results;
  }

  private RecordResult carryOut(SourceRecord source) {
    ServiceEntry entry = ServiceEntry.of(source.fields(), reading.hashes());
    if (!entry.problems().isEmpty()) {
      return failed(source.position(), entry.name(), entry.problems());
    }
    Optional<Service> existing = services.find(entry.name());
    if (entry.password() instanceof PasswordData.Wrong wrong
        && (existing.isEmpty() || options.overwritePasswords())) {
      return failed(source.position(), entry.name(), List.of(wrong.problem()));
    }
    List<String> warnings = new ArrayList<>(entry.warnings());
    warnings.forEach(text -> log.warning(Kind.SERVICES, entry.name(), text));
    Outcome outcome =
        existing.isPresent()
            ? meet(entry, source.position(), existing.get(), warnings)
            : create(entry, source.position(), warnings);
    return RecordResult.ofOther(source.position(), outcome, warnings, List.of());
  }

  private Outcome create(ServiceEntry entry, Position position, List<String> warnings) {
    services.create(entry.name());
    services.addHosts(entry.name(), entry.hosts());
    if (!(entry.password() instanceof PasswordData.Absent)) {
      setPassword(entry, position, warnings);
    } else if (options.genPasswords()) {
      String made = reading.passwords().generate(GENERATED);
      services.setPassword(entry.name(), reading.passwords().hash(made));
      log.generated(Kind.SERVICES, entry.name(), made);
    } else {
      log.line(entry.name(), "Added service with no password.");
    }
    return Outcome.INSERTED;
  }

  private Outcome meet(
      ServiceEntry entry, Position position, Service existing, List<String> warnings) {
    log.line(entry.name(), "Already exists.");
    boolean newHosts = !new HashSet<>(existing.hosts()).containsAll(entry.hosts());
    services.addHosts(entry.name(), entry.hosts());
    boolean newPassword =
        options.overwritePasswords()
            && !(entry.password() instanceof PasswordData.Absent)
            && setPassword(entry, position, warnings);
    return newHosts || newPassword ? Outcome.UPDATED : Outcome.SKIPPED;
  }

  /** Sets the password of the input; false if it is unsupported. */
  private boolean setPassword(ServiceEntry entry, Position position, List<String> warnings) {
    PasswordData password = entry.password();
    if (password instanceof PasswordData.Unsupported unsupported) {
      log.line(entry.name(), RestAuthLines.unsupported(unsupported.algorithm()));
      unsupported
          .fault()
          .ifPresent(reason -> log.refusedHash(about(position, entry.name()), reason));
      warnings.add(unsupported.warning());
      return false;
    }
    if (password instanceof PasswordData.Plain plain) {
      services.setPassword(entry.name(), reading.passwords().hash(plain.text()));
    } else if (password instanceof PasswordData.Hashed hashed) {
      services.setPassword(entry.name(), hashed.hash());
    } else {
      services.setPassword(entry.name(), null);
    }
    log.line(entry.name(), RestAuthLines.SET_PASSWORD);
    return true;
  }

  private static RestAuthEntry about(Position position, String name) {
    return new RestAuthEntry(Kind.SERVICES, name, position.line());
  }

  private RecordResult failed(Position position, String name, List<Problem> problems) {
    log.failed(about(position, name), problems.get(0), false);
    return RecordResult.ofOther(position, Outcome.FAILED, List.of(), problems);
  }
}
