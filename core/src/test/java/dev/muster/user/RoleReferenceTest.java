package dev.muster.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys have Authgear's syntax: letters, digits, colons and underscores, at most 40. */
class RoleReferenceTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "_", "role_a", "A:9", "authgear", "my:authgear:x", "Authgear:x"})
  void theseAreKeys(String text) {
    assertThat(RoleReference.isKey(text)).isTrue();
    assertThat(RoleReference.isKey(text + "x".repeat(40 - text.length()))).isTrue();
    assertThat(RoleReference.isKey(text + "x".repeat(41 - text.length()))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9", ":a", "a-b", "a b", "é", "authgear:", "authgear:admin"})
  void theseAreNot(String text) {
    assertThat(RoleReference.isKey(text)).isFalse();
    assertThat(RoleReference.isReservedKey(text)).isEqualTo(text.startsWith("authgear:"));
  }

  @Test
  void aNameThatBeginsAsReservedKeysDoGetsAnotherKey() {
    assertThat(new RoleReference("authgear:admin", true).proposed(Catalog.EMPTY))
        .hasValue(new Role("_authgear:admin", "authgear:admin"));
    assertThat(new RoleReference("authgear:admin", false).proposed(Catalog.EMPTY)).isEmpty();
  }
}
