package dev.muster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateSyntaxTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1990-01-01",
        "2020-02-29",
        "2000-02-29",
        "0000-12-25",
        "0000-02-29",
        "9999-12-31",
        "--01-31",
        "--02-29",
        "2021",
        "0000"
      })
  void birthdatesMayLackAYearOrADay(String text) {
    assertThat(DateSyntax.isBirthdate(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bad",
        "foobar",
        "1990-1-1",
        "1990-13-01",
        "1990-00-01",
        "1990-01-00",
        "1990-01-32",
        "1990-04-31",
        "2021-02-29",
        "1900-02-29",
        "1990/01/01",
        "1990-01-01T00:00:00Z",
        "-1990",
        "--13-01",
        "--02-30",
        "-01-31-",
        "202",
        "20211",
        "+990-01-01",
        "１９９０-01-01"
      })
  void othersAreNone(String text) {
    assertThat(DateSyntax.isBirthdate(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1990-01-01,true",
    "2020-02-29,true",
    "2021-02-29,false",
    "2021,false",
    "--01-01,false",
    "2021-1-1,false"
  })
  void aDateIsWhole(String text, boolean good) {
    assertThat(DateSyntax.isDate(text)).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({
    "2030-01-01T00:00:00Z,2030-01-01T00:00:00Z",
    "2030-01-01T00:00:00+00:00,2030-01-01T00:00:00Z",
    "2030-01-01T08:30:15+08:00,2030-01-01T00:30:15Z",
    "2029-12-31T20:00:00-04:00,2030-01-01T00:00:00Z",
    "2024-05-17T08:08:13.26635Z,2024-05-17T08:08:13.26635Z",
    "2024-05-17T08:08:13.1234567899999Z,2024-05-17T08:08:13.123456789Z",
    "2020-02-29T23:59:59.5+23:59,2020-02-29T00:00:59.5Z",
    "0000-01-01T00:00:00Z,0000-01-01T00:00:00Z",
    "1969-12-31T23:59:59.999Z,1969-12-31T23:59:59.999Z"
  })
  void aDateTimeNamesAMoment(String text, Instant moment) {
    assertThat(DateSyntax.instant(text)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2006-01-02",
        "2006-01-02T03:04:05",
        "2006-01-02T03:04Z",
        "2006-01-02 03:04:05Z",
        "2006-01-02t03:04:05Z",
        "2006-01-02T03:04:05z",
        "2006-01-02T03:04:05.Z",
        "2006-01-02T03:04:05.5",
        "2006-01-02T24:00:00Z",
        "2006-01-02T03:60:05Z",
        "2006-01-02T03:04:60Z",
        "2006-02-30T03:04:05Z",
        "2006-01-02T03:04:05+0800",
        "2006-01-02T03:04:05+24:00",
        "2006-01-02T03:04:05+08:60",
        "2006-01-02T03:04:05+08:00 ",
        "2006-01-02T03:04:05ZZ",
        "2006-01-02T03:04:05[UTC]",
        "2006-01-02T-3:04:05Z",
        "12006-01-02T03:04:05Z"
      })
  void othersNameNone(String text) {
    assertThat(DateSyntax.instant(text)).isNull();
  }
}
