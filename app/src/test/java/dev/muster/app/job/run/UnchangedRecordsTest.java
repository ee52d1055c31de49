package dev.muster.app.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.authgear.AuthgearLinesFormat;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.unchanged.UnchangedRecords;
import dev.muster.app.settings.BuildVersion;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.StoreKind;
import dev.muster.password.CostBounds;
import dev.muster.prepare.Prepared;
import dev.muster.report.RecordResult;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that were already applied are skipped, with the results of applying them again. */
class UnchangedRecordsTest {

  private static final Realm REALM = new Realm(1, Realm.DEFAULT, Map.of(), Map.of());

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void skipsWhatWasAppliedAlready(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "a");
    List<String> lines =
        List.of(
            record("plain", "\"name\": \"Pláin\""),
            record("warned", "\"disabled\": false"),
            record("edited", "\"name\": \"E\""),
            record("nested", "\"custom_attributes\": {\"email\": \"plain@example.com\"}"),
            record("\\u0061bc", "\"name\": \"escaped\""),
            record("changed", "\"name\": \"C\""),
            "{broken");
    Path file = ImportFixture.write(folder.resolve("in.ndjson"), lines);
    try (ImportFixture trial = new ImportFixture(address)) {
      trial.run(file, ImportFixture.byChunk());
      execute(
          address,
          "UPDATE users SET disabled = NOT disabled, record_fingerprint = NULL"
              + " WHERE email LIKE 'edited%'");
      ImportFixture.write(
          folder.resolve("later.ndjson"), List.of(record("changed", "\"given_name\": \"C\"")));
      trial.run(folder.resolve("later.ndjson"), ImportFixture.byChunk());

      assertThat(done(trial, file, REALM, InputLimits.DEFAULTS)).containsExactly(0L, 3L);
      ImportFixture.write(file, spacedOtherwise(lines));
      assertThat(done(trial, file, REALM, InputLimits.DEFAULTS)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void skipsNothingByOtherRules(StoreKind kind) throws Exception {
    Path file =
        ImportFixture.write(folder.resolve("in.ndjson"), List.of(record("a", "\"name\": \"A\"")));
    try (ImportFixture trial = new ImportFixture(kind.emptyDirectory(folder, "a"))) {
      trial.run(file, ImportFixture.byChunk());
      assertThat(done(trial, file, REALM, InputLimits.DEFAULTS)).containsExactly(0L);
      InputLimits others = new InputLimits(1 << 20, 1 << 18, 31, 1L << 40);
      assertThat(done(trial, file, REALM, others)).isEmpty();
      Realm disputable =
          new Realm(1, Realm.DEFAULT, Map.of(LoginIdKind.EMAIL, UniqueScope.NONE), Map.of());
      assertThat(done(trial, file, disputable, InputLimits.DEFAULTS)).isEmpty();
    }
  }

  /**
   * The same files go into two directories; in one of them the fingerprints are cleared each time.
   */
  @ParameterizedTest
  @EnumSource
  void resultsAndUsersAreThoseOfReadingEverything(StoreKind kind) throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String knowing = kind.emptyDirectory(folder, "knowing");
    String forgetful = kind.emptyDirectory(folder, "forgetful");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2600; i++) {
      lines.add(somebody(random));
    }
    try (ImportFixture one = new ImportFixture(knowing);
        ImportFixture other = new ImportFixture(forgetful)) {
      for (int round = 0; round < 5; round++) {
        Path file = ImportFixture.write(folder.resolve("in.ndjson"), lines);
        execute(forgetful, "UPDATE users SET record_fingerprint = NULL");
        FinishedImport quick = one.run(file, ImportFixture.byChunk());
        FinishedImport slow = other.run(file, ImportFixture.byChunk());
        String as = "seed " + seed + ", round " + round;
        assertThat(one.results(quick.job())).as(as).isEqualTo(other.results(slow.job()));
        assertThat(one.rejects(quick.job())).as(as).isEqualTo(other.rejects(slow.job()));
        assertThat(one.users()).as(as).isEqualTo(other.users());
        assertThat(quick.tally()).as(as).isEqualTo(slow.tally());
        if (round == 2) {
          edit(knowing);
          edit(forgetful);
        }
        for (int i = 0; i < 60; i++) {
          lines.set(random.nextInt(lines.size()), somebody(random));
          Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        }
      }
      assertThat(other.store.unchanged()).isZero();
      assertThat(one.store.unchanged()).as("seed %d", seed).isGreaterThan(2000);
      assertThat(done(one, folder.resolve("in.ndjson"), REALM, InputLimits.DEFAULTS))
          .as("seed %d", seed)
          .hasSizeGreaterThan(500);
    }
    DirectoryInvariants.assertHold(knowing);
  }

