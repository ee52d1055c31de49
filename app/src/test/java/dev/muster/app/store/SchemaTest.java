package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.Schema.State;
import org.junit.jupiter.api.Test;

class SchemaTest {

  @Test
  void versionsAreOlderTheSameOrNewer() {
    assertThat(Schema.of(1, 2).state()).isEqualTo(State.OLDER);
    assertThat(Schema.of(2, 2).state()).isEqualTo(State.CURRENT);
    assertThat(Schema.of(3, 2).state()).isEqualTo(State.NEWER);
  }
}
