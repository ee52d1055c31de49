package dev.muster.profile.csv.mapping;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of a file's columns in a mapping. They are compared without case, accents, and surrounding
 * blanks. {@code column 3} is the third column, unless a column has that name.
 */
public final class SourceName {

  private static final Pattern NUMBERED = Pattern.compile("column ([1-9][0-9]{0,4})");

  private SourceName() {}

  /**
   * The name of a column by its number.
   *
   * @param place 0-based
   */
  public static String numbered(int place) {
    return "column " + (place + 1);
  }

  /** The 0-based place that a name has the number of; -1 if it has none. */
  static int place(String name) {
    Matcher numbered = NUMBERED.matcher(plain(name));
    return numbered.matches() ? Integer.parseInt(numbered.group(1)) - 1 : -1;
  }

  /** Whether a name is understood as a number in a header, because no column has that name. */
  static boolean isNumber(String name, List<String> header) {
    return place(name) >= 0 && named(name, header).isEmpty();
  }

  /** The name as it is compared. */
  public static String plain(String name) {
    String apart = Normalizer2.getNFKDInstance().normalize(name.strip());
    StringBuilder plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      int type = Character.getType(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
          plain.append(' ');
        }
      } else if (type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString().strip();
  }

  /**
   * The places of the cells with a name: those that are equal to it or, if there are none, those
   * that are equal without case, accents and surrounding blanks; otherwise the place whose number
   * it is.
   */
  public static List<Integer> places(String name, List<String> header) {
    List<Integer> named = named(name, header);
    int place = named.isEmpty() ? place(name) : -1;
    return place >= 0 && place < header.size() ? List.of(place) : named;
  }

  private static List<Integer> named(String name, List<String> header) {
    List<Integer> equal = new ArrayList<>();
    List<Integer> alike = new ArrayList<>();
    String plain = plain(name);
    for (int place = 0; place < header.size(); place++) {
      if (header.get(place).equals(name)) {
        equal.add(place);
      }
      if (plain(header.get(place)).equals(plain)) {
        alike.add(place);
      }
    }
    return equal.isEmpty() ? alike : equal;
  }
}
