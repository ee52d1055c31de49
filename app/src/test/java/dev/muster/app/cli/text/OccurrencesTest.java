package dev.muster.app.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.read.Position;
import org.junit.jupiter.api.Test;

class OccurrencesTest {

  @Test
  void theFirstLinesAreNamedAndTheOthersCounted() {
    Occurrences one = new Occurrences();
    one.add(new Position(0, 2));
    assertThat(one).hasToString("1 record, line 2");

    Occurrences many = new Occurrences();
    for (int i = 0; i < 1008; i++) {
      many.add(new Position(i, i + 2));
    }
    assertThat(many).hasToString("1,008 records, lines 2, 3, 4, 5, 6 and 1,003 more");
  }

  @Test
  void recordsThatShareALineAreNumbered() {
    Occurrences two = new Occurrences();
    two.add(new Position(0, 1));
    two.add(new Position(4, 1));
    assertThat(two).hasToString("2 records, numbers 1 and 5");
  }

  @Test
  void recordsWithoutLinesAreNumbered() {
    Occurrences two = new Occurrences();
    two.add(new Position(0, 0));
    two.add(new Position(4, 0));
    assertThat(two).hasToString("2 records, numbers 1 and 5");
  }
}
