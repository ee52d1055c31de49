package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of submitted imports, on any store. */
abstract class SubmittedImportsContract {

  private static final JobOptions OPTIONS =
      new JobOptions(Optional.empty(), Optional.empty(), "auto", false, CommitPolicy.CHUNK, false);

  @TempDir Path folder;
  private Session store;
  SubmittedImports submitted;

  /** The address of a directory that nobody has used. */
  abstract String emptyDirectory();

  @BeforeEach
  void open() {
    store = StoreKind.open(emptyDirectory());
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
  void aJobThatWasNotSubmittedIsNone() {
    assertThat(submitted.find(store.jobs().create(JobStoreContract.job("imp_1", OPTIONS))))
        .isEmpty();
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
