package dev.muster.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

  @ParameterizedTest
  @CsvSource({
    "bob,                bob",
    "BOB,                bob",
    "Straße,             strasse",
    "STRASSE,            strasse",
    "STRAẞE,             strasse",
    "ΣΊΣΥΦΟΣ,            σίσυφοσ",
    "σίσυφος,            σίσυφοσ",
    "I,                  i",
    "ı,                  ı",
    "İ,                  i\u0307",
    "ﬁlm,                film",
    "Ｆｕｌｌ,             full",
    "e\u0301,            é",
    "É,                  é",
    "Å,                  å",
    "Ⅷ,                  viii",
    "x²,                 x2",
    "ﾊﾟ,                 パ",
    "Ǆ,                  dž",
    "a.b+c,              a.b+c",
    "' a ',              ' a '",
  })
  void aUserNameIsNormalisedAndFolded(String given, String canonical) {
    assertThat(Canonical.of(LoginIdKind.USERNAME, given)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "Jo@Example.COM,              jo@example.com",
    "jo@bücher.example,           jo@xn--bcher-kva.example",
    "JO@BÜCHER.EXAMPLE,           jo@xn--bcher-kva.example",
    "jo@XN--BCHER-KVA.example,    jo@xn--bcher-kva.example",
    "jo@bu\u0308cher.example,     jo@xn--bcher-kva.example",
    "Bücher@Example.com,          bücher@example.com",
    "jo＠example.com,             jo@example.com",
    "jo@ｅxample.com,             jo@example.com",
    "j.o+x@example.com,           j.o+x@example.com",
    "jö@under_score.example,      jö@under_score.example",
    "'\"a@b\"@例え.jp',           '\"a@b\"@xn--r8jz45g.jp'",
    "ö,                           ö",
  })
  void anEmailsDomainIsPunycodeAsWell(String given, String canonical) {
    assertThat(Canonical.of(LoginIdKind.EMAIL, given)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({"+85298765432", "+4915112345678"})
  void aPhoneNumberIsCanonicalAlready(String number) {
    assertThat(Canonical.of(LoginIdKind.PHONE_NUMBER, number)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "Jo@Bücher.Example,  jo@bücher.example",
    "JO@EXAMPLE.COM,     jo@example.com",
  })
  void anEmailIsShownWithAReadableDomain(String given, String shown) {
    assertThat(Canonical.shownEmail(given)).isEqualTo(shown);
    assertThat(Canonical.of(LoginIdKind.EMAIL, shown))
        .isEqualTo(Canonical.of(LoginIdKind.EMAIL, given));
  }

  /** What is shown is stored, and its canonical form is computed again from that. */
  @Test
  void theCanonicalFormOfACanonicalFormIsItself() {
    List<String> unstable = new ArrayList<>();
    for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
      int type = Character.getType(c);
      if (Character.isDefined(c) && type != Character.SURROGATE && type != Character.PRIVATE_USE) {
        for (String text : List.of(Character.toString(c), "α" + Character.toString(c) + "\u0301")) {
          String once = Canonical.folded(text);
          if (!Canonical.folded(once).equals(once)) {
            unstable.add(String.format("U+%04X in %s", c, text));
          }
        }
      }
    }
    assertThat(unstable).isEmpty();
  }
}
