package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobStore;
import dev.muster.match.RepeatLedger;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.read.Position;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.Key;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of submitted imports, on any store. */
abstract class SubmittedImportsContract {

  private static final JobOptions OPTIONS =
      new JobOptions(Optional.empty(), Optional.empty(), "auto", false, CommitPolicy.CHUNK, false);

  @TempDir Path folder;
  private String address = "";
  private Session store;
  SubmittedImports submitted;

  /** The address of a directory that nobody has used. */
  abstract String emptyDirectory();

  @BeforeEach
  void open() {
    address = emptyDirectory();
    store = StoreKind.open(address);
    submitted = store.submitted();
  }

  @AfterEach
  void close() {
    store.close();
  }

  Job submit(String id, byte[] input) {
    return store.inTransaction(
        () -> {
          Job job = store.jobs().create(JobStoreContract.job(id, OPTIONS));
          add(job, new ByteArrayInputStream(input));
          return job;
        });
  }

  /** Submits a temporary file without copying it. */
  Job adopt(String id, Path temporary) {
    try (SubmittedImports.IncomingInput input = submitted.adopt(id, temporary).orElseThrow()) {
      return store.inTransaction(
          () -> {
            Job job = store.jobs().create(JobStoreContract.job(id, OPTIONS));
            try {
              input.addTo(job);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return job;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Job job, InputStream input) {
    try (SubmittedImports.IncomingInput incoming = submitted.receive(job.id(), input)) {
      incoming.addTo(job);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anInputOfManyPartsComesBackAsItWas() throws Exception {
    byte[] input = new byte[2_500_000];
    new Random(1).nextBytes(input);
    Job large = submit("imp_large", input);
    Job small = submit("imp_small", new byte[] {5});

    assertThat(submitted.input(large).orElseThrow().readAllBytes()).isEqualTo(input);
    assertThat(submitted.input(small).orElseThrow().read()).isEqualTo(5);
    assertThat(submitted.input(submit("imp_none", new byte[0])).orElseThrow().read()).isEqualTo(-1);
  }

  @Test
  void anInputThatCanNotBeReadLeavesNothing() throws Exception {
    InputStream broken = InputStream.nullInputStream();
    broken.close();

    assertThatThrownBy(
            () ->
                store.inTransaction(
                    () -> {
                      add(store.jobs().create(JobStoreContract.job("imp_1", OPTIONS)), broken);
                      return true;
                    }))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(store.jobs().page(JobFilter.ALL, JobStore.LATEST, 100)).isEmpty();
  }

  @Test
  void aSubmissionTellsWhoIsAtWorkAndWhyNot() {
    Job job = submit("imp_1", new byte[] {1});
    assertThat(submitted.find(job))
        .contains(new Submission(Optional.empty(), Optional.empty(), false, Optional.empty()));

    submitted.taken(job, "a");
    submitted.givenBack(job, "the disk is full");
    submitted.cancel(job);
    assertThat(submitted.find(job))
        .contains(
            new Submission(
                Optional.of("a"), Optional.of("the disk is full"), true, Optional.empty()));

    submitted.taken(job, "b");
    assertThat(submitted.find(job))
        .contains(new Submission(Optional.of("b"), Optional.empty(), true, Optional.empty()));
  }

  @Test
  void aTransactionThatAwaitsItsTurnSeesWhatThoseBeforeItAdded() throws Exception {
    FutureTask<Long> counted = new FutureTask<>(this::countInTurn);
    store.inTransaction(
        () -> {
          submitted.awaitTurn();
          new Thread(counted, "next").start();
          Job job = store.jobs().create(JobStoreContract.job("imp_1", OPTIONS));
          add(job, new ByteArrayInputStream(new byte[] {1}));
          assertThatThrownBy(() -> counted.get(500, TimeUnit.MILLISECONDS))
              .as("it waits")
              .isInstanceOf(TimeoutException.class);
          return job;
        });
    assertThat(counted.get(30, TimeUnit.SECONDS)).isEqualTo(1);
  }

  private long countInTurn() {
    try (Session other = StoreKind.open(address)) {
      return other.inTransaction(
          () -> {
            other.submitted().awaitTurn();
            return other.jobs().totals(JobFilter.ALL).jobs();
          });
    }
  }

  @Test
  void aJobThatWasNotSubmittedIsNone() {
    assertThat(submitted.find(store.jobs().create(JobStoreContract.job("imp_1", OPTIONS))))
        .isEmpty();
  }

  @Test
  void nothingRefersToAJobThatWasDeleted() throws Exception {
    Job first = submit("imp_1", new byte[] {1});
    Job kept = follow(first);
    Job last = submit("imp_3", new byte[] {1});
    List<RecordResult> failed =
        List.of(
            new RecordResult(
                new Position(0, 2),
                Outcome.FAILED,
                false,
                0,
                List.of(),
                List.of(Problem.of(ProblemCode.DATA_ERROR, "wrong")),
                new BitSet(0),
                List.of()));
    for (Job job : List.of(first, last)) {
      store
          .jobs()
          .save(
              job,
              new JobChunk(0, failed, List.of()),
              Map.of(new Key("eann@x"), new RepeatLedger.Entry(2, 7)));
    }
    delete(last);
    delete(first);
    assertThat(store.jobs().find(kept.id())).isPresent();
    for (JobColumn column : jobColumns()) {
      assertThat(numbers(column))
          .as(column.toString())
          .doesNotContain(first.number(), last.number());
    }
  }

  private Job follow(Job first) {
    Job job = JobStoreContract.job("imp_2", OPTIONS);
    return store
        .jobs()
        .create(
            new Job(
                0,
                job.id(),
                job.state(),
                job.provenance().after(first),
                job.input(),
                job.options(),
                job.times()));
  }

  private record JobColumn(String table, String column) {}

  /** The columns of all tables that hold numbers of jobs. */
  private List<JobColumn> jobColumns() throws Exception {
    List<JobColumn> columns = new ArrayList<>(List.of(new JobColumn("jobs", "parent")));
    try (Connection connection = DirectoryInvariants.connection(address);
        ResultSet rows = connection.getMetaData().getColumns(null, null, "%", "job")) {
      while (rows.next()) {
        columns.add(new JobColumn(rows.getString("TABLE_NAME"), "job"));
      }
    }
    columns.remove(new JobColumn("journal", "job")); // it names imports that may be deleted
    assertThat(columns).hasSizeGreaterThan(4);
    return columns;
  }

  private List<Long> numbers(JobColumn column) throws Exception {
    List<Long> numbers = new ArrayList<>();
    try (Connection connection = DirectoryInvariants.connection(address);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT " + column.column() + " FROM " + column.table())) {
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
    }
    return numbers;
  }

  /** Locks and parents are by number: with one of a deleted job, another would be taken for it. */
  @Test
  void aNumberIsNotGivenOutAgain() {
    Job first = submit("imp_1", new byte[] {1});
    delete(first);
    Job second = submit("imp_2", new byte[] {1});
    assertThat(second.number()).isGreaterThan(first.number());
    delete(second);
    assertThat(store.jobs().purge()).isFalse();
    assertThat(submit("imp_1", new byte[] {1}).number()).isGreaterThan(second.number());
  }

  /** Deletes a job with all that is kept of it. */
  void delete(Job job) {
    assertThat(store.jobs().hide(job, Instant.EPOCH)).isTrue();
    while (store.jobs().purge()) {
      assertThat(store.jobs().find(job.id())).isEmpty();
    }
    assertThat(submitted.find(job)).isEmpty();
  }
}
