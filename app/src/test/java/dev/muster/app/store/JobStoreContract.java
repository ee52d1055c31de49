package dev.muster.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobInput;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.JobTimes;
import dev.muster.app.job.Provenance;
import dev.muster.app.journal.Actor;
import dev.muster.match.RepeatLedger.Entry;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.read.Position;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.report.Tally;
import dev.muster.user.Key;
import dev.muster.user.LoginIdKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What any log of jobs has to do. */
abstract class JobStoreContract {

  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);
  private static final JobOptions OPTIONS =
      new JobOptions(
          Optional.of("email"), Optional.of(true), "auto", false, CommitPolicy.WHOLE, true);
  private static final Actor ANN_AT_HOME = Actor.cli("ann", "home");
  private static final Key ANN = Key.of(LoginIdKind.EMAIL, "ann@x");
  private static final Key BOB = Key.of(LoginIdKind.EMAIL, "bob@x");

  abstract JobStore log();

  @Test
  void aJobComesBackAsItWent() {
    Job job = log().create(job("imp_1", OPTIONS));
    assertThat(job.number()).isPositive();
    assertThat(log().find("imp_1")).contains(job);
    assertThat(log().find("imp_2")).isEmpty();
    assertThat(job.options()).isEqualTo(OPTIONS);
    assertThat(job.createdAt()).isEqualTo(NOW);
    assertThat(job.path()).contains("/in.csv");
  }

  @Test
  void theLatestJobComesFirst() {
    log().create(job("imp_1", OPTIONS));
    log().create(job("imp_2", OPTIONS));
    assertThat(log().page(JobFilter.ALL, JobStore.LATEST, 100))
        .extracting(Job::id)
        .containsExactly("imp_2", "imp_1");
  }

  @Test
  void onlyAFinishedJobHasAnEnd() {
    Job job = log().create(job("imp_1", OPTIONS));
    assertThat(log().transition(job, JobState.INTERRUPTED, NOW)).isTrue();
    assertThat(log().find("imp_1").orElseThrow().state()).isEqualTo(JobState.INTERRUPTED);
    assertThat(log().find("imp_1").orElseThrow().completedAt()).isEmpty();
    assertThat(log().transition(job, JobState.CANCELLED, NOW)).isTrue();
    assertThat(log().find("imp_1").orElseThrow().completedAt()).contains(NOW);
  }

  @Test
  void theLatestUnfinishedImportOfTheSameIsFound() {
    log().create(job("imp_1", OPTIONS));
    Job second = log().create(job("imp_2", OPTIONS));
    JobOptions other =
        new JobOptions(Optional.empty(), Optional.empty(), "auto", false, CommitPolicy.WHOLE, true);
    assertThat(unfinished("digest", "csv", "default", OPTIONS)).contains("imp_2");
    assertThat(unfinished("other", "csv", "default", OPTIONS)).isEmpty();
    assertThat(unfinished("digest", "authgear", "default", OPTIONS)).isEmpty();
    assertThat(unfinished("digest", "csv", "r2", OPTIONS)).isEmpty();
    assertThat(unfinished("digest", "csv", "default", other)).isEmpty();
    assertThat(log().transition(second, JobState.COMPLETED, NOW)).isTrue();
    assertThat(unfinished("digest", "csv", "default", OPTIONS)).contains("imp_1");
  }

  private Optional<String> unfinished(
      String digest, String format, String realm, JobOptions options) {
    return log().unfinished(digest, format, realm, options).map(Job::id);
  }

  @Test
  void chunksComeBackInOrderWithTheirRejects() {
    Job job = log().create(job("imp_1", OPTIONS));
    JobChunk first = new JobChunk(0, List.of(inserted(0), inserted(1)), List.of());
    JobChunk second =
        new JobChunk(1, List.of(failed(2), inserted(3)), List.of("{broken".getBytes(UTF_8)));
    log().save(job, first, Map.of());
    log().save(job, second, Map.of());
    List<JobChunk> all = new ArrayList<>();
    log().chunks(job, false, all::add);
    assertThat(all).extracting(JobChunk::number).containsExactly(0, 1);
    assertThat(all)
        .extracting(JobChunk::results)
        .containsExactly(first.results(), second.results());
    assertThat(all.get(1).rejects()).containsExactly("{broken".getBytes(UTF_8));
    List<JobChunk> problems = new ArrayList<>();
    log().chunks(job, true, problems::add);
    assertThat(problems).extracting(JobChunk::number).containsExactly(1);
    assertThat(log().chunksDone(job)).isEqualTo(2);
    assertThat(log().tally(job)).isEqualTo(new Tally(4, 3, 0, 0, 1, 3, 1));
  }

  @Test
  void aJobThatHasNotBegunHasNoSums() {
    Job job = log().create(job("imp_1", OPTIONS));
    assertThat(log().tally(job)).isEqualTo(Tally.ZERO);
    assertThat(log().chunksDone(job)).isZero();
  }

  @Test
  void claimsAreThoseOfTheirJob() {
    Job job = log().create(job("imp_1", OPTIONS));
    Job other = log().create(job("imp_2", OPTIONS));
    log().save(job, new JobChunk(0, List.of(inserted(0)), List.of()), Map.of(ANN, new Entry(2, 7)));
    assertThat(log().claims(job, List.of(ANN, BOB)))
        .containsExactly(Map.entry(ANN, new Entry(2, 7)));
    assertThat(log().claims(other, List.of(ANN, BOB))).isEmpty();
  }

  @Test
  void whatIsForgottenCanBeDoneAgain() {
    Job job = log().create(job("imp_1", OPTIONS));
    JobChunk chunk = new JobChunk(0, List.of(inserted(0)), List.of());
    log().save(job, chunk, Map.of(ANN, new Entry(2, 7)));
    log().forgetChunks(job);
    assertThat(log().chunksDone(job)).isZero();
    assertThat(log().claims(job, List.of(ANN))).isEmpty();
    log().save(job, chunk, Map.of(ANN, new Entry(3, 8)));
    assertThat(log().hide(job, NOW)).isTrue();
    assertThat(log().page(JobFilter.ALL, JobStore.LATEST, 100)).isEmpty();
  }

  private static RecordResult inserted(long index) {
    return result(index, Outcome.INSERTED, 100 + index, List.of());
  }

  private static RecordResult failed(long index) {
    return result(index, Outcome.FAILED, 0, List.of(Problem.of(ProblemCode.DATA_ERROR, "wrong")));
  }

  private static RecordResult result(
      long index, Outcome outcome, long userId, List<Problem> problems) {
    return new RecordResult(
        new Position(index, index + 2),
        outcome,
        outcome == Outcome.INSERTED,
        userId,
        List.of(),
        problems,
        new BitSet(0),
        List.of());
  }

  static Job job(String id, JobOptions options) {
    return new Job(
        0,
        id,
        JobState.RUNNING,
        Provenance.of(ANN_AT_HOME, JobOrigin.CLI),
        new JobInput(
            "csv",
            "default",
            "in.csv",
            Optional.of("/in.csv"),
            "digest",
            "host",
            List.of(),
            4,
            100,
            2),
        options,
        JobTimes.from(NOW));
  }
}
