package dev.muster.app.format.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Pieces of a workbook's XML. Names are compared without their namespaces. */
final class XmlText {

  /** How a workbook writes characters that XML can't have. */
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private XmlText() {}

  /** The value of an attribute by its local name; null if there is none. */
  static @Nullable String attribute(XMLStreamReader in, String name) {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      if (in.getAttributeLocalName(i).equals(name)) {
        return in.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Whether an attribute has the value 1 or true. */
  static boolean flag(XMLStreamReader in, String name) {
    String value = attribute(in, name);
    return "1".equals(value) || "true".equals(value);
  }

  /**
   * The text of an element without others; the reader is at its start, and goes to its end.
   *
   * @param charactersMax where a long text is cut
   */
  static String text(XMLStreamReader in, int charactersMax) throws XMLStreamException {
    String first = "";
    StringBuilder all = null;
    while (true) {
      switch (in.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (all != null) {
            append(all, in.getText(), charactersMax);
          } else if (first.isEmpty()) {
            first = in.getText();
          } else {
            all = new StringBuilder(first);
            append(all, in.getText(), charactersMax);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          String text = all == null ? first : all.toString();
          return text.substring(0, Math.min(charactersMax, text.length()));
        }
        case XMLStreamConstants.START_ELEMENT ->
            throw new XMLStreamException("a text has an element", in.getLocation());
        default -> {}
      }
    }
  }

  private static void append(StringBuilder text, String more, int charactersMax) {
    int room = Math.max(0, charactersMax - text.length());
    text.append(more, 0, Math.min(room, more.length()));
  }

  /**
   * The text of an element with runs, without the phonetic ones; the reader is at its start, and
   * goes to its end.
   *
   * @param charactersMax where a long text is cut
   */
  static String richText(XMLStreamReader in, int charactersMax) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int phonetic = 0;
    while (depth > 0) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          boolean inPhonetic = phonetic > 0 || in.getLocalName().equals("rPh");
          if (inPhonetic) {
            phonetic++;
          } else if (in.getLocalName().equals("t")) {
            append(text, text(in, charactersMax), charactersMax);
            depth--;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          phonetic = Math.max(0, phonetic - 1);
        }
        default -> {}
      }
    }
    return unescaped(text.toString());
  }

  /** The text with escapes such as {@code _x000D_} replaced. */
  static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))));
  }
}
