package dev.muster.app.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.authgear.AuthgearLinesFormat;
import dev.muster.app.format.csv.CsvFormat;
import dev.muster.app.format.restauth.RestAuthFormat;
import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.TableHashes;
import dev.muster.app.json.JsonText;
import dev.muster.password.CostBounds;
import dev.muster.password.HashSchemes;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.read.Position;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Failed records are shown from what was kept of them, secrets left out. */
class KeptRecordsTest {

  private static final HashSchemes BCRYPT = StandardSchemes.bcrypt(CostBounds.DEFAULTS);

  @Test
  void aRowHasItsCellsByTheNamesOfTheHeader() {
    KeptRecords rows =
        new CsvFormat(new TableHashes(CostBounds.DEFAULTS))
            .kept(
                List.of("@reject-reason", "email  key", "password_hash", "first_name"),
                Struct.EMPTY);
    assertThat(shown(rows, "[\"why\",\"ann@x\",\"pbkdf2$secret\"]"))
        .isEqualTo(
            "{\"cells\":[{\"column\":2,\"name\":\"email\",\"value\":\"ann@x\","
                + "\"errors\":[{\"code\":\"data-error\",\"message\":\"wrong\"}]},"
                + "{\"column\":3,\"name\":\"password_hash\",\"value\":\"REDACTED\"},"
                + "{\"column\":4,\"name\":\"first_name\"}]}");
  }

  @Test
  void rowsWithoutAHeaderAreNotShown() {
    KeptRecords rows =
        new CsvFormat(new TableHashes(CostBounds.DEFAULTS)).kept(List.of(), Struct.EMPTY);
    assertThat(shown(rows, "[\"ann@x\"]")).isEqualTo("{}");
  }

  @Test
  void anObjectHasItsMembers() {
    KeptRecords objects = new AuthgearLinesFormat(BCRYPT).kept(List.of(), Struct.EMPTY);
    assertThat(
            shown(
                objects,
                "{\"email\":\"ann@x\",\"password\":{\"type\":\"bcrypt\",\"password_hash\":\"s\"}}"))
        .contains("\"email\":\"ann@x\"", "\"password_hash\":\"REDACTED\"");
    assertThat(shown(objects, "{broken")).isEqualTo("{}");
    assertThat(shown(objects, "")).isEqualTo("{}");
  }

  @Test
  void anEntryHasItsNameAndNotItsSection() {
    RestAuthFormat format =
        new RestAuthFormat(
            () -> {
              throw new IllegalStateException("no password is read");
            });
    assertThat(
            shown(
                format.kept(List.of(), Struct.EMPTY),
                "{\"users\":{\"ann\":{\"password\":\"s\",\"x\":1}}}"))
        .isEqualTo("{\"record\":{\"ann\":{\"password\":\"REDACTED\",\"x\":1}}}");
  }

  private static String shown(KeptRecords kept, String source) {
    RecordResult result =
        new RecordResult(
            new Position(0, 2),
            Outcome.FAILED,
            false,
            0,
            List.of(),
            List.of(Problem.inColumn(ProblemCode.DATA_ERROR, "wrong", 1)),
            new BitSet(0),
            List.of());
    return JsonText.of(kept.show(source.getBytes(UTF_8), result));
  }
}
