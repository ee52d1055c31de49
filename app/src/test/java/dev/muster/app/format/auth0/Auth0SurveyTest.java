package dev.muster.app.format.auth0;

import static dev.muster.app.format.auth0.Auth0Inputs.survey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.format.SurveyedInput;
import dev.muster.problem.InputRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first line tells whether a file is an array or has a record a line. */
class Auth0SurveyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}\n{}\n",
        "{}\r\n{}",
        "\n \r\n\t{}\n{}",
        "{\"email\":\"ann@x.org\"} \t\r\n\n{}\n\n",
        "{broken}\n{}\n",
        "{}\n[]\n"
      })
  void oneRecordALine(String text) throws Exception {
    SurveyedInput input = survey(text);
    assertThat(input.description()).isEqualTo("auth0, one record a line, UTF-8");
    assertThat(input.recordCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{},{}]", " \n[{}\n,\r\n{}]\n"})
  void anArray(String text) throws Exception {
    SurveyedInput input = survey(text);
    assertThat(input.description()).isEqualTo("auth0, UTF-8");
    assertThat(input.recordCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\n}\n", "{\r\n\"email\":\n\"a\"}\n", "{\"a\": [ \n1]}\n", "", " "})
  void neither(String text) {
    assertThatThrownBy(() -> survey(text)).isInstanceOf(InputRefused.class);
  }
}
