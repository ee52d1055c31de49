package dev.muster.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.ChunkMark;
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
import dev.muster.app.job.JobTotals;
import dev.muster.app.job.Provenance;
import dev.muster.app.job.StopRequest;
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
import java.util.OptionalLong;
import java.util.Set;
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
  void whoComesLateDoesNotTakeBackThatItIsFinished() {
    for (JobState end : JobState.allFinished()) {
      Job job = log().create(job("imp_" + end.wireName(), OPTIONS));
      assertThat(log().transition(job, end, NOW)).isTrue();
      for (JobState late : JobState.values()) {
        assertThat(log().transition(job, late, NOW.plusSeconds(1)))
            .as("from %s to %s", end, late)
            .isFalse();
      }
      Job after = log().find(job.id()).orElseThrow();
      assertThat(after.state()).isEqualTo(end);
      assertThat(after.completedAt()).contains(NOW);
    }
  }

  /** What decides is the state on record, not the one that somebody has read. */
  @Test
  void everyTransitionOfTheTableIsMadeAndNoOther() {
    int number = 0;
    for (JobState from : JobState.values()) {
      for (JobState to : JobState.values()) {
        Job job = log().create(in(from, "imp_" + number++));
        assertThat(log().transition(job, to, NOW))
            .as("from %s to %s", from, to)
            .isEqualTo(from.mayBecome(to));
        assertThat(log().find(job.id()).orElseThrow().state())
            .isEqualTo(from.mayBecome(to) ? to : from);
      }
    }
  }

  private static Job in(JobState state, String id) {
    Job job = job(id, OPTIONS);
    return new Job(0, id, state, job.provenance(), job.input(), job.options(), job.times());
  }

  @Test
  void aRequestToStopWaitsUntilItIsObeyed() {
    Job job = log().create(job("imp_1", OPTIONS));
    assertThat(log().stopRequested(job)).isEmpty();
    assertThat(log().requestStop(job, StopRequest.PAUSE)).isTrue();
    assertThat(log().stopRequested(job)).contains(StopRequest.PAUSE);
    assertThat(log().requestStop(job, StopRequest.CANCEL)).isTrue();
    log().withdrawPause(job);
    assertThat(log().stopRequested(job)).contains(StopRequest.CANCEL);
    assertThat(log().requestStop(job, StopRequest.PAUSE)).isFalse();
    assertThat(log().stopRequested(job)).contains(StopRequest.CANCEL);
    assertThat(log().transition(job, JobState.CANCELLED, NOW)).isTrue();
    assertThat(log().stopRequested(job)).isEmpty();
    assertThat(log().requestStop(job, StopRequest.CANCEL)).isFalse();
  }

  @Test
  void aPauseIsWithdrawnByWhoeverGoesOn() {
    Job job = log().create(job("imp_1", OPTIONS));
    assertThat(log().requestStop(job, StopRequest.PAUSE)).isTrue();
    log().withdrawPause(job);
    assertThat(log().stopRequested(job)).isEmpty();
  }

  @Test
  void whoAskedAndOtherNamesComeBack() {
    Provenance all =
        Provenance.of(new Actor(Actor.Kind.TOKEN, "hr:sync"), JobOrigin.AUTH0)
            .withPublicId("job_0123456789abcdef")
            .withExternalId("monday's")
            .withIdempotencyKey("key")
            .after(log().create(job("imp_1", OPTIONS)));
    Job job = log().create(from(all, "imp_2", "digest"));
    assertThat(job.provenance()).isEqualTo(all);
    assertThat(log().find("job_0123456789abcdef")).contains(job);
    assertThat(job.input().header()).containsExactly("email key", "first_name");
  }

  @Test
  void anIdempotencyKeyMeansOneImportOfItsActorAndRealm() {
    Provenance ann = Provenance.of(ANN_AT_HOME, JobOrigin.API).withIdempotencyKey("key");
    Provenance bob =
        Provenance.of(Actor.cli("bob", "home"), JobOrigin.API).withIdempotencyKey("key");
    Job first = log().create(from(ann, "imp_1", "digest"));
    assertThat(log().create(from(ann, "imp_2", "digest"))).isEqualTo(first);
    assertThat(log().create(from(ann, "imp_3", "other")).digest()).isEqualTo("digest");
    assertThat(log().create(from(bob, "imp_4", "digest")).id()).isEqualTo("imp_4");
    assertThat(log().hide(first, NOW)).isTrue();
    assertThat(log().create(from(ann, "imp_5", "other")).id()).isEqualTo("imp_5");
  }

  private static Job from(Provenance provenance, String id, String digest) {
    JobInput input = job(id, OPTIONS).input();
    return new Job(
        0,
        id,
        JobState.PENDING,
        provenance,
        new JobInput(
            input.format(),
            input.realm(),
            input.source(),
            Optional.empty(),
            digest,
            input.host(),
            List.of("email key", "first_name"),
            input.records(),
            input.firstUser(),
            input.chunkSize()),
        OPTIONS,
        JobTimes.from(NOW));
  }

  @Test
  void jobsAreFoundByPage() {
    for (int i = 0; i < 5; i++) {
      log().create(in(i % 2 == 0 ? JobState.COMPLETED : JobState.PAUSED, "imp_" + i));
    }
    JobFilter completed = JobFilter.ALL.in(Set.of(JobState.COMPLETED));
    List<Job> first = log().page(completed, JobStore.LATEST, 2);
    assertThat(first).extracting(Job::id).containsExactly("imp_4", "imp_2");
    assertThat(log().page(completed, first.get(1).number(), 2))
        .extracting(Job::id)
        .containsExactly("imp_0");
    assertThat(log().page(JobFilter.ALL.since(NOW.plusMillis(1)), JobStore.LATEST, 9)).isEmpty();
    assertThat(log().page(JobFilter.ALL.until(NOW), JobStore.LATEST, 9)).isEmpty();
    assertThat(log().page(JobFilter.ALL.until(NOW.plusMillis(1)), JobStore.LATEST, 9)).hasSize(5);
    assertThat(log().page(JobFilter.ALL.ofRealm("other"), JobStore.LATEST, 9)).isEmpty();
    assertThat(log().totals(completed.from(JobOrigin.CLI))).isEqualTo(new JobTotals(3, 12));
    assertThat(log().totals(completed.from(JobOrigin.API))).isEqualTo(new JobTotals(0, 0));
    assertThat(log().startingWith("imp_", 3)).extracting(Job::id).first().isEqualTo("imp_4");
    assertThat(log().startingWith("imp%", 3)).isEmpty();
  }

  @Test
  void whatHasExpiredIsFoundOnlyWhenFinished() {
    Job finished = log().create(job("imp_1", OPTIONS));
    Job running = log().create(job("imp_2", OPTIONS));
    for (Job job : List.of(finished, running)) {
      log().expireAt(job, NOW);
    }
    assertThat(log().transition(finished, JobState.COMPLETED, NOW)).isTrue();
    assertThat(log().expired(NOW, 9)).isEmpty();
    assertThat(log().expired(NOW.plusMillis(1), 9)).extracting(Job::id).containsExactly("imp_1");
  }

  @Test
  void aHiddenJobIsGoneForEverybodyAndPurgedInPortions() {
    Job job = log().create(job("imp_1", OPTIONS));
    log().save(job, new JobChunk(0, List.of(failed(0)), List.of()), Map.of(ANN, new Entry(2, 7)));
    assertThat(log().hide(job, NOW)).isTrue();
    assertThat(log().hide(job, NOW)).isFalse();
    assertThat(log().find("imp_1")).isEmpty();
    assertThat(log().startingWith("imp_1", 9)).isEmpty();
    assertThat(log().transition(job, JobState.COMPLETED, NOW)).isFalse();
    assertThat(log().requestStop(job, StopRequest.CANCEL)).isFalse();
    int portions = 0;
    while (log().purge()) {
      portions++;
    }
    assertThat(portions).isBetween(2, 5);
    assertThat(log().chunksDone(job)).isZero();
    assertThat(log().problemCounts(job)).isEmpty();
    assertThat(log().claims(job, List.of(ANN))).isEmpty();
  }

  @Test
  void unfinishedImportsOfTheSameAreFoundLatestFirst() {
    log().create(job("imp_1", OPTIONS));
    Job second = log().create(job("imp_2", OPTIONS));
    JobOptions other =
        new JobOptions(Optional.empty(), Optional.empty(), "auto", false, CommitPolicy.WHOLE, true);
    assertThat(unfinished("digest", "csv", "default", OPTIONS)).containsExactly("imp_2", "imp_1");
    assertThat(unfinished("other", "csv", "default", OPTIONS)).isEmpty();
    assertThat(unfinished("digest", "authgear", "default", OPTIONS)).isEmpty();
    assertThat(unfinished("digest", "csv", "r2", OPTIONS)).isEmpty();
    assertThat(unfinished("digest", "csv", "default", other)).isEmpty();
    assertThat(log().transition(second, JobState.COMPLETED, NOW)).isTrue();
    assertThat(unfinished("digest", "csv", "default", OPTIONS)).containsExactly("imp_1");
  }

  private List<String> unfinished(String digest, String format, String realm, JobOptions options) {
    return log().unfinished(digest, format, realm, options).stream().map(Job::id).toList();
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
    assertThat(log().tallies(List.of(job)))
        .isEqualTo(Map.of(job.number(), new Tally(4, 3, 0, 0, 1, 3, 1)));
  }

  @Test
  void theLastChunkWithAKnownPlaceIsTheMark() {
    Job job = log().create(job("imp_1", OPTIONS));
    assertThat(log().lastMark(job)).isEmpty();
    save(job, 0, OptionalLong.of(5));
    save(job, 1, OptionalLong.of(77));
    assertThat(log().lastMark(job)).contains(new ChunkMark(1, 77, 4, 2));
    save(job, 2, OptionalLong.empty());
    assertThat(log().lastMark(job)).contains(new ChunkMark(1, 77, 4, 2));
  }

  private void save(Job job, int number, OptionalLong offset) {
    List<RecordResult> results = List.of(inserted(2L * number), inserted(2L * number + 1));
    log().save(job, new JobChunk(number, results, List.of(), offset), Map.of());
  }

  @Test
  void aJobThatHasNotBegunHasNoSums() {
    Job job = log().create(job("imp_1", OPTIONS));
    assertThat(log().tally(job)).isEqualTo(Tally.ZERO);
    assertThat(log().tallies(List.of(job))).isEqualTo(Map.of(job.number(), Tally.ZERO));
    assertThat(log().tallies(List.of())).isEmpty();
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
  void claimsOfAnyLengthAreKept() {
    Job job = log().create(job("imp_1", OPTIONS));
    String text = LongTexts.random(3, 10_000);
    Key first = Key.ofAttribute("custom_attributes.badge", text + "1");
    Key second = Key.ofAttribute("custom_attributes.badge", text + "2");
    Key third = Key.ofAttribute("custom_attributes.badge", text + "3");
    log()
        .save(
            job,
            new JobChunk(0, List.of(inserted(0)), List.of()),
            Map.of(first, new Entry(2, 7), second, new Entry(3, 8), ANN, new Entry(4, 9)));
    assertThat(log().claims(job, List.of(ANN, BOB, first, second, third)))
        .containsOnly(
            Map.entry(first, new Entry(2, 7)),
            Map.entry(second, new Entry(3, 8)),
            Map.entry(ANN, new Entry(4, 9)));
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

  @Test
  void theImportThatMadeAUserIsFound() {
    Job job = log().create(job("imp_1", OPTIONS));
    log().create(job("imp_2", OPTIONS).startingWithUser(job.firstUser() + job.records()));
    long last = job.firstUser() + job.records() - 1;
    assertThat(log().page(JobFilter.ALL.thatMade(job.firstUser(), NOW), JobStore.LATEST, 9))
        .extracting(Job::id)
        .containsExactly("imp_1");
    assertThat(log().page(JobFilter.ALL.thatMade(last, NOW), JobStore.LATEST, 9)).hasSize(1);
    assertThat(log().page(JobFilter.ALL.thatMade(last + 1, NOW), JobStore.LATEST, 9))
        .extracting(Job::id)
        .containsExactly("imp_2");
    assertThat(log().page(JobFilter.ALL.thatMade(last, NOW.plusMillis(1)), JobStore.LATEST, 9))
        .isEmpty();
  }
}
