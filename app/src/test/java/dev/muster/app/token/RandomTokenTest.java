package dev.muster.app.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RandomTokenTest {

  @Test
  void eachTokenIsAnother() {
    assertThat(RandomToken.make())
        .matches("[A-Za-z0-9_-]{" + RandomToken.LENGTH + "}")
        .isNotEqualTo(RandomToken.make());
  }

  @Test
  void textsAreComparedAsAWhole() {
    assertThat(RandomToken.same("abc", "abc")).isTrue();
    assertThat(RandomToken.same("abc", "abd")).isFalse();
    assertThat(RandomToken.same("abc", "ab")).isFalse();
  }
}
