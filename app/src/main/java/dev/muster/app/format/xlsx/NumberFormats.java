package dev.muster.app.format.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The number formats of a workbook's cell styles. Immutable after it was read. */
final class NumberFormats {

  /** More than the 65,490 styles that a workbook can have. */
  private static final int STYLES_MAX = 1 << 16;

  private final Map<Integer, NumberFormat> custom = new HashMap<>();
  private final List<Integer> ofStyles = new ArrayList<>();

  /** Reads the part {@code styles.xml}. */
  static NumberFormats of(XMLStreamReader in) throws IOException {
    NumberFormats formats = new NumberFormats();
    try {
      boolean inCells = false;
      while (in.hasNext()) {
        int event = in.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (in.getLocalName()) {
            case "numFmt" -> formats.addCustom(in);
            case "cellXfs" -> inCells = true;
            case "xf" -> {
              if (inCells && formats.ofStyles.size() < STYLES_MAX) {
                formats.ofStyles.add(number(XmlText.attribute(in, "numFmtId")));
              }
            }
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("cellXfs")) {
          inCells = false;
        }
      }
      in.close();
      return formats;
    } catch (XMLStreamException e) {
      throw WorkbookParts.damaged(e);
    }
  }

  /** The formats of a workbook without styles. */
  static NumberFormats none() {
    return new NumberFormats();
  }

  /** The format of the style with a number, as cells name it. */
  NumberFormat ofStyle(@Nullable String style) {
    int index = style == null ? 0 : number(style);
    int id = index < ofStyles.size() ? ofStyles.get(index) : 0;
    NumberFormat format = custom.get(id);
    return format == null ? NumberFormat.builtIn(id) : format;
  }

  private void addCustom(XMLStreamReader in) {
    String code = XmlText.attribute(in, "formatCode");
    if (code != null && custom.size() < STYLES_MAX) {
      custom.put(number(XmlText.attribute(in, "numFmtId")), NumberFormat.of(code));
    }
  }

  private static int number(@Nullable String text) {
    try {
      return text == null ? 0 : Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
