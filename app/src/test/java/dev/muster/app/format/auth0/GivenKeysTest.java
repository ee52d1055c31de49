package dev.muster.app.format.auth0;

import static dev.muster.app.format.auth0.Auth0Inputs.survey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.SurveyedInput;
import dev.muster.profile.auth0.RowKey;
import dev.muster.user.Key;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the keys that records give to users, the survey knows which may be given twice. */
class GivenKeysTest {

  private static final String ANN =
      """
      {"email":"Ann@x.org","username":"Ann","user_id":"auth0|1","phone_number":"+33123456789"}\
      """;
  private static final String BOB = "{\"email\":\"bob@x.org\",\"username\":\"ann\"}";

  @ParameterizedTest
  @ValueSource(strings = {"%s\n%s\n", "[%s,%s]"})
  void onlyWhatTwoRecordsHave(String form) throws Exception {
    SurveyedInput input = survey(String.format(form, ANN, BOB));
    assertThat(input.mayBeGivenTwice(RowKey.USERNAME.key("ann"))).isTrue();
    assertThat(input.mayBeGivenTwice(RowKey.EMAIL.key("ann@x.org"))).isFalse();
    assertThat(input.mayBeGivenTwice(RowKey.EMAIL.key("bob@x.org"))).isFalse();
    assertThat(input.mayBeGivenTwice(RowKey.USER_ID.key("1"))).isFalse();
    assertThat(input.mayBeGivenTwice(RowKey.PHONE_NUMBER.key("+33123456789"))).isFalse();
  }

  /** They are not surveyed, and a realm may have rules for them. */
  @ParameterizedTest
  @ValueSource(strings = {"%s\n%s\n", "[%s,%s]"})
  void andValuesOfAttributes(String form) throws Exception {
    SurveyedInput input = survey(String.format(form, ANN, BOB));
    assertThat(input.mayBeGivenTwice(Key.ofAttribute("attributes.nickname", "ann"))).isTrue();
  }
}
