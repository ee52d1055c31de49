package dev.muster.app.format.csv;

import dev.muster.problem.Remark;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.profile.csv.Column;
import dev.muster.profile.csv.Header;
import dev.muster.profile.csv.mapping.UsualNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notices postcodes whose leading zeros a spreadsheet left out: most have the same number of
 * digits, some have one or two less, and none begins with a zero. Numbers of employees or of phones
 * are not examined, because they have different lengths anyway. Nor are the postcodes of a table
 * that has a column of countries. For one table.
 */
final class LostZeros {

  private static final int ROWS_MAX = 1000;
  private static final int DIGITS_MIN = 4;
  private static final int DIGITS_MAX = 9;
  private static final int MISSING_MAX = 2;

  private static final Set<String> POSTCODES =
      names(
          """
          postcode, post code, postal code, postal, zip, zip code, zip postal code, plz,
          postleitzahl, code postal, cp, código postal, cód. postal, codice postale, cap,
          código de endereçamento postal, cep, codigo postal, postnummer, postnr, kod pocztowy,
          address.postalCode, addresses.postalCode, home zip, work zip""");

  private static final Set<String> COUNTRIES =
      names(
          """
          country, country code, country name, country iso, iso country, country region,
          country/region [country], nation, home country, work country, address.country,
          addresses.country, address country, c, co, pays, code pays, pays de résidence, land,
          landeskennzeichen, länderkennzeichen, ländercode, landcode, staat, país, código de país,
          código do país, paese, nazione, codice paese, kraj, landnaam, landekod""");

  private final List<Codes> columns = new ArrayList<>(0);
  private int rowsSeen;

  LostZeros(Header header) {
    if (hasCountries(header)) {
      return;
    }
    for (Column column : header.columns()) {
      int place = column.columnIndex();
      if (place >= 0 && isPostcode(column, header.cells().get(place))) {
        columns.add(new Codes(place, column.name()));
      }
    }
  }

  private static boolean isPostcode(Column column, String cell) {
    AttributeDeclaration declared = column.declaration().orElse(null);
    return declared != null
        && declared.kind() == AttributeKind.STRING
        && Stream.of(declared.name(), declared.label(), cell)
            .anyMatch(name -> isNamed(POSTCODES, name));
  }

  /** Also if the column is left out, or is that of an attribute of such a name. */
  private static boolean hasCountries(Header header) {
    Stream<String> attributes =
        header.columns().stream()
            .flatMap(column -> column.declaration().stream())
            .flatMap(declared -> Stream.of(declared.name(), declared.label()));
    return Stream.concat(header.cells().stream(), attributes)
        .anyMatch(name -> isNamed(COUNTRIES, name));
  }

  private static boolean isNamed(Set<String> names, String name) {
    return names.contains(UsualNames.letters(UsualNames.withoutTable(name)));
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(UsualNames::letters)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the cells of a column are needed. */
  boolean concern(int place) {
    return rowsSeen < ROWS_MAX && columns.stream().anyMatch(column -> column.place == place);
  }

  void see(CsvRow row) {
    if (rowsSeen < ROWS_MAX) {
      rowsSeen++;
      for (Codes column : columns) {
        String text = row.value(column.place);
        if (text != null) {
          column.see(text);
        }
      }
    }
  }

  /** Remarks on columns, after the last row. */
  List<String> notes() {
    return columns.stream().filter(Codes::lackZeros).map(Codes::note).toList();
  }

  /** The codes in one column. */
  private static final class Codes {

    private final int place;
    private final String name;
    private final int[] ofLength = new int[DIGITS_MAX + 1];
    private boolean someKept; // leading zeros, or codes of letters and digits

    Codes(int place, String name) {
      this.place = place;
      this.name = name;
    }

    void see(String text) {
      if (!text.isEmpty()) {
        someKept |=
            text.length() > DIGITS_MAX
                || text.charAt(0) == '0'
                || !text.chars().allMatch(c -> c >= '0' && c <= '9');
        ofLength[Math.min(text.length(), DIGITS_MAX)]++;
      }
    }

    boolean lackZeros() {
      int usual = usualLength();
      int few = ofLength[usual - 1] + ofLength[usual - MISSING_MAX];
      int others = Arrays.stream(ofLength).sum() - ofLength[usual] - few;
      return !someKept && few > 0 && others == 0 && few < ofLength[usual];
    }

    private int usualLength() {
      int usual = DIGITS_MIN;
      for (int length = DIGITS_MIN; length <= DIGITS_MAX; length++) {
        usual = ofLength[length] > ofLength[usual] ? length : usual;
      }
      return usual;
    }

    String note() {
      return Remark.LOST_ZEROS.with(place + 1, name, usualLength());
    }
  }
}
