package dev.muster.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlanksTest {

  @Test
  void stripsNoBreakSpacesToo() {
    assertThat(Blanks.strip("\u00a0 \u202f\t a\u00a0b \u3000\r\n\u0085")).isEqualTo("a\u00a0b");
    assertThat(Blanks.strip(" \u00a0 ")).isEmpty();
    assertThat(Blanks.strip("")).isEmpty();
  }

  @Test
  void leavesATextWithoutThemAsItIs() {
    String text = "o'neil@example.com";

    assertThat(Blanks.strip(text)).isSameAs(text);
  }

  @Test
  void splitsIntoWords() {
    assertThat(Blanks.words(" email \t key ")).containsExactly("email", "key");
    assertThat(Blanks.words(" \n")).isEmpty();
  }
}
