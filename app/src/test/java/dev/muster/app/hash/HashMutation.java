package dev.muster.app.hash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages texts at random. */
final class HashMutation {

  private static final Pattern FIELD = Pattern.compile("[0-9A-Za-z+/._-]+=*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final String ALPHABET =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
          + "$:,=+-_{}[]()|*!@#\"' \t\n\0\u00e9\u0661\u2603\ud83d\ude00";
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "8",
          "16",
          "31",
          "64",
          "1000",
          "65536",
          "1048576",
          "2147483647",
          "2147483648",
          "4294967296",
          "9223372036854775808",
          "-1",
          "01",
          "1e3",
          "0x10",
          "1.5");

  private final Random random;

  HashMutation(Random random) {
    this.random = random;
  }

  /** A text with one to four changes. */
  String of(String text, String other) {
    String changed = text;
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      changed = changedOnce(changed, other);
    }
    return changed;
  }

  /** Letters at random, sometimes behind the beginning of a hash. */
  String noise(String hash) {
    StringBuilder noise = new StringBuilder();
    if (random.nextInt(4) > 0 && !hash.isEmpty()) {
      noise.append(hash, 0, random.nextInt(Math.min(hash.length(), 24)));
    }
    for (int i = random.nextInt(80); i > 0; i--) {
      noise.append(letter());
    }
    return noise.toString();
  }

  private String changedOnce(String text, String other) {
    if (text.isEmpty()) {
      return letter();
    }
    int at = random.nextInt(text.length());
    int end = at + random.nextInt(Math.min(text.length() - at, 12) + 1);
    return switch (random.nextInt(11)) {
      case 0, 1 -> text.substring(0, at) + letter() + text.substring(at + 1);
      case 2 -> text.substring(0, at) + letter() + text.substring(at);
      case 3 -> text.substring(0, at) + text.substring(end);
      case 4 -> text.substring(0, end) + text.substring(at);
      case 5 -> text.substring(0, at);
      case 6 -> text.substring(0, at) + swappedCase(text.charAt(at)) + text.substring(at + 1);
      case 7 -> number(text);
      case 8 -> swapped(text);
      case 9 -> text.substring(0, at) + other.substring(Math.min(at, other.length()));
      default -> field(text, other);
    };
  }

  private String letter() {
    int at = random.nextInt(ALPHABET.length());
    return ALPHABET.substring(at, at + 1);
  }

  private static char swappedCase(char letter) {
    return Character.isUpperCase(letter)
        ? Character.toLowerCase(letter)
        : Character.toUpperCase(letter);
  }

  private String number(String text) {
    List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
    return numbers.isEmpty()
        ? text + letter()
        : with(text, pick(numbers), NUMBERS.get(random.nextInt(NUMBERS.size())));
  }

  private String field(String text, String other) {
    List<MatchResult> fields = FIELD.matcher(text).results().toList();
    List<MatchResult> others = FIELD.matcher(other).results().toList();
    return fields.isEmpty() || others.isEmpty()
        ? text + letter()
        : with(text, pick(fields), random.nextInt(4) == 0 ? "" : pick(others).group());
  }

  /** Two fields in each other's place. */
  private String swapped(String text) {
    List<MatchResult> fields = new ArrayList<>(FIELD.matcher(text).results().toList());
    if (fields.size() < 2) {
      return letter() + text;
    }
    int first = random.nextInt(fields.size() - 1);
    MatchResult one = fields.get(first);
    MatchResult two = fields.get(first + 1 + random.nextInt(fields.size() - first - 1));
    return with(with(text, two, one.group()), one, two.group());
  }

  private MatchResult pick(List<MatchResult> matches) {
    return matches.get(random.nextInt(matches.size()));
  }

  private static String with(String text, MatchResult place, String replacement) {
    return text.substring(0, place.start()) + replacement + text.substring(place.end());
  }
}
