package dev.muster.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTest {

  private static final Key EMAIL = Key.of(LoginIdKind.EMAIL, "jo@example.com");
  private static final Key USERNAME = Key.of(LoginIdKind.USERNAME, "jo@example.com");
  private static final Key PHONE = Key.of(LoginIdKind.PHONE_NUMBER, "+85298765432");
  private static final Key EXTERNAL = new ExternalId("ldap", "uid=jo:1").key();
  private static final Key ATTRIBUTE = Key.ofAttribute("custom_attributes.badge", "a=b");

  @Test
  void aLetterTellsTheKindAndTheRestIsTheValue() {
    assertThat(EMAIL.text()).isEqualTo("ejo@example.com");
    assertThat(USERNAME.text()).isEqualTo("ujo@example.com");
    assertThat(PHONE.text()).isEqualTo("p+85298765432");
    assertThat(EXTERNAL.text()).isEqualTo("xldap:uid=jo:1");
    assertThat(ATTRIBUTE.text()).isEqualTo("acustom_attributes.badge=a=b");
  }

  @Test
  void equalValuesOfDifferentKindsAreDifferentKeys() {
    assertThat(Set.of(EMAIL, USERNAME, PHONE, EXTERNAL, ATTRIBUTE)).hasSize(5);
    assertThat(EMAIL).isEqualTo(LoginId.of(LoginIdKind.EMAIL, "JO@example.com").key());
  }

  @Test
  void onlyExternalIdsAndAttributesSayThatTheyAre() {
    assertThat(EXTERNAL.isExternalId()).isTrue();
    assertThat(EXTERNAL.isAttribute()).isFalse();
    assertThat(ATTRIBUTE.isAttribute()).isTrue();
    assertThat(ATTRIBUTE.isExternalId()).isFalse();
    assertThat(EMAIL.isAttribute() || EMAIL.isExternalId()).isFalse();
  }

  @Test
  void anAttributeKeyKnowsItsPathWhateverTheValue() {
    assertThat(ATTRIBUTE.attributePath()).isEqualTo("custom_attributes.badge");
  }

  @Test
  void externalIdsSortBySourceThenId() {
    assertThat(new ExternalId("a", "2")).isLessThan(new ExternalId("b", "1"));
    assertThat(new ExternalId("a", "1")).isLessThan(new ExternalId("a", "2"));
  }
}
