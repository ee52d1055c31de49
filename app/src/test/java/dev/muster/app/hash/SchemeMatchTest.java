package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which schemes a text may be of. */
class SchemeMatchTest {

  /** Digests whose first two digits could be an index in Cisco's key. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "098f6bcd4621d373cade4e832627b4f6",
        "25d55ad283aa400af464c76d713c07ad",
        "00071c14165e0812",
        "5f4dcc3b5aa765d61d8327deb882cf99"
      })
  void hexDigitsAreCiscosOnlyIfTheyHideText(String digits) {
    boolean hidesText = digits.length() == 16;

    assertThat(SchemeMatch.of(digits).stream().map(SchemeMatch::scheme).toList())
        .satisfies(schemes -> assertThat(schemes.contains("cisco-type7")).isEqualTo(hidesText));
  }

  @Test
  void aRefusedSpellingNamesItsScheme() {
    assertThat(SchemeMatch.of("{BLF-CRYPT}$2y$05$short"))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.scheme()).isEqualTo("bcrypt");
              assertThat(match.refusal()).isPresent();
              assertThat(match.forms()).isEmpty();
            });
  }

  @Test
  void partsOfDocumentsAreExplained() {
    String text = "{\"value\":\"AAAA\",\"salt\":\"AAAA\",\"additionalParameters\":{}}";

    assertThat(SchemeMatch.of(text)).isEmpty();
    assertThat(SchemeMatch.hint(text)).get().asString().contains("Keycloak").doesNotContain("AAAA");
    assertThat(SchemeMatch.hint("{\"algorithm\":\"md5\",\"hash\":{\"value\":\"00\"}}"))
        .get()
        .asString()
        .contains("Auth0");
    assertThat(SchemeMatch.hint("{unknown}$2y$05$short")).isEmpty();
  }

  @Test
  void whatNoSchemeKnowsIsNobodys() {
    assertThat(SchemeMatch.of("{unknown}$2y$05$short")).isEmpty();
  }
}
