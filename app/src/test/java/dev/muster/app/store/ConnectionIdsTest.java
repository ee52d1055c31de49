package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.user.Realm;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ids of connections: clients keep them, so that they must never change. */
class ConnectionIdsTest {

  private static final ConnectionIds IDS = new ConnectionIds("0123456789abcde");

  private static Realm realm(int number, String name) {
    return new Realm(number, name, Map.of(), Map.of());
  }

  @Test
  void idsAreAsEver() {
    assertThat(IDS.of(realm(1, "default"))).isEqualTo("con_KP4Oi2y9elboDwlV");
    assertThat(IDS.client()).isEqualTo("uElJk1WlizkwT2xiMfETEbBRDGi9hGly");
  }

  @Test
  void idsDependOnTheNumberAndTheDirectoryAlone() {
    assertThat(IDS.of(realm(1, "another"))).isEqualTo(IDS.of(realm(1, "default")));
    assertThat(new ConnectionIds("0123456789abcdf").of(realm(1, "default")))
        .isNotEqualTo(IDS.of(realm(1, "default")));
  }

  @Test
  void idsOfManyRealmsDiffer() {
    Set<String> seen = new HashSet<>();
    for (int number = 1; number <= 10_000; number++) {
      String id = IDS.of(realm(number, "r"));
      assertThat(id).matches("con_[A-Za-z0-9]{16}");
      assertThat(seen.add(id)).isTrue();
    }
  }
}
