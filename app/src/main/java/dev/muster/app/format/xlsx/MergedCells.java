package dev.muster.app.format.xlsx;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds cells of a sheet that are merged over several rows. */
final class MergedCells {

  private static final Pattern RANGE =
      Pattern.compile("[A-Z]{1,3}([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})");

  private MergedCells() {}

  /**
   * The first range of merged cells that has several rows, such as {@code A3:A4}.
   *
   * @param in behind the rows of the sheet, where the ranges are
   * @param row only ranges below this row, from 1
   */
  static Optional<String> below(int row, XMLStreamReader in) {
    try {
      while (in.hasNext()) {
        if (in.next() == XMLStreamConstants.START_ELEMENT
            && in.getLocalName().equals("mergeCell")) {
          String range = String.valueOf(XmlText.attribute(in, "ref"));
          Matcher rows = RANGE.matcher(range);
          if (rows.matches()
              && Integer.parseInt(rows.group(1)) > row
              && Integer.parseInt(rows.group(2)) > Integer.parseInt(rows.group(1))) {
            return Optional.of(range);
          }
        }
      }
    } catch (XMLStreamException e) {
      return Optional.empty(); // all rows were read
    }
    return Optional.empty();
  }
}
