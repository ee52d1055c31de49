package dev.muster.app.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.format.input.InputFile;
import dev.muster.app.http.SilentWork;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.store.StoreKind;
import dev.muster.app.tempfile.SourceBroken;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.Uploads;
import dev.muster.app.upload.Uploads.IncomingFile;
import dev.muster.app.upload.run.FileTooLarge;
import dev.muster.app.upload.run.ReportAnswer;
import dev.muster.problem.InputRefused;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UploadedFilesTest {

  private static final String TABLE = "email key,first_name\na@example.com,Ann\nb@example.com,Bo\n";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aFileComesBackAsItWas(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      assertThat(file.id()).matches("upl_[0-9a-z]{12}");
      assertThat(file.rows()).as("with the header").isEqualTo(3);
      assertThat(file.format()).isEqualTo("csv");
      assertThat(file.charset()).contains("UTF-8");
      assertThat(file.bytes()).isEqualTo(TABLE.length());
      assertThat(muster.store.uploads().find(file.id())).contains(file);
      assertThat(muster.store.uploads().find(file.number())).contains(file);
      try (InputStream bytes = muster.store.uploads().open(file).orElseThrow()) {
        assertThat(new String(bytes.readAllBytes(), UTF_8)).isEqualTo(TABLE);
      }
      assertThat(actions(muster, file)).containsExactly("upload.created");
    }
  }

  private static List<String> actions(UploadFixture muster, UploadedFile file) {
    return muster.store.journal().page(JournalFilter.ALL.of(file.id()), Journal.LATEST, 9).stream()
        .map(JournalEntry::action)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theLatestFilesOfVisibleRealmsComeFirst(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile first = muster.upload("1.csv", TABLE);
      UploadedFile other = muster.upload("2.csv", TABLE, "other", "auto", UploadFixture.PLAIN);
      UploadedFile last = muster.upload("3.csv", TABLE);
      Uploads uploads = muster.store.uploads();
      assertThat(uploads.page(Optional.empty(), Uploads.LATEST, 9))
          .containsExactly(last, other, first);
      assertThat(uploads.page(Optional.of(Set.of(Realm.DEFAULT)), Uploads.LATEST, 9))
          .containsExactly(last, first);
      assertThat(uploads.page(Optional.empty(), last.number(), 1)).containsExactly(other);
      assertThat(uploads.page(Optional.of(Set.of()), Uploads.LATEST, 9)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anUploadThatBreaksOffLeavesNothing(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      InputStream broken =
          new SequenceInputStream(
              new ByteArrayInputStream(TABLE.getBytes(UTF_8)),
              new InputStream() {
                @Override
                public int read() throws IOException {
                  throw new IOException("connection reset");
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                  return read();
                }
              });
      assertThatThrownBy(() -> muster.receive("people.csv", broken, 1 << 20))
          .isInstanceOf(SourceBroken.class);
      assertThatThrownBy(
              () -> muster.receive("p.csv", new ByteArrayInputStream(TABLE.getBytes(UTF_8)), 10))
          .isInstanceOfSatisfying(
              FileTooLarge.class, large -> assertThat(large.bytesMax()).isEqualTo(10));
      assertThat(muster.store.uploads().page(Optional.empty(), Uploads.LATEST, 9)).isEmpty();
      try (Stream<Path> all = Files.walk(folder)) {
        assertThat(all.filter(path -> path.getFileName().toString().startsWith("file-"))).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aWrongSyntaxIsRefusedAndAWrongHeaderIsNot(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      assertThatThrownBy(() -> muster.upload("people.csv", "email key\n\"never closed\n"))
          .isInstanceOf(InputRefused.class);
      assertThatThrownBy(() -> muster.upload("people.csv", "")).isInstanceOf(InputRefused.class);
      assertThat(muster.store.uploads().page(Optional.empty(), Uploads.LATEST, 9)).isEmpty();

      UploadedFile file = muster.upload("people.csv", "E-mail,Who knows\na@example.com,x\n\n");
      assertThat(file.rows()).isEqualTo(2);
      ReportAnswer answer = muster.reports().simulate(file, UploadFixture.ANN);
      Job waiting = ((ReportAnswer.Submitted) answer).report();
      assertThat(waiting.state()).isEqualTo(JobState.PENDING); // nothing was read for the answer
      Job report = muster.run(waiting);
      assertThat(report.state()).isEqualTo(JobState.FAILED);
      assertThat(muster.store.submitted().find(report).orElseThrow().trouble())
          .get()
          .asString()
          .contains("Who knows");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aFileCanBeReadInAnotherWay(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", "Our people,\n" + TABLE);
      Struct row = Struct.of("header_row", new Value.Num("2"));
      UploadedFile changed =
          muster
              .uploading()
              .change(file, "csv", UploadFixture.PLAIN.withFormatOptions(row))
              .orElseThrow();
      assertThat(changed.rows()).isEqualTo(3);
      assertThat(muster.store.uploads().find(file.id())).contains(changed);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aFileGoesWithItsReportsAndTheJournalKeepsThatItWas(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      Job simulation = muster.simulate(file);
      Job pending = report(muster, file);
      assertThat(muster.reports().page(file, JobStore.LATEST, 9))
          .extracting(Job::id)
          .containsExactly(pending.id(), simulation.id());

      assertThat(muster.deletion().delete(file)).isTrue();

      assertThat(muster.store.uploads().find(file.id())).isEmpty();
      assertThat(muster.store.uploads().open(file)).isEmpty();
      assertThat(muster.store.jobs().find(simulation.id())).isEmpty();
      assertThat(muster.store.jobs().find(pending.id())).isEmpty();
      assertThat(actions(muster, file)).containsExactly("upload.deleted", "upload.created");
      assertThat(muster.reports().simulate(muster.upload("2.csv", TABLE), UploadFixture.ANN))
          .isInstanceOf(ReportAnswer.Submitted.class);
    }
  }

  private static Job report(UploadFixture muster, UploadedFile file) throws Exception {
    ReportAnswer answer = muster.reports().simulate(file, UploadFixture.ANN);
    return ((ReportAnswer.Submitted) answer).report();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aFileStaysWhileAReportIsCarriedOut(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      Job report = report(muster, file);
      try (var held = muster.store.hold(report.number()).orElseThrow()) {
        assertThat(held).isNotNull();
        assertThat(muster.deletion().delete(file)).isFalse();
      }
      assertThat(muster.store.uploads().find(file.id())).contains(file);
      assertThat(muster.run(report).state().wireName()).isEqualTo("completed");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anInterruptedDeletionIsCompletedLater(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      assertThat(muster.store.uploads().hide(file, Instant.now())).isTrue();
      while (muster.store.jobs().purge()) {
        // a portion at a time
      }
      assertThat(muster.store.uploads().open(file)).isEmpty();
      assertThat(muster.store.uploads().hide(file, Instant.now())).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void bytesWithoutAFileAreDropped(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind);
        InputFile received =
            muster.receive("p.csv", new ByteArrayInputStream(TABLE.getBytes(UTF_8)), 1 << 20)) {
      UploadedFile file = muster.upload("kept.csv", TABLE);
      IncomingFile incoming = muster.store.uploads().receive("upl_gone", received.path());
      incoming.close();
      assertThat(inputs()).doesNotContain("upl_gone");
      assertThat(muster.store.uploads().open(file)).isPresent();
    }
  }

  /** As when the process was killed between storing the bytes and putting the file on record. */
  @Test
  void bytesThatAKilledProcessLeftAreDeletedByTheNextWorker() throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, StoreKind.SQLITE)) {
      UploadedFile file = muster.upload("kept.csv", TABLE);
      Path inputs = folder.resolve("muster.db-inputs");
      Path orphan = Files.writeString(inputs.resolve("upl_orphan"), TABLE);
      FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
      Files.setLastModifiedTime(orphan, old);
      Files.setLastModifiedTime(inputs.resolve(file.id()), old);
      try (Worker worker = muster.application.worker("node", new SilentWork())) {
        worker.start(1);
      }
      assertThat(inputs()).containsExactly(file.id());
    }
  }

  private List<String> inputs() throws IOException {
    Path inputs = folder.resolve("muster.db-inputs");
    if (!Files.exists(inputs)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(inputs)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }

  /** What only a mapping changes, is not read again. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anotherMappingLeavesTheRowsAsTheyAre(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      Struct mapping = Struct.of("columns", Struct.of("first_name", Value.of("-")));
      JobOptions mapped = UploadFixture.PLAIN.withFormatOptions(Struct.of("mapping", mapping));
      UploadedFile changed = muster.uploading().change(file, "csv", mapped).orElseThrow();
      assertThat(changed.reading()).isEqualTo(file.reading());
      Job report = muster.run(muster.reports().execute(changed, UploadFixture.ANN));
      assertThat(report.state()).isEqualTo(JobState.COMPLETED);
      assertThat(report.input().header()).containsExactly("email key", "first_name");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aTableWithoutAHeaderCountsTheSameRowsBeforeAndAfterItIsMapped(StoreKind kind)
      throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      Struct headless = Struct.of("header_row", new Value.Num("0"));
      UploadedFile file = muster.upload("people.csv", "a@example.com,Ann\n", headless);
      Struct columns =
          new Struct.Builder()
              .put("column 1", Value.of("email key"))
              .put("column 2", Value.of("first_name"))
              .build();
      Struct mapped = headless.edit().put("mapping", Struct.of("columns", columns)).build();
      UploadedFile changed =
          muster
              .uploading()
              .change(file, "csv", UploadFixture.PLAIN.withFormatOptions(mapped))
              .orElseThrow();
      assertThat(changed.rows()).isEqualTo(file.rows()).isEqualTo(2);
      assertThat(muster.run(muster.reports().execute(changed, UploadFixture.ANN)).state())
          .isEqualTo(JobState.COMPLETED);
      assertThat(muster.users()).isEqualTo(1);
    }
  }
}
