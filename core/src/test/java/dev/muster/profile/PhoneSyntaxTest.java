package dev.muster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneSyntaxTest {

  @ParameterizedTest
  @ValueSource(strings = {"+85298765432", "+85123456789", "+12", "+123456789012345"})
  void e164IsAPlusAndUpToFifteenDigits(String text) {
    assertThat(PhoneSyntax.isE164(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "+1",
        "foobar",
        "98765432",
        "+0123456",
        "+1234567890123456",
        "+852 9876 5432",
        "+852-9876-5432",
        "+8529876abcd",
        "00852 98765432",
        "+٨٥٢٩٨٧٦",
        "+85298765432 "
      })
  void anythingElseIsNone(String text) {
    assertThat(PhoneSyntax.isE164(text)).isFalse();
  }
}
