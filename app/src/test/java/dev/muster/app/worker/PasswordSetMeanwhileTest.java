package dev.muster.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.Job;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.store.StoreKind;
import dev.muster.app.upload.UploadedFile;
import dev.muster.value.Struct;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users who choose a password between a simulation and its execution. */
class PasswordSetMeanwhileTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "SQLITE, first_name, Ann, false",
    "POSTGRESQL, first_name, Ann, false",
    "SQLITE, @force-password-reset, true, true",
    "SQLITE, password_hash, {sha256}XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=, true",
  })
  void onlyTheSimulationOfATableThatChangesPasswordsBecomesOld(
      StoreKind kind, String column, String cell, boolean old) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file =
          muster.upload("people.csv", "email key," + column + "\na@example.com," + cell + "\n");
      Job simulation = muster.simulate(file);
      muster
          .store
          .journal()
          .add(
              muster.clock.instant(),
              Actor.SYSTEM,
              JournalAction.USER_PASSWORD_SET,
              "someone",
              Struct.EMPTY);
      assertThat(muster.reports().outdated(file, simulation, UploadFixture.ANN).isPresent())
          .isEqualTo(old);
    }
  }
}
