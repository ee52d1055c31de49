package dev.muster.profile.csv;

import static dev.muster.problem.ProblemCode.DUPLICATE_HEADER;
import static dev.muster.problem.ProblemCode.EMPTY_HEADER_ROW;
import static dev.muster.problem.ProblemCode.FLAG_FORBIDDEN_ON_SOURCE_COLUMNS;
import static dev.muster.problem.ProblemCode.INVALID_EXTERNAL_ID_PAIR;
import static dev.muster.problem.ProblemCode.INVALID_ROLE_COLUMN;
import static dev.muster.problem.ProblemCode.MISSING_KEY_COLUMN;
import static dev.muster.problem.ProblemCode.TOO_MANY_KEY_COLUMNS;
import static dev.muster.problem.ProblemCode.UNKNOWN_FLAG;
import static dev.muster.problem.ProblemCode.UNKNOWN_OR_MISSING_ATTRIBUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTest {

  private final Realm realm = Tables.realm(UniqueScope.REALM);

  private Header parsed(String... cells) {
    return parsed(realm, cells);
  }

  private static Header parsed(Realm realm, String... cells) {
    try {
      return Header.parse(List.of(cells), realm, List.of(Tables.PHONE, Tables.NICKNAME));
    } catch (InputRefused e) {
      throw new AssertionError(e);
    }
  }

  private List<InputProblem> problems(String... cells) {
    List<InputProblem> problems = new ArrayList<>();
    assertThatThrownBy(
            () -> Header.parse(List.of(cells), realm, List.of(Tables.PHONE, Tables.NICKNAME)))
        .isInstanceOfSatisfying(InputRefused.class, e -> problems.addAll(e.problems()));
    return problems;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          phone                               | CREATE UPDATE
          phone unique                        | CREATE UPDATE UNIQUE
          phone globally-unique               | CREATE UPDATE GLOBALLY_UNIQUE
          phone globally_unique               | CREATE UPDATE GLOBALLY_UNIQUE
          phone unique no-unique              | CREATE UPDATE
          phone no-unique unique              | CREATE UPDATE UNIQUE
          phone no-update                     | CREATE
          phone no-create no-update           |
          phone no-globally_unique verified   | CREATE UPDATE VERIFIED
          '  phone    verified  unique '      | CREATE UPDATE UNIQUE VERIFIED
          _role_name clear                    | CREATE UPDATE CLEAR
          _role_slug delete                   | CREATE UPDATE DELETE
          """)
  void appliesFlagsFromLeftToRight(String cell, String flags) {
    Header header = parsed("email key", cell);

    assertThat(header.columns().get(1).flags())
        .extracting(Flag::name)
        .containsExactlyInAnyOrder(flags == null ? new String[0] : flags.split(" "));
  }

  @Test
  void splitsAtEveryKindOfWhiteSpace() {
    Column column = parsed("email\u00a0key\t\u2003no-verified\n").columns().get(0);

    assertThat(column.name()).isEqualTo("email");
    assertThat(column.flags())
        .containsExactlyInAnyOrder(Flag.KEY, Flag.CREATE, Flag.UPDATE, Flag.UNIQUE);
  }

  @Test
  void trustsEmailsAndWantsThemUniqueAsTheRealmDoes() {
    assertThat(parsed("email", "username").columns())
        .extracting(Column::flags)
        .satisfiesExactly(
            email -> assertThat(email).contains(Flag.UNIQUE, Flag.VERIFIED, Flag.KEY),
            username ->
                assertThat(username).contains(Flag.UNIQUE).doesNotContain(Flag.VERIFIED, Flag.KEY));
    assertThat(parsed(Tables.realm(UniqueScope.GLOBAL), "email").columns().get(0).scope())
        .isEqualTo(UniqueScope.GLOBAL);
    assertThat(parsed(Tables.realm(UniqueScope.NONE), "email key").columns().get(0).scope())
        .isEqualTo(UniqueScope.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          username,email            | email
          username,email no-key     | email
          username,email no-unique  | username
          username key,email        | username
          first_name key,email      | first_name
          phone key                 | phone
          _source_name,_source_id   | _source_id
          """)
  void choosesTheKey(String cells, String key) {
    assertThat(parsed(cells.split(",")).key().name()).isEqualTo(key);
  }

  @Test
  void readsOverTheReasonsOfRejects() {
    Header header = parsed("@reject-reason", "email", "@reject-reason");

    assertThat(header.columns())
        .extracting(Column::kind)
        .containsExactly(ColumnKind.REJECT_REASON, ColumnKind.EMAIL, ColumnKind.REJECT_REASON);
    assertThat(header.key().columnIndex()).isEqualTo(1);
  }

  @Test
  void refusesARowWithoutCells() {
    assertThat(problems()).extracting(InputProblem::code).containsExactly(EMPTY_HEADER_ROW);
  }

  @Test
  void collectsWhatIsWrongInColumnOrderAndThenOverAll() {
    assertThat(
            problems(
                "first_name zzz no-yyy",
                "nobody key",
                " ",
                "_role_name",
                "first_name key",
                "_source_name unique key",
                "_role_slug"))
        .extracting(InputProblem::code, InputProblem::line, InputProblem::column)
        .containsExactly(
            tuple(UNKNOWN_FLAG, 1L, 1),
            tuple(UNKNOWN_FLAG, 1L, 1),
            tuple(UNKNOWN_OR_MISSING_ATTRIBUTE, 1L, 2),
            tuple(UNKNOWN_OR_MISSING_ATTRIBUTE, 1L, 3),
            tuple(DUPLICATE_HEADER, 1L, 5),
            tuple(FLAG_FORBIDDEN_ON_SOURCE_COLUMNS, 1L, 0),
            tuple(MISSING_KEY_COLUMN, 0L, 0),
            tuple(INVALID_EXTERNAL_ID_PAIR, 0L, 0),
            tuple(INVALID_ROLE_COLUMN, 0L, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          email key,username key               | TOO_MANY_KEY_COLUMNS
          _source_name,_source_id,email key    | TOO_MANY_KEY_COLUMNS
          first_name                           | MISSING_KEY_COLUMN
          email no-unique                      | MISSING_KEY_COLUMN
          _source_id                           | INVALID_EXTERNAL_ID_PAIR
          _source_name,email                   | INVALID_EXTERNAL_ID_PAIR
          email,_role_name,_role_slug          | INVALID_ROLE_COLUMN
          email,Email                          | UNKNOWN_OR_MISSING_ATTRIBUTE
          email,phone no-no-update             | UNKNOWN_FLAG
          email,phone no_update                | UNKNOWN_FLAG
          email,phone field                    | UNKNOWN_FLAG
          email,phone KEY                      | UNKNOWN_FLAG
          email,password_hash key              | UNKNOWN_FLAG
          """)
  void refuses(String cells, String code) {
    assertThat(problems(cells.split(",")))
        .extracting(problem -> problem.code().name())
        .containsExactly(code);
  }

  @Test
  void countsMoreThanOneKeyOnce() {
    assertThat(problems("email key", "username key", "phone key"))
        .extracting(InputProblem::code)
        .containsExactly(TOO_MANY_KEY_COLUMNS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Mail,password      | because "Mail" is not understood; taken as email, it is the key. \
          All at once: --map 'Mail=email' --map 'password=password_hash'.
          Abt.,Mail,Nr       | because "Mail" is not understood; taken as email, it is the key. \
          All at once: --map 'Abt.=-' --map 'Mail=email' --map 'Nr=-'.
          mail,courriel,Nr   | All at once: --map 'mail=email' --map 'courriel=-' --map 'Nr=-'.
          Abt.,first_name    | and none of those that are not understood seems to be email or \
          username: say which one identifies users, as in --map 'COLUMN=username key'.
          first_name         | No column is the key: write the word key after a column's name.
          mail,a,b,c,d,e,f   | taken as email, it is the key.
          """)
  void whoHasNoKeyIsToldWhichColumnWouldBe(String cells, String words) {
    InputProblem last = problems(cells.split(",")).get(problems(cells.split(",")).size() - 1);

    assertThat(last.code()).isEqualTo(MISSING_KEY_COLUMN);
    assertThat(last.message())
        .startsWith("No column is the key")
        .endsWith(words.replaceAll("\\s+", " "));
  }

  @Test
  void partsOfAHashNeedAHash() {
    assertThat(problems("email", "password_salt", "password_scheme"))
        .extracting(InputProblem::column, InputProblem::message)
        .containsExactly(
            tuple(2, "The column password_salt needs a column password_hash."),
            tuple(3, "The column password_scheme needs a column password_hash."));
    assertThat(parsed("email", "password_scheme", "password_hash").columns()).hasSize(3);
  }

  @Test
  void aDeclaredAttributeMayHaveTheNameOfAPart() throws InputRefused {
    Header header =
        Header.parse(
            List.of("email", "password_key"),
            realm,
            List.of(Tables.attribute("password_key", AttributeKind.STRING)));

    assertThat(header.columns().get(1).kind()).isEqualTo(ColumnKind.ATTRIBUTE);
  }

  @Test
  void aRowOfNamesAndLabelsMayBeAHeader() {
    List<AttributeDeclaration> attributes = List.of(Tables.PHONE);

    assertThat(Header.areNames(List.of("email key", "Phone"), realm, attributes)).isTrue();
    assertThat(Header.areNames(List.of("email", "fax"), realm, attributes)).isFalse();
    assertThat(Header.areNames(List.of("email", ""), realm, attributes)).isFalse();
  }

  @Test
  void onlyTheFirstOfManyWrongNamesAreComparedWithAllNames() {
    String[] cells = new String[1000];
    Arrays.fill(cells, "emial");

    List<InputProblem> problems = problems(cells);

    assertThat(problems.get(0).message()).contains("did you mean email?");
    assertThat(problems.get(999).message()).doesNotContain("did you mean");
  }

  @ParameterizedTest
  @CsvSource({"no_update, no-update", "Unique, unique", "NO-Key, no-key"})
  void namesTheFlagThatAWordMeans(String word, String flag) {
    assertThat(problems("email", "phone " + word))
        .extracting(InputProblem::message)
        .containsExactly("There is no flag \"" + word + "\"; did you mean " + flag + "?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
email no-unique,phone     | email need not be unique here
email no-unique,phone     | as in "email key"
email key,username key    | is the key: email, username. Take the word key from all but one
_source_name,_source_id,email key | _source_id always is: take the word key from the others
_source_id                | constants: {_source_name: hr}
email,_source_name        | --map '_source_name=-'
email,_role_name,_role_slug | --map '_role_slug=-'
""")
  void saysWhichColumnsContradictAndWhatToDo(String cells, String words) {
    assertThat(problems(cells.split(",")).get(0).message()).contains(words);
  }
}
