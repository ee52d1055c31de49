package dev.muster.profile;

import static dev.muster.profile.Samples.object;
import static dev.muster.profile.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.user.UniqueScope;
import dev.muster.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeValuesTest {

  @ParameterizedTest
  @MethodSource
  void goodValues(AttributeKind kind, Object good) {
    assertThat(check(kind, value(good))).isNull();
  }

  static Stream<Arguments> goodValues() {
    return Stream.of(
        arguments(AttributeKind.STRING, "x"),
        arguments(AttributeKind.NUMBER, 4.5),
        arguments(AttributeKind.NUMBER, -2),
        arguments(AttributeKind.NUMBER, 10),
        arguments(AttributeKind.INTEGER, 10),
        arguments(AttributeKind.INTEGER, new Value.Num("2.0")),
        arguments(AttributeKind.INTEGER, new Value.Num("1e1")),
        arguments(AttributeKind.BOOLEAN, false),
        arguments(AttributeKind.DATE, "2020-02-29"),
        arguments(AttributeKind.EMAIL, "a@example.com"),
        arguments(AttributeKind.PHONE_NUMBER, "+85298765432"),
        arguments(AttributeKind.URL, "https://example.com/blog"),
        arguments(AttributeKind.COUNTRY_CODE, "HK"),
        arguments(AttributeKind.ENUM, "red"));
  }

  @ParameterizedTest
  @MethodSource
  void badValues(AttributeKind kind, Object bad, String keyword, String message) {
    Problem problem = check(kind, value(bad));

    assertThat(problem).isNotNull();
    assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
    assertThat(problem.path()).isEqualTo("/custom_attributes/x");
    assertThat(problem.kind()).isEqualTo(keyword);
    assertThat(problem.message()).isEqualTo(message);
  }

  static Stream<Arguments> badValues() {
    return Stream.of(
        arguments(AttributeKind.STRING, "", "minLength", "must not be empty"),
        arguments(AttributeKind.STRING, 5, "type", "must be a string, not a number"),
        arguments(AttributeKind.NUMBER, "4", "type", "must be a number, not a string"),
        arguments(AttributeKind.NUMBER, 10.5, "maximum", "must be at most 10"),
        arguments(AttributeKind.NUMBER, -2.5, "minimum", "must be at least -2"),
        arguments(AttributeKind.NUMBER, new Value.Num("1e400"), "maximum", "must be at most 10"),
        arguments(AttributeKind.INTEGER, 2.5, "type", "must be an integer, not a number"),
        arguments(
            AttributeKind.INTEGER,
            new Value.Num("1e99999999999"),
            "type",
            "must be an integer, not a number"),
        arguments(AttributeKind.INTEGER, true, "type", "must be an integer, not a boolean"),
        arguments(AttributeKind.BOOLEAN, "true", "type", "must be a boolean, not a string"),
        arguments(AttributeKind.DATE, "2021-02-29", "format", "must be a date, YYYY-MM-DD"),
        arguments(AttributeKind.EMAIL, "nope", "format", "must be an e-mail address"),
        arguments(AttributeKind.PHONE_NUMBER, "12345", "format", "not in E.164 format"),
        arguments(
            AttributeKind.URL,
            "example",
            "format",
            "must be an absolute URL with a scheme and a host, as in https://example.com"),
        arguments(
            AttributeKind.COUNTRY_CODE,
            "XX",
            "format",
            "must be an ISO 3166-1 country code such as HK"),
        arguments(
            AttributeKind.COUNTRY_CODE,
            "hk",
            "format",
            "must be an ISO 3166-1 country code such as HK"),
        arguments(AttributeKind.ENUM, "blue", "enum", "must be red or green"),
        arguments(AttributeKind.ENUM, List.of("red"), "type", "must be a string, not an array"));
  }

  @Test
  void theDetailsAreThoseOfTheBrokenKeyword() {
    assertThat(check(AttributeKind.NUMBER, value(11)).details())
        .isEqualTo(object("actual", 11, "expected", 10));
    assertThat(check(AttributeKind.STRING, value(5)).details())
        .isEqualTo(object("actual", List.of("integer", "number"), "expected", List.of("string")));
    assertThat(check(AttributeKind.ENUM, value("blue")).details())
        .isEqualTo(object("actual", "blue", "expected", List.of("red", "green")));
  }

  private static Problem check(AttributeKind kind, Value value) {
    AttributeDeclaration declaration =
        new AttributeDeclaration(
            "x", kind, "X", false, UniqueScope.NONE, -2.0, 10.0, List.of("red", "green"));
    return AttributeValues.check(declaration, value, "/custom_attributes/x");
  }
}
