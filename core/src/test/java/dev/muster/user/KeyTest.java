package dev.muster.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
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

  /** The first halves of what {@code printf %s eann@x.org | sha256sum} and so on print. */
  @Test
  void theHashIsHalfOfASha256() {
    KeyHash hash = new Key("eann@x.org").hash();
    assertThat(hash).isEqualTo(new KeyHash(0x34f34326047de872L, 0xc04b9959a7091196L));
    assertThat(HexFormat.of().formatHex(hash.bytes()))
        .isEqualTo("34f34326047de872c04b9959a7091196");
    assertThat(new Key("pЯ").hash())
        .isEqualTo(new KeyHash(0xbf71adc1ff15ca81L, 0xd3c8ad5dd8ab977bL));
  }

  @Test
  void externalIdsSortBySourceThenId() {
    assertThat(new ExternalId("a", "2")).isLessThan(new ExternalId("b", "1"));
    assertThat(new ExternalId("a", "1")).isLessThan(new ExternalId("a", "2"));
  }
}
