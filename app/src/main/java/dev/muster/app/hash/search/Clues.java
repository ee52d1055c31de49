package dev.muster.app.hash.search;

import dev.muster.app.hash.digest.Digest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * What the text of a hash says about how it was made.
 *
 * @param numbers the numbers in it that may be costs
 * @param digests the digests that it names
 * @param words the whole text in lower case, to look for other names in it
 */
record Clues(List<Long> numbers, List<Digest> digests, String words) {

  private static final Pattern NUMBER =
      Pattern.compile("(?<![A-Za-z0-9+/.])\\d{1,9}(?![A-Za-z0-9+/.])");
  private static final Pattern DIGEST =
      Pattern.compile(
          "(?i)(?<![a-z0-9])(?:pbkdf2[-_]?|hmac[-_]?|pbkdf2withhmac)*"
              + "(sha-?\\d{1,3}|md[45]|ripemd-?160|whirlpool)(?![a-z0-9])");
  private static final int NUMBERS_MAX = 8;
  private static final int TEXT_LENGTH_MAX = 4096;

  Clues {
    numbers = List.copyOf(numbers);
    digests = List.copyOf(digests);
  }

  static Clues of(String text) {
    String head = text.substring(0, Math.min(text.length(), TEXT_LENGTH_MAX));
    List<Long> numbers = new ArrayList<>();
    Matcher number = NUMBER.matcher(head);
    while (number.find() && numbers.size() < NUMBERS_MAX) {
      numbers.add(Long.parseLong(number.group()));
    }
    Set<Digest> digests = new LinkedHashSet<>();
    Matcher digest = DIGEST.matcher(head);
    while (digest.find()) {
      Optional<Digest> named = Digest.named(digest.group(1));
      named.ifPresent(digests::add);
    }
    return new Clues(numbers, List.copyOf(digests), head.toLowerCase(Locale.ROOT));
  }

  LongStream distinctNumbers() {
    return numbers.stream().mapToLong(number -> number).distinct();
  }

  /** The numbers from 1 to a maximum, and 1 itself. */
  long[] smallNumbers(long max) {
    LongStream small = distinctNumbers().filter(number -> number >= 1 && number <= max);
    return LongStream.concat(LongStream.of(1), small).distinct().toArray();
  }

  /** Whether the text has a word. */
  boolean names(String word) {
    return words.contains(word);
  }

  /** Only how much there is: the words have the hash. */
  @Override
  public String toString() {
    return "Clues[numbers=" + numbers.size() + ", digests=" + digests + "]";
  }
}
