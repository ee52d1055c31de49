package dev.muster.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellTextTest {

  @Test
  void plainWordsStayAsTheyAre() {
    assertThat(ShellText.quoted("sqlite:data/muster-1.db")).isEqualTo("sqlite:data/muster-1.db");
  }

  @Test
  void allElseIsQuoted() {
    assertThat(ShellText.quoted("my users.csv")).isEqualTo("'my users.csv'");
    assertThat(ShellText.quoted("it's")).isEqualTo("'it'\\''s'");
    assertThat(ShellText.quoted("$HOME")).isEqualTo("'$HOME'");
    assertThat(ShellText.quoted("~")).isEqualTo("'~'");
    assertThat(ShellText.quoted("")).isEqualTo("''");
  }
}