  /** What another import commits between the look and the transaction is seen. */
  @ParameterizedTest
  @EnumSource
  void aUserWhoChangesMeanwhileIsLookedAtAgain(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "a");
    String mine = record("a", "\"name\": \"mine\"");
    Path file = ImportFixture.write(folder.resolve("mine.ndjson"), List.of(mine));
    Path theirs =
        ImportFixture.write(
            folder.resolve("theirs.ndjson"), List.of(record("a", "\"name\": \"theirs\"")));
    try (ImportFixture trial = new ImportFixture(address);
        ImportFixture others = new ImportFixture(address)) {
      trial.run(file, ImportFixture.byChunk());
      List<User> users = trial.users();
      trial.store.afterNextLook(() -> assertThat(run(others, theirs).tally().changed()).isOne());
      FinishedImport again = trial.run(file, ImportFixture.byChunk());
      assertThat(trial.store.unchanged()).isOne();
      assertThat(again.tally().changed()).isOne();
      assertThat(trial.users().get(0).account()).isEqualTo(users.get(0).account());
    }
  }

  private static FinishedImport run(ImportFixture trial, Path file) {
    try {
      return trial.run(file, ImportFixture.byChunk());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Only where users are updated; and nothing is left beside the file. */
  @Test
  void nobodyIsLookedForWhereUsersAreLeftAlone() throws Exception {
    Path file =
        ImportFixture.write(folder.resolve("in.ndjson"), List.of(record("a", "\"name\": \"A\"")));
    try (ImportFixture trial = new ImportFixture(folder.resolve("a.db"))) {
      trial.run(file, ImportFixture.byChunk());
      trial.run(file, ImportFixture.options(false, false, CommitPolicy.CHUNK));
      trial.run(file, ImportFixture.options(true, true, CommitPolicy.CHUNK));
      assertThat(trial.store.unchanged()).isZero();
      trial.run(file, ImportFixture.byChunk());
      assertThat(trial.store.unchanged()).isOne();
    }
    assertThat(folder.resolve("a.db-wal")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void aWholeTakesThemAsDoneToo(StoreKind kind) throws Exception {
    Path file =
        ImportFixture.write(
            folder.resolve("in.ndjson"),
            List.of(record("a", "\"name\": \"A\""), record("b", "\"name\": \"B\"")));
    try (ImportFixture trial = new ImportFixture(kind.emptyDirectory(folder, "a"))) {
      trial.run(file, ImportFixture.byChunk());
      List<User> users = trial.users();
      FinishedImport again =
          trial.run(file, ImportFixture.options(true, false, CommitPolicy.WHOLE));
      assertThat(trial.results(again.job())).noneMatch(RecordResult::changed);
      assertThat(again.tally().updated()).isEqualTo(2);
      assertThat(trial.users()).isEqualTo(users);
      assertThat(trial.store.unchanged()).isEqualTo(2);
    }
  }

  private static String record(String user, String rest) {
    return "{\"email\": \"" + user + "@example.com\", " + rest + "}";
  }

  private static List<String> spacedOtherwise(List<String> lines) {
    return lines.stream().map(line -> line.replace(", ", " ,")).toList();
  }

  /** A user among some thousands, with one of several values. */
  private static String somebody(Random random) {
    int person = random.nextInt(4000);
    String rest =
        switch (random.nextInt(9)) {
          case 0 -> "\"name\": \"n" + random.nextInt(3) + "\"";
          case 1 -> "\"preferred_username\": \"u" + random.nextInt(4000) + "\"";
          case 2 -> "\"preferred_username\": null, \"name\": null";
          case 3 -> "\"disabled\": " + random.nextBoolean();
          case 4 -> "\"email_verified\": " + random.nextBoolean();
          case 5 -> "\"custom_attributes\": {\"email\": \"p" + random.nextInt(9) + "\"}";
          case 6 -> "\"phone_number\": \"+8529876" + (1000 + person) + "\"";
          case 7 -> "\"roles\": [\"nowhere\"]";
          default -> "\"zoneinfo\": \"Europe/Vienna\"";
        };
    String record = record("p" + person, rest);
    return random.nextInt(40) == 0 ? record.substring(1) : record;
  }

  private static void edit(String address) throws Exception {
    execute(
        address,
        "UPDATE users SET disabled = NOT disabled, record_fingerprint = NULL WHERE id % 5 = 0",
        "UPDATE users SET record_fingerprint = NULL,"
            + " profile = '{\"attributes\":{\"name\":\"by hand\"}}' WHERE id % 7 = 0",
        "UPDATE users SET record_fingerprint = record_fingerprint + 1 WHERE id % 11 = 0");
  }

  private static void execute(String address, String... statements) throws Exception {
    try (Connection connection = DirectoryInvariants.connection(address);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The positions of the records that are not read again. */
  private static List<Long> done(ImportFixture trial, Path file, Realm realm, InputLimits limits)
      throws Exception {
    SurveyedInput input =
        new AuthgearLinesFormat(StandardSchemes.bcrypt(CostBounds.DEFAULTS))
            .survey(
                InputFile.at(file, limits),
                new ImportOptions(
                    Optional.of("email"),
                    Optional.of(true),
                    "auto",
                    realm,
                    List.of(),
                    "FR",
                    limits));
    List<Long> done = new ArrayList<>();
    try (ImportTarget target = trial.store.target(realm, Set.of());
        RecordReader reader = input.open();
        UnchangedRecords preparation =
            new UnchangedRecords(
                input.dialect().preparation(),
                input.unparsed().orElseThrow(),
                realm,
                BuildVersion.text(),
                trial.store.fingerprintKey().orElseThrow(),
                target.unchangedLookup())) {
      for (Prepared record : preparation.prepare(reader.next(10_000))) {
        if (record instanceof Prepared.AlreadyApplied) {
          done.add(record.position().index());
        }
      }
    }
    return done;
  }
}
