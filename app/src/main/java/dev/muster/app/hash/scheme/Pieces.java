package dev.muster.app.hash.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text taken apart at its separators.
 *
 * @param texts what is between them, one more than separators
 * @param separators the characters between the texts
 */
record Pieces(List<String> texts, String separators) {

  /** An equals sign after the name of a parameter; others end base64. */
  private static final Pattern SEPARATOR =
      Pattern.compile("[$:|,;{}\\[\\]\"!#]|(?<=[$,:|][a-z]{1,12})=(?=[0-9A-Za-z])");

  Pieces {
    texts = List.copyOf(texts);
  }

  static Pieces of(String text) {
    List<String> texts = new ArrayList<>();
    StringBuilder separators = new StringBuilder();
    int end = 0;
    Matcher separator = SEPARATOR.matcher(text);
    while (separator.find()) {
      texts.add(text.substring(end, separator.start()));
      separators.append(separator.group());
      end = separator.end();
    }
    texts.add(text.substring(end));
    return new Pieces(texts, separators.toString());
  }

  /** How often a separator occurs. */
  long count(char separator) {
    return separators.chars().filter(c -> c == separator).count();
  }

  /** The pieces without some of them and the separators behind these. */
  Pieces without(int from, int to) {
    List<String> kept = new ArrayList<>(texts.subList(0, from));
    kept.addAll(texts.subList(to, texts.size()));
    return new Pieces(kept, separators.substring(0, from) + separators.substring(to));
  }

  String whole() {
    return with(0, texts.get(0));
  }

  /** The whole text with another piece. */
  String with(int index, String piece) {
    StringBuilder whole = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      whole.append(i == index ? piece : texts.get(i));
      if (i < separators.length()) {
        whole.append(separators.charAt(i));
      }
    }
    return whole.toString();
  }

  /** Without the texts, which may be secrets. */
  @Override
  public String toString() {
    return "Pieces[" + separators + "]";
  }
}
