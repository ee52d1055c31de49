package dev.muster.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.Retention;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.journal.Actor;
import dev.muster.app.settings.SettingsFile;
import dev.muster.app.store.DirectoryChanges;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.Outdated;
import dev.muster.app.upload.run.Outdated.Reason;
import dev.muster.app.upload.run.ReportAnswer;
import dev.muster.app.upload.run.Reports;
import dev.muster.report.Tally;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsTest {

  private static final String TABLE = "email key,first_name\na@example.com,Ann\nb@example.com,Bo\n";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aSimulationWritesNothingAndIsExecuted(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      Job simulation = muster.simulate(file);
      assertThat(simulation.state()).isEqualTo(JobState.COMPLETED);
      assertThat(Reports.isSimulation(simulation)).isTrue();
      assertThat(muster.store.jobs().tally(simulation).inserted()).isEqualTo(2);
      assertThat(muster.users()).isZero();
      assertThat(outdated(muster, file, simulation)).isEmpty();

      Job execution = muster.run(muster.reports().execute(file, simulation, UploadFixture.ANN));

      assertThat(execution.state()).isEqualTo(JobState.COMPLETED);
      assertThat(execution.provenance().parent()).hasValue(simulation.number());
      assertThat(muster.users()).isEqualTo(2);
      assertThat(muster.reports().page(file, JobStore.LATEST, 9))
          .extracting(Job::id)
          .containsExactly(execution.id(), simulation.id());
      assertThat(muster.reports().find(file, execution.id())).contains(execution);
      assertThat(muster.reports().find(muster.upload("2.csv", TABLE), execution.id())).isEmpty();
      assertThat(outdated(muster, file, simulation))
          .hasValueSatisfying(
              reason -> {
                assertThat(reason.reason()).isEqualTo(Reason.EXECUTED);
                assertThat(reason.message()).contains(execution.id(), "ann");
              });
    }
  }

  private static Optional<Outdated> outdated(
      UploadFixture muster, UploadedFile file, Job simulation) throws Exception {
    return muster.reports().outdated(file, simulation, UploadFixture.ANN);
  }

  private static void assertRefused(
      UploadFixture muster, UploadedFile file, Job simulation, Reason reason) throws Exception {
    assertThat(outdated(muster, file, simulation).map(Outdated::reason)).contains(reason);
    long before = muster.users();
    assertThat(muster.reports().execute(file, simulation, UploadFixture.ANN))
        .isInstanceOfSatisfying(
            ReportAnswer.Refused.class,
            refused -> assertThat(refused.reason().reason()).isEqualTo(reason));
    assertThat(muster.users()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anUploadCanBeExecutedWithoutASimulation(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      assertThat(muster.run(muster.reports().execute(file, UploadFixture.ANN)).state())
          .isEqualTo(JobState.COMPLETED);
      assertThat(muster.users()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anImportSinceMakesASimulationOld(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      Job simulation = muster.simulate(file);
      UploadedFile other = muster.upload("other.csv", "email key\na@example.com\n");
      Job changed = muster.run(muster.reports().execute(other, UploadFixture.BOB));
      assertThat(outdated(muster, file, simulation))
          .hasValueSatisfying(
              reason -> {
                assertThat(reason.message()).contains(changed.id(), "other.csv", "bob");
                assertThat(reason.at()).contains(changed.createdAt());
              });
      assertRefused(muster, file, simulation, Reason.IMPORT);
      assertThat(outdated(muster, file, muster.simulate(file))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anImportThatChangedNothingMattersNot(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      muster.run(muster.reports().execute(file, UploadFixture.ANN));
      Job simulation = muster.simulate(file);
      Job same = muster.run(muster.reports().execute(file, UploadFixture.BOB));
      assertThat(muster.store.jobs().tally(same)).extracting(Tally::changed).isEqualTo(0L);
      Job other = muster.simulate(file);
      assertThat(outdated(muster, file, simulation)).isEmpty();
      assertThat(outdated(muster, file, other)).isEmpty();
    }
  }

  /** Its own rows are in the store, but its entry in the journal was written before. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anImportThatIsUnderWayMakesASimulationOld(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      UploadedFile other = muster.upload("other.csv", "email key\nc@example.com\n");
      ReportAnswer submitted = muster.reports().execute(other, UploadFixture.BOB);
      Job simulation = muster.simulate(file);
      assertThat(outdated(muster, file, simulation)).as("it has not begun").isEmpty();
      Job begun = ((ReportAnswer.Submitted) submitted).report();
      assertThat(muster.store.jobs().transition(begun, JobState.RUNNING, muster.clock.instant()))
          .isTrue();
      assertRefused(muster, file, simulation, Reason.IMPORT);
      muster.run(begun);
      assertRefused(muster, file, simulation, Reason.IMPORT);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aDeletedUserOrANewRoleMakesASimulationOld(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      muster.run(muster.reports().execute(file, UploadFixture.ANN));
      Job simulation = muster.simulate(file);
      Realm realm = muster.store.catalogs().realm(Realm.DEFAULT).orElseThrow();
      Realm elsewhere = muster.store.catalogs().realm("other").orElseThrow();
      DirectoryChanges changes =
          new DirectoryChanges(muster.store, UploadFixture.BOB.actor(), muster.clock);
      assertThat(changes.createRole(elsewhere.number(), new Role("x", "X"))).isTrue();
      assertThat(outdated(muster, file, simulation)).as("of another realm").isEmpty();

      assertThat(changes.createRole(realm.number(), new Role("agent", "Agent"))).isTrue();
      assertRefused(muster, file, simulation, Reason.DIRECTORY);

      Job second = muster.simulate(file);
      User user = muster.store.users().find(realm.number(), "a@example.com").get(0);
      assertThat(changes.deleteUser(user)).isTrue();
      assertRefused(muster, file, second, Reason.DIRECTORY);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anotherReadingOfTheFileMakesASimulationOld(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      Job simulation = muster.simulate(file);
      Struct lenient = Struct.of("lenient", Value.TRUE);
      UploadedFile changed =
          muster
              .uploading()
              .change(file, "csv", UploadFixture.PLAIN.withFormatOptions(lenient))
              .orElseThrow();
      assertRefused(muster, changed, simulation, Reason.OPTIONS);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void otherSettingsMakeASimulationOld(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      Job simulation = muster.simulate(file);
      Reports withOthers =
          new Reports(
              muster.store,
              SettingsFile.parse("muster.yml", "default_country: DE"),
              muster.formats,
              muster.clock,
              Retention.FOREVER);
      assertThat(withOthers.outdated(file, simulation, UploadFixture.ANN))
          .hasValueSatisfying(
              reason -> {
                assertThat(reason.reason()).isEqualTo(Reason.SETTINGS);
                assertThat(reason.message()).contains("default_country");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aSimulationThatIsNotCompletedIsNotExecuted(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      ReportAnswer pending = muster.reports().simulate(file, UploadFixture.ANN);
      Job simulation = ((ReportAnswer.Submitted) pending).report();
      assertRefused(muster, file, simulation, Reason.NOT_COMPLETED);
    }
  }

  /** The directory changes after the execution was accepted, before a worker takes it. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anExecutionThatBecameOldInTheQueueFailsBeforeItWrites(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      Job simulation = muster.simulate(file);
      ReportAnswer accepted = muster.reports().execute(file, simulation, UploadFixture.ANN);
      UploadedFile other = muster.upload("other.csv", "email key\na@example.com\n");
      muster.run(muster.reports().execute(other, UploadFixture.BOB));

      Job execution = muster.run(accepted);

      assertThat(execution.state()).isEqualTo(JobState.FAILED);
      assertThat(muster.users()).isEqualTo(1);
      assertThat(muster.store.submitted().find(execution).orElseThrow().trouble())
          .get()
          .asString()
          .startsWith(Reason.IMPORT.sentence())
          .doesNotContain("other.csv"); // it may be in a realm that the reader may not see
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void ofTwoWhoExecuteASimulationOneDoes(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      Job simulation = muster.simulate(file);
      CyclicBarrier together = new CyclicBarrier(2);
      ExecutorService people = Executors.newFixedThreadPool(2);
      List<Future<ReportAnswer>> answers = new ArrayList<>();
      for (var who : List.of(UploadFixture.ANN, UploadFixture.BOB)) {
        answers.add(
            people.submit(
                () -> {
                  try (Session session = muster.database.open()) {
                    Reports reports =
                        new Reports(
                            session,
                            muster.settings,
                            muster.formats,
                            muster.clock,
                            Retention.FOREVER);
                    together.await();
                    return reports.execute(file, simulation, who);
                  }
                }));
      }
      List<ReportAnswer> both = List.of(answers.get(0).get(), answers.get(1).get());
      people.shutdown();
      assertThat(both).filteredOn(ReportAnswer.Submitted.class::isInstance).hasSize(1);
      assertThat(both)
          .filteredOn(ReportAnswer.Refused.class::isInstance)
          .singleElement()
          .satisfies(
              refused ->
                  assertThat(((ReportAnswer.Refused) refused).reason().reason())
                      .isEqualTo(Reason.EXECUTED));
      assertThat(muster.reports().page(file, JobStore.LATEST, 9)).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void onlySimulationsAreDeleted(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      Job simulation = muster.simulate(file);
      Job execution = muster.run(muster.reports().execute(file, UploadFixture.ANN));
      Actor ann = UploadFixture.ANN.actor();
      assertThat(muster.reports().delete(execution, ann)).isEqualTo(ImportControl.Answer.REFUSED);
      assertThat(muster.reports().delete(simulation, ann)).isEqualTo(ImportControl.Answer.DONE);
      assertThat(muster.reports().page(file, JobStore.LATEST, 9))
          .extracting(Job::id)
          .containsExactly(execution.id());
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void rolesOfOtherRealmsMatterNotAndVeryManyEntriesDo(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", TABLE);
      Job simulation = muster.simulate(file);
      int other = muster.store.catalogs().realmNumber("other").orElseThrow();
      DirectoryChanges changes =
          new DirectoryChanges(muster.store, UploadFixture.ANN.actor(), muster.clock);
      changes.createRole(other, new Role("r0", "R"));
      assertThat(outdated(muster, file, simulation)).isEmpty();
      muster.store.inTransaction(
          () -> {
            for (int i = 1; i < 500; i++) {
              changes.createRole(other, new Role("r" + i, "R"));
            }
            return true;
          });
      assertThat(outdated(muster, file, simulation).map(Outdated::reason))
          .contains(Reason.DIRECTORY);
    }
  }
}
