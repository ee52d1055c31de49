package dev.muster.profile.csv.mapping;

import dev.muster.value.Blanks;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Divides a text at a separator into a number of parts. A text with fewer separators has empty
 * parts at its end.
 *
 * @param separator what is between the parts; white space around it means nothing
 * @param parts how many parts there are, at least 2
 * @param fromEnd whether the last separators divide, so that the first part takes what is left over
 */
public record Split(String separator, int parts, boolean fromEnd) {

  /** The part with a 0-based number, without white space at its ends. */
  String part(String text, int number) {
    List<String> words = words(text);
    int surplus = Math.max(0, words.size() - parts);
    if (number >= words.size()) {
      return "";
    }
    int greedy = fromEnd ? 0 : parts - 1;
    int from = number + (number > greedy ? surplus : 0);
    int to = from + 1 + (number == greedy ? surplus : 0);
    return Blanks.strip(String.join(separator, words.subList(from, to)));
  }

  private List<String> words(String text) {
    String mark = Blanks.strip(separator);
    return mark.isEmpty()
        ? Blanks.words(text)
        : Arrays.stream(text.split(Pattern.quote(mark), -1)).map(Blanks::strip).toList();
  }
}
