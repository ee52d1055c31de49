package dev.muster.profile.authgear;

import static dev.muster.profile.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.prepare.Candidate;
import dev.muster.prepare.Prepared;
import dev.muster.problem.Problem;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.read.Position;
import dev.muster.read.SourceRecord;
import dev.muster.user.Key;
import dev.muster.user.LoginIdKind;
import dev.muster.user.UniqueScope;
import dev.muster.value.Struct;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthgearPreparationTest {

  @Test
  void theIdentifiersCanonicalFormIsTheIdentity() {
    Candidate candidate =
        ready(
            prepare(
                object(
                    "email", "Jo@Example.com",
                    "phone_number", "+85298765432",
                    "preferred_username", "Jo")));

    assertThat(candidate.identity()).isEqualTo(Key.of(LoginIdKind.EMAIL, "jo@example.com"));
    assertThat(candidate.loginKeys())
        .containsExactly(
            Key.of(LoginIdKind.EMAIL, "jo@example.com"),
            Key.of(LoginIdKind.PHONE_NUMBER, "+85298765432"),
            Key.of(LoginIdKind.USERNAME, "jo"));
    assertThat(candidate.exactUsername()).isNull();
    assertThat(candidate.claims()).isEmpty();
    assertThat(candidate.wishesOnRepeat()).isNull();
  }

  @Test
  void nullLoginIdsHaveNoKey() {
    Candidate candidate = ready(prepare(object("email", "a@b.c", "phone_number", null)));

    assertThat(candidate.loginKeys()).containsExactly(Key.of(LoginIdKind.EMAIL, "a@b.c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"john doe", "a/b", "jöhn", "a@b", "a+b"})
  void userNamesHaveAFewCharacters(String username) {
    assertThat(problems(object("email", "a@b.c", "preferred_username", username)))
        .extracting(Problem::path, Problem::kind)
        .containsExactly(tuple("/login_id", "format"));
  }

  @Test
  void loginIdsHaveALength() {
    String longest = "a".repeat(40);
    assertThat(prepare(object("email", "a@b.c", "preferred_username", longest)))
        .isInstanceOf(Prepared.Ready.class);
    assertThat(prepare(object("email", "a".repeat(314) + "@b.com")))
        .isInstanceOf(Prepared.Ready.class);

    assertThat(
            problems(
                object("email", "a".repeat(315) + "@b.com", "preferred_username", longest + "!")))
        .allMatch(problem -> problem.message().equals("invalid login ID"))
        .extracting(Problem::path, Problem::kind, problem -> problem.details().text("error"))
        .containsExactly(
            tuple(
                "/login_id",
                "maxLength",
                "the e-mail address has 321 characters, and may have 320"),
            tuple("/login_id", "maxLength", "the user name has 41 characters, and may have 40"),
            tuple(
                "/login_id",
                "format",
                "a user name may have letters A to Z, digits and the marks _ . -"));
  }

  @Test
  void declaredCustomAttributesAreChecked() {
    Struct custom = object("member_id", 123, "score", "high", "a/b", 5, "undeclared", 5);

    assertThat(problems(object("email", "a@b.c", "custom_attributes", custom)))
        .extracting(Problem::path)
        .containsExactly(
            "/custom_attributes/a~1b", "/custom_attributes/member_id", "/custom_attributes/score");
  }

  @Test
  void nullRemovesADeclaredCustomAttributeToo() {
    assertThat(prepare(object("email", "a@b.c", "custom_attributes", object("score", null))))
        .isInstanceOf(Prepared.Ready.class);
  }

  @Test
  void whatTheSchemaRefusesIsCheckedNoFurther() {
    assertThat(
            problems(
                object(
                    "email",
                    "a@b.c",
                    "preferred_username",
                    "john doe",
                    "custom_attributes",
                    object("score", "high"),
                    "name",
                    5)))
        .extracting(Problem::path)
        .containsExactly("/name");
  }

  private static Prepared prepare(Struct record) {
    List<AttributeDeclaration> attributes =
        List.of(
            declared("member_id", AttributeKind.STRING),
            declared("a/b", AttributeKind.STRING),
            declared("score", AttributeKind.NUMBER));
    return new AuthgearPreparation(AuthgearIdentifier.EMAIL, FakeBcrypt.TYPES, attributes)
        .prepare(new SourceRecord(new Position(3, 7), record));
  }

  private static AttributeDeclaration declared(String name, AttributeKind kind) {
    return new AttributeDeclaration(
        name, kind, name, false, UniqueScope.NONE, null, null, List.of());
  }

  private static Candidate ready(Prepared prepared) {
    return ((Prepared.Ready) prepared).candidate();
  }

  private static List<Problem> problems(Struct record) {
    Prepared.Invalid invalid = (Prepared.Invalid) prepare(record);
    assertThat(invalid.position()).isEqualTo(new Position(3, 7));
    return invalid.problems();
  }
}
