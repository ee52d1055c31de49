package dev.muster.profile.csv.mapping;

import dev.muster.profile.DateForms;
import java.util.Optional;

/**
 * How the cells of a column are written.
 *
 * @param dates the forms of dates; those of the attribute's declaration if there are none
 * @param defaultCountry ISO 3166 code for phone numbers without a country code; that of the
 *     settings if empty
 */
public record CellFormat(DateForms dates, Optional<String> defaultCountry) {

  public static final CellFormat PLAIN = new CellFormat(DateForms.NONE, Optional.empty());
}
