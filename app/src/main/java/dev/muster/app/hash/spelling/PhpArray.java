package dev.muster.app.hash.spelling;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.scheme.Decimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An array of texts as PHP's serialize() writes it: {@code a:1:{s:4:"hash";s:3:"abc";}}. */
final class PhpArray {

  private static final Pattern START = Pattern.compile("a:(" + Decimal.PATTERN + "):\\{");
  private static final Pattern TEXT = Pattern.compile("s:(" + Decimal.PATTERN + "):\"([^\"]*)\";");

  private PhpArray() {}

  /** The texts by their keys; empty if the text is not such an array. */
  static Optional<Map<String, String>> read(String serialized) {
    Matcher start = START.matcher(serialized);
    if (!start.lookingAt()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    Matcher text = TEXT.matcher(serialized).region(start.end(), serialized.length());
    int end = start.end();
    while (text.lookingAt()) {
      if (Decimal.parse(text.group(1)) != text.group(2).getBytes(UTF_8).length) {
        return Optional.empty();
      }
      texts.add(text.group(2));
      end = text.end();
      text.region(end, serialized.length());
    }
    boolean complete =
        texts.size() == 2 * Decimal.parse(start.group(1))
            && end == serialized.length() - 1
            && serialized.charAt(end) == '}';
    return complete ? Optional.of(pairs(texts)) : Optional.empty();
  }

  private static Map<String, String> pairs(List<String> texts) {
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < texts.size(); i += 2) {
      pairs.put(texts.get(i), texts.get(i + 1));
    }
    return pairs;
  }
}
