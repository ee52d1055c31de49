package dev.muster.profile.csv.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

  private static Value texts(String... texts) {
    return new Value.Array(Arrays.stream(texts).<Value>map(Value::of).toList());
  }

  private static Mapping of(String part, String name, Value value) throws BadMapping {
    return Mapping.of(Struct.of(part, Struct.of(name, value)));
  }

  /** The name in a target; "Phone work" and "Phone home" are labels. */
  private static String name(String target) {
    return target.startsWith("Phone ") ? target : target.split(" ", -1)[0];
  }

  private static List<String> messages(Mapping mapping, String... header) {
    try {
      mapping.apply(List.of(header), MappingTest::name);
      return List.of();
    } catch (InputRefused e) {
      return e.problems().stream().map(InputProblem::message).toList();
    }
  }

  /** What the columns are in one row: the target, and the text of its cell. */
  private static List<String> row(Mapping mapping, List<String> header, String... cells)
      throws InputRefused {
    return mapping.apply(header, MappingTest::name).stream()
        .map(
            column ->
                column.target()
                    + "="
                    + column.source().read(place -> place < cells.length ? cells[place] : null))
        .toList();
  }

  @Test
  void columnsAreRenamedAndIgnoredAndTheOthersStay() throws Exception {
    Mapping mapping = Mapping.ofText("E-mail address=email key").and(Mapping.ofText("Remarks=-"));

    assertThat(
            row(mapping, List.of("e-mail  Address ", "Remarks", "first_name"), "a@b.c", "x", "A"))
        .containsExactly("email key=a@b.c", "first_name=A");
  }

  @ParameterizedTest
  @CsvSource({"Prénom,PRENOM", "Prénom,' prénom '", "Straße,straße", "a b,a\u00a0b", "é,e\u0301"})
  void namesAreComparedWithoutCaseAccentsAndBlanks(String name, String cell) throws Exception {
    assertThat(row(Mapping.ofText(name + "=x"), List.of(cell), "1")).containsExactly("x=1");
  }

  @Test
  void theEqualNameWins() throws Exception {
    assertThat(row(Mapping.ofText("mail=email"), List.of("Mail", "mail"), "1", "2"))
        .containsExactly("Mail=1", "email=2");
  }

  @Test
  void partsOfASplitColumnAreLeftOut() throws Exception {
    Struct split =
        new Struct.Builder()
            .put("split", Value.of(":"))
            .put("to", texts("-", "salt", "-", "hash"))
            .build();
    Mapping mapping = of("columns", "Password", split);

    assertThat(row(mapping, List.of("Password"), "sha1:x7:18:da39"))
        .containsExactly("salt=x7", "hash=da39");
    assertThat(Mapping.of(mapping.toStruct()).toStruct()).isEqualTo(mapping.toStruct());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "first|' '|Ann Mary Bell|Ann|Mary Bell",
        "last|' '|Ann  Mary Bell|Ann Mary|Bell",
        "first|','|Bell, Ann, Mary|Bell|Ann, Mary",
        "first|' '|Ann|Ann|''",
        "last|' '|Ann|Ann|''",
        "first|;|;x|''|x"
      })
  void oneColumnIsSplit(String at, String separator, String text, String first, String second)
      throws Exception {
    Struct split =
        new Struct.Builder()
            .put("split", Value.of(separator))
            .put("at", Value.of(at))
            .put("to", texts("one", "two"))
            .build();
    String joiner = separator.equals(",") ? "," : separator;

    assertThat(row(of("columns", "Name", split), List.of("Name"), text))
        .containsExactly(
            "one=" + first,
            "two=" + (separator.equals(",") ? second.replace(", ", joiner) : second));
  }

  @Test
  void columnsAreJoinedAndConstantsAdded() throws Exception {
    Mapping mapping =
        of("joined", "full_name", Struct.of("from", texts("Vorname", "Nachname")))
            .and(of("constants", "_role_name", Value.of("agent")));

    assertThat(row(mapping, List.of("Nachname", "email", "Vorname"), "Bell", "a@b.c", "Ann"))
        .containsExactly("email=a@b.c", "full_name=Ann Bell", "_role_name=agent");
    assertThat(row(mapping, List.of("Nachname", "email", "Vorname"), "", "a@b.c", "Ann"))
        .contains("full_name=Ann");
  }

  @Test
  void wordsAreReplacedWithoutCase() throws Exception {
    Struct column =
        new Struct.Builder()
            .put("to", Value.of("active"))
            .put("values", Struct.of("Ja", Value.TRUE).edit().put("nein", Value.FALSE).build())
            .build();
    Mapping mapping = of("columns", "Aktiv", column);

    assertThat(row(mapping, List.of("Aktiv"), "JA")).containsExactly("active=true");
    assertThat(row(mapping, List.of("Aktiv"), "nein")).containsExactly("active=false");
    assertThat(row(mapping, List.of("Aktiv"), "x")).containsExactly("active=x");
  }

  @Test
  void theCanonicalFormIsReadAsTheSame() throws Exception {
    Struct column =
        new Struct.Builder()
            .put("to", Value.of("birth"))
            .put("formats", texts("DD.MM.YYYY"))
            .put("default_country", Value.of("de"))
            .put("values", Struct.of("-", Value.of("")))
            .build();
    Mapping mapping =
        of("columns", "x", column)
            .and(Mapping.ofText("y=-"))
            .and(of("constants", "c", Value.of("1")))
            .and(of("joined", "j", Struct.of("from", texts("a", "b"))));

    assertThat(Mapping.of(mapping.toStruct())).isEqualTo(mapping);
    Struct columns = (Struct) mapping.toStruct().get("columns");
    Struct written = (Struct) columns.get("x");
    assertThat(written.get("formats")).isEqualTo(texts("dd.mm.yyyy"));
    assertThat(written.text("default_country")).isEqualTo("DE");
    assertThat(columns.text("y")).isEqualTo("-");
  }

  @Test
  void aColumnThatTheFileHasNotIsTold() throws Exception {
    assertThat(messages(Mapping.ofText("Emial=email"), "Email", "x"))
        .containsExactly(
            "The mapping names a column \"Emial\" that the file does not have;"
                + " did you mean \"Email\"?");
    assertThat(messages(Mapping.ofText("gone=-"), "x")).isEmpty();
  }

  @Test
  void aColumnMayBeNamedByItsNumber() throws Exception {
    Mapping mapping = Mapping.ofText("column 2=email").and(Mapping.ofText("Column 3=-"));

    assertThat(row(mapping, List.of("x", "a", "a"), "1", "2", "3"))
        .containsExactly("x=1", "email=2");
    assertThat(row(mapping, List.of("x", "column 2", "column 2b"), "1", "2", "3"))
        .containsExactly("x=1", "email=2");
    assertThat(row(mapping, List.of("column 2", "a", "b"), "1", "2", "3"))
        .containsExactly("email=1", "a=2");
    assertThat(messages(Mapping.ofText("column 4=x"), "a"))
        .containsExactly("The mapping names column 4, and the header has only 1 column.");
    Mapping joined = of("joined", "x", Struct.of("from", texts("column 1", "column 2")));
    assertThat(row(joined, List.of("a", "a"), "1", "2")).containsExactly("x=1 2");
    assertThat(joined.lastNumber()).isEqualTo(2);
  }

  @Test
  void ofColumnsWithOneNameThoseThatHaveNoNumberAreMeant() throws Exception {
    Mapping mapping = Mapping.ofText("column 2=last").and(Mapping.ofText("Name=first"));

    assertThat(row(mapping, List.of("Name", "Name"), "1", "2"))
        .containsExactly("first=1", "last=2");
    assertThat(messages(Mapping.ofText("Name=first"), "Name", "name ")).isEmpty();
    assertThat(messages(Mapping.ofText("Name=first"), "Name", "Name"))
        .containsExactly(
            "The file has several columns \"Name\"; name each by its number: column 1, column 2.");
    assertThat(
            messages(of("joined", "x", Struct.of("from", texts("Name", "y"))), "Name", "Name", "y"))
        .singleElement()
        .asString()
        .contains("several columns");
  }

  @Test
  void plainPairsAreColumns() throws Exception {
    Struct pairs =
        new Struct.Builder()
            .put("Mail", Value.of("email"))
            .put("Tel", Struct.of("to", Value.of("phone")))
            .build();

    assertThat(Mapping.of(pairs)).isEqualTo(Mapping.of(Struct.of("columns", pairs)));
  }

  @Test
  void twoColumnsOntoOneAreTold() throws Exception {
    assertThat(messages(Mapping.ofText("Mail=email"), "email", "Mail"))
        .containsExactly(
            "The mapping makes one column email of two: \"email\" and \"Mail\"."
                + " Ignore one, as in --map 'email=-'.");
    assertThat(messages(Mapping.ofText("a=x key").and(Mapping.ofText("b=x")), "a", "b")).hasSize(1);
  }

  @Test
  void twoEntriesForOneColumnAreTold() throws Exception {
    Struct both = Struct.of("Mail", Value.of("email")).edit().put("MAIL", Value.of("x")).build();
    assertThat(messages(Mapping.of(Struct.of("columns", both)), "mail"))
        .containsExactly(
            "The mapping says twice what becomes of column \"mail\": as \"Mail\" and as \"MAIL\".");
    assertThat(messages(Mapping.ofText("mail=email"), "Mail", "MAIL")).hasSize(1);
  }

  @Test
  void aCycleIsTold() throws Exception {
    Mapping cycle =
        of("joined", "a", Struct.of("from", texts("b")))
            .and(of("joined", "b", Struct.of("from", texts("a"))));

    assertThat(messages(cycle, "x"))
        .containsExactly(
            "The mapping makes a of \"b\", which it makes itself: from: names columns of the file"
                + " only.",
            "The mapping makes b of \"a\", which it makes itself: from: names columns of the file"
                + " only.");
  }

  @Test
  void twoColumnsCanBeSwapped() throws Exception {
    Mapping swap = Mapping.ofText("a=b").and(Mapping.ofText("b=a"));
    assertThat(row(swap, List.of("a", "b"), "1", "2")).containsExactly("b=1", "a=2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"email", "=email", "mail=", "="})
  void shortFormsThatAreNone(String text) {
    assertThatThrownBy(() -> Mapping.ofText(text)).hasMessageContaining("is no mapping: write");
  }

  @Test
  void whatIsWrongInAMappingIsNamed() {
    assertThatThrownBy(() -> Mapping.of(Struct.of("colums", Struct.EMPTY)))
        .hasMessageContaining("did you mean columns?");
    assertThatThrownBy(() -> of("columns", "x", Struct.of("too", Value.of("y"))))
        .hasMessageContaining("there is no key too; did you mean to?");
    assertThatThrownBy(() -> of("columns", "x", Struct.of("to", texts("a", "b"))))
        .hasMessageContaining("write split:");
    assertThatThrownBy(
            () ->
                of(
                    "columns",
                    "x",
                    Struct.of("to", Value.of("b"))
                        .edit()
                        .put("formats", texts("dd/mm/yyyy", "mm/dd/yyyy"))
                        .build()))
        .hasMessageContaining("columns: \"x\": formats:")
        .hasMessageContaining("ambiguous");
    assertThatThrownBy(() -> of("joined", "x", Struct.EMPTY)).hasMessageContaining("write from:");
  }

  @Test
  void labelsThatBeginWithOneWordAreTwoColumns() throws Exception {
    Mapping mapping = Mapping.ofText("a=Phone work").and(Mapping.ofText("b=Phone home"));

    assertThat(messages(mapping, "a", "b")).isEmpty();
    assertThat(messages(mapping.and(Mapping.ofText("b=Phone work")), "a", "b")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"formats", "values", "default_country", "split", "at"})
  void anIgnoredColumnTakesNothingElse(String member) {
    Struct column =
        new Struct.Builder().put("to", Value.of("-")).put(member, texts("dd/mm/yyyy")).build();

    assertThatThrownBy(() -> of("columns", "x", column))
        .isInstanceOf(BadMapping.class)
        .hasMessage("columns: \"x\": a column that is ignored takes no " + member + ":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0", "\u2003"})
  void targetsAreNotBlank(String target) {
    Struct from = Struct.of("from", texts("a"));

    assertThatThrownBy(() -> of("columns", "x", Value.of(target))).isInstanceOf(BadMapping.class);
    assertThatThrownBy(() -> of("constants", target, Value.of("x"))).isInstanceOf(BadMapping.class);
    assertThatThrownBy(() -> of("joined", target, from)).isInstanceOf(BadMapping.class);
    assertThatThrownBy(() -> Mapping.ofText("A=" + target)).isInstanceOf(BadMapping.class);
  }

  @Test
  void wordsThatAreComparedAsOneHaveOneValue() throws Exception {
    Struct.Builder column = new Struct.Builder().put("to", Value.of("active"));
    Struct words = Struct.of("Né", Value.of("1")).edit().put("NE", Value.of("2")).build();
    Struct alike = Struct.of("Né", Value.of("1")).edit().put("NE", Value.of("1")).build();

    assertThatThrownBy(() -> of("columns", "x", column.put("values", words).build()))
        .isInstanceOf(BadMapping.class)
        .hasMessageContaining("values: \"Né\" and \"NE\" are one word");
    Mapping mapping = of("columns", "x", column.put("values", alike).build());
    assertThat(row(mapping, List.of("x"), "ne")).containsExactly("active=1");
  }

  @Test
  void anEmptyWordIsAnEmptyCell() throws Exception {
    Struct column =
        new Struct.Builder()
            .put("to", Value.of("@disabled"))
            .put("values", Struct.of("", Value.of("true")))
            .build();

    assertThat(row(of("columns", "x", column), List.of("x"), " "))
        .containsExactly("@disabled=true");
  }

  @Test
  void secretPartsOfHashesAreNotShown() throws Exception {
    Struct hash =
        new Struct.Builder()
            .put("to", Value.of("password_hash"))
            .put("values", Struct.of("none", Value.of("hush")))
            .build();
    Struct salt =
        new Struct.Builder()
            .put("from", new Value.Array(List.of(Value.of("A"), Value.of("B"))))
            .put("with", Value.of("hush"))
            .build();
    Struct constants =
        new Struct.Builder()
            .put("password_key", Value.of("hush"))
            .put("password_scheme", Value.of("hmac"))
            .put("_role_name", Value.of("agent"))
            .build();
    Mapping mapping =
        Mapping.of(
            new Struct.Builder()
                .put("columns", Struct.of("Hash", hash))
                .put("constants", constants)
                .put("joined", Struct.of("password_salt\u00a0no-update", salt))
                .build());

    Struct shown = mapping.toShownStruct();

    assertThat(((Struct) shown.get("constants")).text("password_key")).isEqualTo("*****");
    assertThat(((Struct) shown.get("constants")).text("password_scheme")).isEqualTo("hmac");
    assertThat(((Struct) shown.get("constants")).text("_role_name")).isEqualTo("agent");
    Struct shownHash = (Struct) ((Struct) shown.get("columns")).get("Hash");
    assertThat(shownHash.get("values")).isEqualTo(Struct.of("*****", Value.of("*****")));
    Struct shownSalt = (Struct) ((Struct) shown.get("joined")).get("password_salt\u00a0no-update");
    assertThat(shownSalt.text("with")).isEqualTo("*****");
    assertThat(mapping.toStruct()).isNotEqualTo(shown);
  }
}
