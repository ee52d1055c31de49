package dev.muster.app.worker;

import static dev.muster.app.format.xlsx.WorkbookFile.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.xlsx.WorkbookFile;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.Retention;
import dev.muster.app.job.StopRequest;
import dev.muster.app.job.missing.MissingAction;
import dev.muster.app.job.missing.MissingLimit;
import dev.muster.app.job.missing.MissingOptions;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.store.StoreKind;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.MendedRows;
import dev.muster.app.upload.run.Outdated;
import dev.muster.app.upload.run.PreviewRow;
import dev.muster.app.upload.run.RecordEdit;
import dev.muster.app.upload.run.ReportAnswer;
import dev.muster.app.upload.run.ReportCell;
import dev.muster.app.upload.run.ReportRow;
import dev.muster.app.upload.run.Requester;
import dev.muster.app.upload.run.RowFilter;
import dev.muster.report.Outcome;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MendingTest {

  @TempDir Path folder;

  private static List<ReportRow> rows(UploadFixture muster, Job report) throws Exception {
    return muster.rows().page(report, RowFilter.ALL, JobStore.START, 50).rows();
  }

  private static Job mend(UploadFixture muster, UploadedFile file, Job report, RecordEdit... edits)
      throws Exception {
    return muster.run(muster.mending().mend(file, report, List.of(edits), UploadFixture.ANN));
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aFailedRowIsRunAgainAloneWithItsLine(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file =
          muster.upload(
              "people.csv",
              """
              Our people;;
              E-mail;Born;"Nick; n"
              a@example.com;1990-01-01;A
              b@example.com;yesterday;"B;b"
              """,
              new Struct.Builder()
                  .put("header_row", new Value.Num("2"))
                  .put("mapping", mapping())
                  .build());
      Job execution = muster.run(muster.reports().execute(file, UploadFixture.ANN));
      assertThat(muster.users()).isEqualTo(1);

      Job mended = mend(muster, file, execution, new RecordEdit(1, Map.of("Born", "1991-02-03")));

      assertThat(rows(muster, mended))
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.outcome()).isEqualTo(Outcome.INSERTED);
                assertThat(row.line()).isEqualTo(4);
                assertThat(row.cell("Nick; n").orElseThrow().value()).contains("B;b");
              });
      assertThat(mended.provenance().parent()).hasValue(execution.number());
      assertThat(muster.users()).isEqualTo(2);
      assertThat(muster.reports().page(file, JobStore.LATEST, 9))
          .extracting(Job::id)
          .containsExactly(mended.id(), execution.id());
    }
  }

  private static Struct mapping() {
    return Struct.of(
        "columns",
        new Struct.Builder()
            .put("E-mail", Value.of("email key"))
            .put("Born", Value.of("birth"))
            .put("Nick; n", Value.of("nickname"))
            .build());
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void rowsOfWorkbooksArePreviewedAndMended(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      Path book =
          new WorkbookFile()
              .sheet("People", row(1, "email key", "birth") + row(2, "a@example.com", "x"))
              .write(folder.resolve("people.xlsx"));
      UploadedFile file =
          muster.upload(
              "people.xlsx",
              Files.readAllBytes(book),
              Realm.DEFAULT,
              "auto",
              UploadFixture.PLAIN.withFormatOptions(Struct.of("sheet", Value.of("People"))));
      assertThat(file.format()).isEqualTo("xlsx");
      assertThat(file.rows()).isEqualTo(2);
      assertThat(muster.previews().of(file).rows().get(0).cells().get(1).hasError()).isTrue();
      Job execution = muster.run(muster.reports().execute(file, UploadFixture.ANN));
      Job mended = mend(muster, file, execution, new RecordEdit(0, Map.of("birth", "1990-01-01")));
      assertThat(rows(muster, mended).get(0).outcome()).isEqualTo(Outcome.INSERTED);
      assertThat(rows(muster, mended).get(0).line()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void severalRowsAreMendedAtOnceAndAgain(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file =
          muster.upload(
              "people.csv", "email key,birth\na@example.com,1990-01-01\nb,x\nc@example.com,y\n");
      Job simulation = muster.simulate(file);
      Job mended =
          mend(
              muster,
              file,
              simulation,
              new RecordEdit(1, Map.of("email", "b@example.com")),
              new RecordEdit(2, Map.of("birth", "1990-01-03")));
      assertThat(mended.options().dryRun()).as("as its report").isTrue();
      assertThat(muster.users()).isZero();
      assertThat(rows(muster, mended)).extracting(ReportRow::line).containsExactly(3L, 4L);
      assertThat(rows(muster, mended))
          .extracting(ReportRow::outcome)
          .containsExactly(Outcome.FAILED, Outcome.INSERTED);

      Job again = mend(muster, file, mended, new RecordEdit(0, Map.of("birth", "1990-01-02")));
      assertThat(rows(muster, again))
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.line()).isEqualTo(3);
                assertThat(row.outcome()).isEqualTo(Outcome.INSERTED);
                assertThat(row.cell("email").orElseThrow().value()).contains("b@example.com");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void onlyFailedRecordsAreMended(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", "email key\na@example.com\n");
      Job simulation = muster.simulate(file);
      for (long index : List.of(0L, 7L)) {
        assertThatThrownBy(() -> mend(muster, file, simulation, new RecordEdit(index, Map.of())))
            .isInstanceOf(UsageProblem.class);
      }
    }
  }

  /** A hidden cell that comes back as its placeholder keeps its value. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void secretsStayAsTheyAre(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      String hash = "$2b$04$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234";
      UploadedFile file =
          muster.upload(
              "people.csv", "email key,birth,password_hash\na@example.com,x," + hash + "\n");
      Job execution = muster.run(muster.reports().execute(file, UploadFixture.ANN));
      ReportRow row = rows(muster, execution).get(0);
      assertThat(row.cell("password_hash").orElseThrow().value()).contains("REDACTED");
      Job mended =
          mend(
              muster,
              file,
              execution,
              new RecordEdit(
                  0,
                  Map.of(
                      "email", "a@example.com",
                      "birth", "1990-01-01",
                      "password_hash", "REDACTED")));
      assertThat(rows(muster, mended).get(0).outcome()).isEqualTo(Outcome.INSERTED);
      var user =
          muster
              .store
              .users()
              .find(
                  muster.store.catalogs().realmNumber(Realm.DEFAULT).orElseThrow(), "a@example.com")
              .get(0);
      assertThat(user.account().password().encoded()).isEqualTo(hash);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void membersOfJsonRecordsAreMended(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file =
          muster.upload(
              "users.json",
              "[{\"email\":\"a@example.com\"},\n {\"email\":\"no\",\"email_verified\":true}]",
              Realm.DEFAULT,
              "auth0",
              UploadFixture.PLAIN);
      Job execution = muster.run(muster.reports().execute(file, UploadFixture.ANN));
      Job mended =
          mend(
              muster,
              file,
              execution,
              new RecordEdit(1, Map.of("email", "b@example.com", "email_verified", "false")));
      assertThat(rows(muster, mended))
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.outcome()).isEqualTo(Outcome.INSERTED);
                assertThat(row.line()).isEqualTo(2);
                assertThat(row.cell("email_verified").orElseThrow().value()).contains("false");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void requestsOfAuthgearAreMended(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file =
          muster.upload(
              "request.json",
              "{\"identifier\":\"email\",\"records\":[{\"email\":\"no\",\"name\":\"N\"}]}");
      assertThat(file.format()).isEqualTo("authgear");
      Job execution = muster.run(muster.reports().execute(file, UploadFixture.ANN));
      assertThat(rows(muster, execution).get(0).outcome()).isEqualTo(Outcome.FAILED);
      Job mended =
          mend(muster, file, execution, new RecordEdit(0, Map.of("email", "b@example.com")));
      assertThat(rows(muster, mended).get(0).outcome()).isEqualTo(Outcome.INSERTED);
    }
  }

  /** What is said of all records may come after them, behind what a preview reads. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void mendedRecordsOfALargeRequestUpdateUsersIfItsEndSaysSo(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      StringBuilder records = new StringBuilder("{\"identifier\":\"email\",\"records\":[");
      records.append("\n{\"email\":\"no\",\"name\":\"New\"}");
      for (int i = 0; i < 10; i++) {
        records.append(",\n{\"email\":\"u").append(i).append("@example.com\",\"name\":\"");
        records.append("n".repeat(40_000)).append("\"}");
      }
      UploadedFile file = muster.upload("request.json", records + "],\"upsert\":true}");
      Job execution = muster.run(muster.reports().execute(file, UploadFixture.ANN));
      Job mended =
          mend(muster, file, execution, new RecordEdit(0, Map.of("email", "u3@example.com")));
      assertThat(rows(muster, mended).get(0).outcome()).isEqualTo(Outcome.UPDATED);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void mendedRecordsKeepTheLettersOfAnotherEncoding(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file =
          muster.upload(
              "users.json",
              "[{\"email\":\"no\",\"given_name\":\"Zoë\"}]".getBytes(StandardCharsets.ISO_8859_1),
              Realm.DEFAULT,
              "auth0",
              UploadFixture.PLAIN.encodedAs("iso-8859-1"));
      Job execution = muster.run(muster.reports().execute(file, UploadFixture.ANN));
      List<RecordEdit> edits = List.of(new RecordEdit(0, Map.of("email", "z@example.com")));
      PreviewRow previewed = muster.mending().preview(file, execution, edits).get(0);
      assertThat(previewed.cells()).extracting(ReportCell::value).contains(Optional.of("Zoë"));
      Job mended = mend(muster, file, execution, edits.get(0));
      ReportRow row = rows(muster, mended).get(0);
      assertThat(row.outcome()).isEqualTo(Outcome.INSERTED);
      assertThat(row.cell("given_name").orElseThrow().value()).contains("Zoë");
    }
  }

  /** A part of a file does not tell who is missing from it. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void nobodyIsMissingFromAMendedRow(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      muster.run(
          muster
              .reports()
              .execute(muster.upload("1.csv", "email key\nz@example.com\n"), UploadFixture.ANN));
      JobOptions options =
          UploadFixture.PLAIN.with(
              new MissingOptions(MissingAction.REPORT, MissingLimit.DEFAULT, Optional.empty()));
      UploadedFile file =
          muster.upload(
              "2.csv", "email key,birth\na@example.com,x\n", Realm.DEFAULT, "auto", options);
      Job execution = muster.run(muster.reports().execute(file, UploadFixture.ANN));
      assertThat(muster.store.jobs().missing().find(execution.number())).isPresent();
      Job mended = mend(muster, file, execution, new RecordEdit(0, Map.of("birth", "")));
      assertThat(muster.store.jobs().missing().find(mended.number())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aRecordOfAnExecutionIsMendedOnce(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", "email key\na\nb\n");
      Job execution = muster.run(muster.reports().execute(file, UploadFixture.ANN));
      RecordEdit edit = new RecordEdit(0, Map.of("email", "a@example.com"));
      List<RecordEdit> both = List.of(edit, new RecordEdit(1, Map.of("email", "still wrong")));
      Job waiting =
          ((ReportAnswer.Submitted) muster.mending().mend(file, execution, both, UploadFixture.ANN))
              .report();
      MendedRows mended = new MendedRows(muster.store);
      assertThat(mended.of(file, execution, rows(muster, execution)))
          .hasSize(2)
          .allSatisfy((line, again) -> assertThat(again.outcome()).isEmpty());
      assertThat(muster.mending().mend(file, execution, List.of(edit), UploadFixture.BOB))
          .isInstanceOfSatisfying(
              ReportAnswer.Refused.class,
              refused -> {
                assertThat(refused.reason().reason()).isEqualTo(Outdated.Reason.MENDED);
                assertThat(refused.reason().report()).contains(waiting.id());
              });
      muster.run(waiting);
      assertThat(mended.of(file, execution, rows(muster, execution)).get(2L).outcome())
          .contains(Outcome.INSERTED);
      // what failed again is mended where it failed last
      assertThat(mend(muster, file, waiting, new RecordEdit(1, Map.of("email", "b@example.com"))))
          .extracting(Job::records)
          .isEqualTo(1L);
      assertThat(muster.users()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aCancelledAttemptLeavesTheRecordToBeMended(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", "email key\na\n");
      Job execution = muster.run(muster.reports().execute(file, UploadFixture.ANN));
      RecordEdit edit = new RecordEdit(0, Map.of("email", "a@example.com"));
      Job waiting =
          ((ReportAnswer.Submitted)
                  muster.mending().mend(file, execution, List.of(edit), UploadFixture.ANN))
              .report();
      new ImportControl(muster.store, UploadFixture.ANN.actor(), muster.clock, Retention.FOREVER)
          .stop(waiting, StopRequest.CANCEL);
      assertThat(rows(muster, mend(muster, file, execution, edit)).get(0).outcome())
          .isEqualTo(Outcome.INSERTED);
    }
  }

  /** A line does not tell which of them was mended. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void recordsOnOneLineAreMendedOneByOne(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file =
          muster.upload(
              "users.json",
              "[{\"email\":\"x\"},{\"email\":\"y\"}]",
              Realm.DEFAULT,
              "auth0",
              UploadFixture.PLAIN);
      Job execution = muster.run(muster.reports().execute(file, UploadFixture.ANN));
      for (int index = 0; index < 2; index++) {
        mend(
            muster,
            file,
            execution,
            new RecordEdit(index, Map.of("email", index + "@example.com")));
      }
      assertThat(muster.users()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void mendedRecordsOfASimulationAreExecutedAsTheyWereSimulated(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file = muster.upload("people.csv", "email key\na@example.com\nb\n");
      Job simulation = muster.simulate(file);
      Job mended =
          mend(muster, file, simulation, new RecordEdit(1, Map.of("email", "b@example.com")));
      assertThat(muster.users()).isZero();
      Job execution = muster.run(muster.reports().execute(file, mended, UploadFixture.ANN));
      assertThat(execution.options().dryRun()).isFalse();
      assertThat(rows(muster, execution))
          .singleElement()
          .satisfies(row -> assertThat(row.line()).isEqualTo(3));
      assertThat(muster.users()).isEqualTo(1);
      for (Job old : List.of(mended, simulation)) {
        assertThat(muster.reports().execute(file, old, UploadFixture.ANN))
            .isInstanceOf(ReportAnswer.Refused.class);
      }
      Job other =
          mend(muster, file, simulation, new RecordEdit(1, Map.of("email", "c@example.com")));
      assertThat(
              muster
                  .reports()
                  .outdated(file, other, new Requester(UploadFixture.ANN.actor(), true))
                  .map(Outdated::reason))
          .contains(Outdated.Reason.OPTIONS);
    }
  }
}
