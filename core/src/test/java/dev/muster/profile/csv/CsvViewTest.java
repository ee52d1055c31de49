package dev.muster.profile.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvViewTest {

  private static final String HEADER =
      "email,@reject-reason,first_name,password_hash,_role_name,phone";

  private final Tables tables = new Tables();

  private List<String> cells(String row) {
    return cells(HEADER, row);
  }

  private List<String> cells(String header, String row) {
    RecordResult result = tables.runOne(header, row);
    Struct members =
        tables.dialect(header).view().members(Tables.record(tables.header(header), 0, row), result);
    assertThat(members.names()).containsExactly("cells");
    return ((Value.Array) members.get("cells"))
        .items().stream().map(cell -> shown((Struct) cell)).toList();
  }

  private static String shown(Struct cell) {
    StringBuilder out = new StringBuilder(((Value.Num) cell.get("column")).literal());
    for (String name : List.of("name", "value", "action")) {
      String text = cell.text(name);
      out.append(text == null ? "" : " " + name.charAt(0) + ":" + text);
    }
    if (cell.get("errors") instanceof Value.Array errors) {
      errors.items().forEach(error -> out.append(' ').append(((Struct) error).text("code")));
    }
    if (cell.get("warnings") instanceof Value.Array warnings) {
      warnings.items().forEach(each -> out.append(' ').append(((Struct) each).text("message")));
    }
    return out.toString();
  }

  @Test
  void showsEveryColumnWithWhatBecameOfItsCell() {
    assertThat(cells("a@example.com,because,A,toy$1,Nobody"))
        .containsExactly(
            "1 n:email v:a@example.com a:updated",
            "3 n:first_name v:A a:updated",
            "4 n:password_hash v:REDACTED a:updated",
            "5 n:_role_name v:Nobody a:nothing role-not-found",
            "6 n:phone a:nothing");
  }

  @Test
  void showsNoActionsOfARowThatFailed() {
    assertThat(cells("nope,,A,,,x"))
        .containsExactly(
            "1 n:email v:nope data-error",
            "3 n:first_name v:A",
            "4 n:password_hash v: data-error",
            "5 n:_role_name v:",
            "6 n:phone v:x data-error");
  }

  @Test
  void showsWarningsWithTheirCell() {
    RecordResult result = tables.runOne("email,active", "a@example.org,off");
    Struct members =
        tables
            .dialect("email,active")
            .view()
            .members(Tables.record(tables.header("email,active"), 0, "a@example.org,off"), result);

    assertThat(((Value.Array) members.get("cells")).items().stream().map(it -> shown((Struct) it)))
        .containsExactly(
            "1 n:email v:a@example.org a:updated",
            "2 n:active v:off a:updated \"off\" counts as true;"
                + " only an empty cell, 0 and false count as false. To change that, map the column"
                + " with values: {\"off\": \"false\"}");
  }

  @Test
  void showsTheSchemeOfAHashAndNothingElseOfIt() {
    String header = "email,password_hash,password_scheme,password_salt,password_key,@disabled";
    assertThat(cells(header, "a@example.com,hash,toy,salt,,no"))
        .containsExactly(
            "1 n:email v:a@example.com a:updated",
            "2 n:password_hash v:REDACTED a:updated",
            "3 n:password_scheme v:toy a:nothing",
            "4 n:password_salt v:REDACTED a:nothing",
            "5 n:password_key v: a:nothing",
            "6 n:@disabled v:no a:nothing");
    assertThat(cells(header, "b@example.com,x,$2y$10$swapped,,,yes"))
        .contains("3 n:password_scheme v:REDACTED a:nothing", "6 n:@disabled v:yes a:updated");
  }
}
