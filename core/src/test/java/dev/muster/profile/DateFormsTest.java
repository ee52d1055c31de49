package dev.muster.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dd/mm/yyyy|21/01/1962|1962-01-21",
        "dd/mm/yyyy|1/2/1962|1962-02-01",
        "dd/mm/yyyy|21/01/1962 00:00:00|1962-01-21",
        "dd/mm/yyyy|21/01/1962 13:00:00|",
        "dd/mm/yyyy|01/21/1962|",
        "dd/mm/yyyy|29/02/1962|",
        "dd/mm/yyyy|21/01/62|",
        "dd/mm/yyyy|1962-01-21|1962-01-21",
        "mm/dd/yyyy|01/21/1962|1962-01-21",
        "d.m.yyyy|5.6.2001|2001-06-05",
        "DD.MM.YYYY|05.06.2001|2001-06-05",
        "dd.mm.yy|05.06.29|2029-06-05",
        "dd.mm.yy|05.06.30|1930-06-05",
        "yyyymmdd|19620121|1962-01-21",
        "yyyymmdd|1962121|",
        "yyyy-mm-dd|1962-1-21T00:00:00Z|1962-01-21",
        "d mmm yyyy|3 février 1990|1990-02-03",
        "d mmm yyyy|3 Juin 1990|1990-06-03",
        "d. mmm yyyy|3. März 1990|1990-03-03",
        "dd-mmm-yyyy|03-Dez-1990|1990-12-03",
        "mmm d, yyyy|Sept. 3, 1990|1990-09-03",
        "d mmm yyyy|3 jui 1990|",
        "d mmm yyyy|3 giugno 1990|1990-06-03",
        "d mmm yyyy|3 dez. 1990|1990-12-03",
        "d-mmm-yyyy|3-mrt-1990|1990-03-03",
        "d-mmm-yyyy|3-mei-1990|1990-05-03",
        "d mmm yyyy|3 września 1990|1990-09-03",
        "excel|22667|1962-01-21",
        "excel|1|1900-01-01",
        "excel|59|1900-02-28",
        "excel|60|",
        "excel|61|1900-03-01",
        "excel|22667.5|",
        "excel|0|",
        "excel|9999999|",
        "yyyy-dd-mm|2001-05-06|2001-06-05",
        "yyyy-dd-mm|2001-06-13|"
      })
  void dates(String form, String text, String date) {
    assertThat(DateForms.of(List.of(form)).parse(text)).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dd/mm", "", "dd/mm/yyyy hh", "xx", "dd/dd/yyyy", "yyy-mm-dd", "excel2"})
  void whatIsNoForm(String pattern) {
    assertThatThrownBy(() -> DateForms.of(List.of(pattern)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("excel for serial numbers");
  }

  @Test
  void formsThatConfuseDayAndMonthAreRefused() {
    assertThatThrownBy(() -> DateForms.of(List.of("dd/mm/yyyy", "mm/dd/yyyy")))
        .hasMessageContaining("dd/mm/yyyy and mm/dd/yyyy are ambiguous");
    assertThatThrownBy(() -> DateForms.of(List.of("dd.mm.yy", "yy.mm.dd")))
        .hasMessageContaining("ambiguous");
    assertThat(DateForms.of(List.of("dd/mm/yyyy", "mm-dd-yyyy", "dd/mm/yyyy")).patterns())
        .hasSize(3);
  }

  @Test
  void theFormsThatFitAllDates() {
    assertThat(DateForms.fitting(List.of("01/02/1990", "13/02/1990")))
        .containsExactly("dd/mm/yyyy");
    assertThat(DateForms.fitting(List.of("01/02/1990")))
        .containsExactly("dd/mm/yyyy", "mm/dd/yyyy");
    assertThat(DateForms.fitting(List.of("13/02/1990", "n/a"))).isEmpty();
    assertThat(DateForms.fitting(List.of("22667", "30000"))).containsExactly("excel");
  }
}
