package dev.muster.app.job.run;

import dev.muster.app.format.Formats;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.Retention;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Session;
import dev.muster.app.store.SubmittedImports.IncomingInput;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.digest.DigestUtils;

/** Submits imports to workers. */
public final class Submissions {

  private static final long LARGE_BYTES = 1 << 20;

  private final Session store;
  private final ImportAdmission admission;
  private final Formats formats;
  private final JobLifecycle lifecycle;
  private final Clock clock;

  /** Submits imports that never expire. */
  public Submissions(Session store, Settings settings, Formats formats, Clock clock) {
    this(store, settings, formats, clock, Retention.FOREVER);
  }

  /**
   * Submits imports to the workers of a directory.
   *
   * @param retention how long finished imports are kept
   */
  public Submissions(
      Session store, Settings settings, Formats formats, Clock clock, Retention retention) {
    this.store = store;
    this.lifecycle = new JobLifecycle(store, clock, retention);
    this.admission = new ImportAdmission(store, settings, clock);
    this.formats = formats;
    this.clock = clock;
  }

  /**
   * Surveys an input and stores it in the database, with a job that waits for a worker.
   *
   * @return the pending job; or an earlier one with the request's idempotency key, which may have
   *     another input, as its digest shows
   * @throws InputRefused if none of the input can be imported; nothing was written
   * @throws UsageProblem if the request is invalid; nothing was written
   */
  public Job submit(ImportRequest request, ImportProgress progress)
      throws InputRefused, UsageProblem {
    return submitOnce(request, progress).job();
  }

  /**
   * Submits an import, and compares it with an earlier one that has its idempotency key.
   *
   * @throws InputRefused if none of the input can be imported; nothing was written
   * @throws UsageProblem if the request is invalid; nothing was written
   */
  public Submitted submitOnce(ImportRequest request, ImportProgress progress)
      throws InputRefused, UsageProblem {
    return submitWithin(SubmissionLimit.NONE, request, progress).orElseThrow();
  }

  /**
   * Submits an import if a limit allows it.
   *
   * @return empty if it does not; nothing was written
   * @throws InputRefused if none of the input can be imported; nothing was written
   * @throws UsageProblem if the request is invalid; nothing was written
   */
  public Optional<Submitted> submitWithin(
      SubmissionLimit limit, ImportRequest request, ImportProgress progress)
      throws InputRefused, UsageProblem {
    AdmittedInput input = admission.admit(request, formats, progress);
    // also decided in the transaction; here it spares those who ask in vain all writing
    if (!limit.allows(
        request.provenance().origin(), input.survey().recordCount(), clock.instant(), store)) {
      return Optional.empty();
    }
    Job job = admission.job(JobIds.next(), JobState.PENDING, input);
    Job stored = isLarge(request.input()) ? admission.numbered(job) : job;
    return keepOnce(stored, request.input(), limit, kept -> kept, progress)
        .map(found -> new Submitted(found, relation(job, found)));
  }

  /**
   * Stores an input that can't be imported, with a job that has failed at once. For interfaces that
   * accept every input and tell by the job what is wrong with it.
   *
   * @param refused why it can't be imported
   * @return the failed job; empty if the limit does not allow it, then nothing was written
   * @throws InputRefused if the input can't be read again; nothing was written
   * @throws UsageProblem if the request is invalid; nothing was written
   */
  public Optional<Job> submitRefused(
      SubmissionLimit limit, ImportRequest request, InputRefused refused)
      throws InputRefused, UsageProblem {
    Job job = admission.refusedJob(JobIds.next(), request, formats);
    return keepOnce(job, request.input(), limit, kept -> fail(kept, refused), ImportProgress.NONE);
  }

  private Job fail(Job job, InputRefused refused) {
    store.submitted().givenBack(job, refused.getMessage());
    return lifecycle.finish(job, JobState.FAILED);
  }

  /** Stores a job with its input, unless an earlier attempt has done it. */
  private Optional<Job> keepOnce(
      Job job,
      InputFile file,
      SubmissionLimit limit,
      UnaryOperator<Job> afterwards,
      ImportProgress progress)
      throws InputRefused {
    try {
      return new RetryPolicy(new StopSignal(), progress)
          .insist(
              () ->
                  store
                      .jobs()
                      .find(job.id()) // it was stored, but the confirmation was lost
                      .or(() -> keep(job, file, limit, afterwards)));
    } catch (UncheckedIOException e) {
      throw new InputRefused(
          InputProblem.of(
              ProblemCode.UNREADABLE_INPUT,
              job.source()
                  + " can't be read again: "
                  + Objects.requireNonNull(e.getCause()).getMessage()));
    }
  }

  /**
   * Whether storing an input takes long. User numbers are reserved before that, because other
   * reservations wait for the end of the transaction.
   */
  private static boolean isLarge(InputFile file) throws InputRefused {
    try {
      return Files.size(file.path()) > LARGE_BYTES;
    } catch (IOException e) {
      throw ImportAdmission.cutOff(file, e);
    }
  }

  private static Relation relation(Job requested, Job kept) {
    if (kept.id().equals(requested.id())) {
      return Relation.NEW;
    }
    boolean same =
        kept.digest().equals(requested.digest())
            && kept.format().equals(requested.format())
            && kept.options().askTheSame(requested.options());
    return same ? Relation.REPEATED : Relation.CONFLICTING;
  }

  private Optional<Job> keep(
      Job job, InputFile file, SubmissionLimit limit, UnaryOperator<Job> afterwards) {
    Optional<IncomingInput> adopted =
        file.temporary() ? store.submitted().adopt(job.id(), file.path()) : Optional.empty();
    if (adopted.isEmpty()) {
      return keepCopy(job, file.path(), limit, afterwards);
    }
    try (IncomingInput input = adopted.get()) {
      return create(job, limit, input::addTo, afterwards);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Job> keepCopy(
      Job job, Path file, SubmissionLimit limit, UnaryOperator<Job> afterwards) {
    try (DigestInputStream bytes =
            new DigestInputStream(Files.newInputStream(file), DigestUtils.getSha256Digest());
        IncomingInput input = store.submitted().receive(job.id(), bytes)) {
      return create(
          job,
          limit,
          kept -> {
            input.addTo(kept);
            requireDigest(kept, bytes.getMessageDigest());
          },
          afterwards);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Job> create(
      Job job, SubmissionLimit limit, Addition input, UnaryOperator<Job> afterwards) {
    return store.inTransaction(
        () -> {
          if (!limit.allowsAdding(job, store)) {
            return Optional.empty();
          }
          Job kept = store.jobs().create(admission.numbered(job));
          if (!kept.id().equals(job.id())) {
            return Optional.of(kept); // its idempotency key was used before
          }
          ImportEntries.created(store, kept);
          try {
            input.addTo(kept);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return Optional.of(afterwards.apply(kept));
        });
  }

  private static void requireDigest(Job job, MessageDigest read) throws IOException {
    if (!HexFormat.of().formatHex(read.digest()).equals(job.digest())) {
      throw new IOException("it has changed since it was surveyed");
    }
  }

  /** Adds a new job to the queue. */
  private interface Addition {

    void addTo(Job job) throws IOException;
  }

  /**
   * A submitted import.
   *
   * @param job the new job, or the earlier one that has the request's idempotency key
   */
  public record Submitted(Job job, Relation relation) {}

  /** How a request relates to the job that has its idempotency key. */
  public enum Relation {
    /** The request has created the job. */
    NEW,
    /** An earlier request with the same input and options has created the job. */
    REPEATED,
    /** An earlier request with another input or other options has created the job. */
    CONFLICTING
  }
}
