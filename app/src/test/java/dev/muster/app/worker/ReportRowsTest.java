package dev.muster.app.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.app.job.JobStore;
import dev.muster.app.json.StoredJson;
import dev.muster.app.store.Database;
import dev.muster.app.store.StoreKind;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.ReportCell;
import dev.muster.app.upload.run.ReportDownload;
import dev.muster.app.upload.run.ReportPage;
import dev.muster.app.upload.run.ReportRow;
import dev.muster.app.upload.run.RowFilter;
import dev.muster.read.Position;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportRowsTest {

  private static final String TABLE =
      """
      email key,first_name,birth
      a@example.com,Ann,1990-01-01
      b@example.com,Bo,yesterday
      c@example.com,"=HYPERLINK(""http://x"")",1990-01-03
      """;

  /** More than one part of a download. */
  private static final int MANY = 9_000;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void rowsHaveTheCellsOfTheFileWhateverBecameOfThem(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      Job report = muster.simulate(muster.upload("people.csv", TABLE));
      ReportPage page = muster.rows().page(report, RowFilter.ALL, JobStore.START, 50);
      assertThat(page.next()).isEmpty();
      assertThat(page.columns()).containsExactly("email", "first_name", "birth");
      assertThat(page.rows()).extracting(ReportRow::line).containsExactly(2L, 3L, 4L);
      assertThat(page.rows())
          .extracting(ReportRow::outcome)
          .containsExactly(Outcome.INSERTED, Outcome.FAILED, Outcome.INSERTED);
      assertThat(page.rows())
          .extracting(row -> row.login().orElse(""))
          .containsExactly("a@example.com", "b@example.com", "c@example.com");
      ReportCell wrong = page.rows().get(1).cell("birth").orElseThrow();
      assertThat(wrong.value()).contains("yesterday");
      assertThat(wrong.hasError()).isTrue();
      assertThat(page.rows().get(1).notes()).isEmpty();
      assertThat(page.rows().get(0).cell("first_name").orElseThrow().written()).isTrue();
      assertThat(page.rows().get(0).user()).as("only imagined").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void rowsAreFiltered(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      Job report = muster.simulate(muster.upload("people.csv", TABLE));
      assertThat(lines(muster, report, RowFilter.ALL.with(Outcome.FAILED))).containsExactly(3L);
      assertThat(lines(muster, report, RowFilter.ALL.withCode("data-error"))).containsExactly(3L);
      assertThat(lines(muster, report, RowFilter.ALL.withText("ANN"))).containsExactly(2L);
      assertThat(lines(muster, report, RowFilter.ALL.withText("yester"))).containsExactly(3L);
      assertThat(lines(muster, report, RowFilter.ALL.withText("nobody"))).isEmpty();
      assertThat(muster.rows().problemCounts(report)).containsEntry("data-error", 1L);
      ReportPage first = muster.rows().page(report, RowFilter.ALL, JobStore.START, 2);
      assertThat(first.rows()).hasSize(2);
      assertThat(muster.rows().page(report, RowFilter.ALL, first.next().orElseThrow(), 2).rows())
          .extracting(ReportRow::line)
          .containsExactly(4L);
    }
  }

  private static List<Long> lines(UploadFixture muster, Job report, RowFilter filter)
      throws Exception {
    return muster.rows().page(report, filter, JobStore.START, 50).rows().stream()
        .map(ReportRow::line)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aSimulationShowsTheValuesBeforeAndAfter(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile before = muster.upload("people.csv", TABLE);
      muster.run(muster.reports().execute(before, UploadFixture.ANN));
      UploadedFile after =
          muster.upload("people.csv", "email key,first_name\na@example.com,Anna\n");
      Job report = muster.simulate(after);
      ReportRow row = muster.rows().find(report, 0).orElseThrow();
      assertThat(row.outcome()).isEqualTo(Outcome.UPDATED);
      assertThat(row.user()).isNotEqualTo(OptionalLong.empty());
      assertThat(row.changes())
          .singleElement()
          .satisfies(
              change -> {
                assertThat(change.attribute()).contains("given_name");
                assertThat(change.before()).isEqualTo(Value.of("Ann"));
                assertThat(change.after()).isEqualTo(Value.of("Anna"));
              });
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theMissingRolesOfAReportAreListed(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      Job report =
          muster.simulate(
              muster.upload(
                  "people.csv",
                  """
                  email key,_role_name
                  a@example.com,Agent
                  b@example.com,Boss
                  c@example.com,Agent
                  """));
      assertThat(muster.rows().missingRoles(report)).containsExactly("Agent", "Boss");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void passwordHashesAreNotShown(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      String hash = "$2b$04$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234";
      Job report =
          muster.simulate(
              muster.upload("people.csv", "email key,password_hash\na@example.com," + hash));
      ReportCell cell =
          muster.rows().find(report, 0).orElseThrow().cell("password_hash").orElseThrow();
      assertThat(cell.secret()).isTrue();
      assertThat(cell.value()).contains("REDACTED");
      assertThat(lines(muster, report, RowFilter.ALL.withText("abcdefgh"))).isEmpty();
      assertThat(csv(muster, report)).doesNotContain("abcdefgh").contains("REDACTED");
    }
  }

  private static String csv(UploadFixture muster, Job report) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    download(muster, report).writeCsv(out);
    return out.toString(UTF_8);
  }

  private static ReportDownload download(UploadFixture muster, Job report) throws Exception {
    return new ReportDownload(muster.store, muster.store.database(), muster.formats, report);
  }

  /** Its parts are read one after the other, and the receiver may be slow. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aDownloadFailsIfItsReportIsDeletedMeanwhile(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      StringBuilder table = new StringBuilder("email key\n");
      for (int i = 0; i < MANY; i++) {
        table.append("a").append(i).append("@example.com\n");
      }
      Job report = muster.simulate(muster.upload("people.csv", table.toString()));
      assertThat(csv(muster, report).lines()).hasSize(MANY + 1);
      ReportDownload download = download(muster, report);
      OutputStream slow =
          new OutputStream() {
            private boolean begun;

            @Override
            public void write(int b) {
              if (!begun) {
                muster.store.jobs().hide(report, Instant.EPOCH);
                begun = true;
              }
            }
          };
      assertThatThrownBy(() -> download.writeLines(slow))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("was deleted");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void noCellOfADownloadBeginsAFormula(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      String table =
          """
          email key,first_name,last_name,nickname,@disabled
          a@example.com,=1+1,+1,-1,
          b@example.com,@SUM(A1),"\t=1","\r=1",
          """;
      Job report = muster.simulate(muster.upload("people.csv", table));
      String csv = csv(muster, report);
      assertThat(csv)
          .startsWith("line,outcome,login,errors,warnings,changes,email,first_name")
          .contains("'=1+1", "'+1", "'-1", "'@SUM(A1)", "'@disabled");
      for (String start : List.of("=", "+", "-", "@", "\t", "\r=")) {
        assertThat(csv).doesNotContain("," + start).doesNotContain(",\"" + start);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aDownloadHasALineForEachRecord(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      Job report = muster.simulate(muster.upload("people.csv", TABLE));
      assertThat(csv(muster, report).lines().toList())
          .hasSize(4)
          .anySatisfy(
              line -> assertThat(line).startsWith("3,failed,b@example.com,").contains("birth: "));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      download(muster, report).writeLines(out);
      List<Struct> lines =
          out.toString(UTF_8).lines().map(line -> (Struct) StoredJson.parse(line)).toList();
      assertThat(lines)
          .extracting(line -> line.text("outcome"))
          .containsExactly("inserted", "failed", "inserted");
      assertThat(lines).allMatch(line -> line.has("cells"));
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void membersOfJsonRecordsAreColumns(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file =
          muster.upload(
              "users.json",
              "[{\"email\":\"a@example.com\",\"given_name\":\"Ann\"},{\"email\":\"no\"}]",
              Realm.DEFAULT,
              "auth0",
              UploadFixture.PLAIN);
      assertThat(file.rows()).isEqualTo(2);
      Job report = muster.simulate(file);
      ReportPage page = muster.rows().page(report, RowFilter.ALL, JobStore.START, 50);
      assertThat(page.columns()).containsExactly("email", "given_name");
      assertThat(page.rows().get(1).outcome()).isEqualTo(Outcome.FAILED);
      assertThat(page.rows().get(1).cell("email").orElseThrow().hasError()).isTrue();
      assertThat(csv(muster, report)).contains("Ann");
    }
  }

  /** The columns are found first, the rows are written afterwards. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void recordsThatAreAddedMeanwhileAreLeftToTheNextDownload(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      Job report =
          muster.simulate(
              muster.upload(
                  "users.json",
                  "[{\"email\":\"a@example.com\"}]",
                  Realm.DEFAULT,
                  "auth0",
                  UploadFixture.PLAIN));
      Database growing = beforeSecondRead(muster.database, () -> addRecord(muster, report));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new ReportDownload(muster.store, growing, muster.formats, report).writeCsv(out);
      assertThat(out.toString(UTF_8).lines())
          .satisfiesExactly(
              header -> assertThat(header).endsWith(",changes,email"),
              row -> assertThat(row).endsWith(",a@example.com"));
      assertThat(csv(muster, report).lines())
          .satisfiesExactly(
              header -> assertThat(header).endsWith(",changes,email,given_name"),
              row -> assertThat(row).endsWith(",a@example.com,"),
              row -> assertThat(row).endsWith(",b@example.com,Late"));
    }
  }

  /** Adds a record to a report with one record, as if its import still ran. */
  private static void addRecord(UploadFixture muster, Job report) {
    RecordResult result =
        RecordResult.ofOther(new Position(1, 1), Outcome.SKIPPED, List.of(), List.of());
    byte[] source = "{\"email\":\"b@example.com\",\"given_name\":\"Late\"}".getBytes(UTF_8);
    muster
        .store
        .jobs()
        .save(
            report,
            new JobChunk(1, List.of(result), List.of(), List.of(source), OptionalLong.empty()),
            Map.of());
  }

  /** A database in which something happens before its second session is opened. */
  private static Database beforeSecondRead(Database database, Runnable event) {
    AtomicInteger opened = new AtomicInteger();
    return (Database)
        Proxy.newProxyInstance(
            Database.class.getClassLoader(),
            new Class<?>[] {Database.class},
            (proxy, method, arguments) -> {
              if (opened.incrementAndGet() == 2) {
                event.run();
              }
              return method.invoke(database, arguments);
            });
  }
}
