package dev.muster.app.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.user.Key;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatSurveyTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void neverDeniesARepetition(long seed) {
    Random random = new Random(seed);
    RepeatSurvey survey = new RepeatSurvey(random.nextInt(1 << 20) - 1);
    Set<Integer> once = new HashSet<>();
    Set<Integer> again = new HashSet<>();
    for (int i = 0; i < 50_000; i++) {
      int number = random.nextInt(100_000);
      survey.see(new Key("euser" + number + "@example.com"));
      if (!once.add(number)) {
        again.add(number);
      }
    }

    Repeats repeats = survey.end();
    assertThat(again)
        .isNotEmpty()
        .allMatch(number -> repeats.mayRepeat(new Key("euser" + number + "@example.com")));
  }

  @Test
  void aKeyAndItsTextAreTheSame() {
    RepeatSurvey survey = new RepeatSurvey(1000);
    Key key = new Key("euser@example.com");
    survey.see(key);
    survey.see("--euser@example.com-".getBytes(US_ASCII), 2, 2 + key.text().length());
    assertThat(survey.end().mayRepeat(key)).isTrue();
  }

  @Test
  void seldomSuspectsWhatOccursOnce() {
    int rows = 1_000_000;
    RepeatSurvey survey = new RepeatSurvey(40L * rows);
    for (int i = 0; i < rows; i++) {
      survey.see(new Key("euser" + i + "@example.com"));
    }
    Repeats repeats = survey.end();
    int suspected = 0;
    for (int i = 0; i < rows; i++) {
      suspected += repeats.mayRepeat(new Key("euser" + i + "@example.com")) ? 1 : 0;
    }

    assertThat(suspected).isLessThan(rows / 10_000);
  }

  @Test
  void seldomSuspectsSingleKeysEvenAmongAMillionRepeatedOnes() {
    int repeated = 1_000_000;
    RepeatSurvey survey = new RepeatSurvey(Long.MAX_VALUE);
    for (int i = 0; i < repeated; i++) {
      Key key = new Key("erepeated" + i + "@example.com");
      survey.see(key);
      survey.see(key);
    }
    int singles = 200_000;
    for (int i = 0; i < singles; i++) {
      survey.see(new Key("esingle" + i + "@example.com"));
    }
    Repeats repeats = survey.end();
    int suspected = 0;
    for (int i = 0; i < singles; i++) {
      suspected += repeats.mayRepeat(new Key("esingle" + i + "@example.com")) ? 1 : 0;
    }
    assertThat(suspected).isLessThan(singles / 40);
  }

  @Test
  void hashesTextsThatDifferLittleFarApart() {
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      hashes.add(RepeatSurvey.hash("e" + i));
      hashes.add(RepeatSurvey.hash(i + "e"));
    }

    assertThat(hashes).hasSize(200_000);
    assertThat(Long.bitCount(RepeatSurvey.hash("ea") ^ RepeatSurvey.hash("eb"))).isBetween(16, 48);
  }
}
