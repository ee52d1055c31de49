package dev.muster.profile.csv.mapping;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;

/** Compares names of columns as people do: without case, accents, and surrounding blanks. */
public final class SourceName {

  private SourceName() {}

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
   * that are equal without case, accents and surrounding blanks.
   */
  static List<Integer> places(String name, List<String> header) {
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
