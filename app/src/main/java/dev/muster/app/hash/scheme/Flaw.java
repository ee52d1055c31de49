package dev.muster.app.hash.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds which part of a text is why a scheme can't read it, by reading it again with that part from
 * a hash that is sound. So it needs to know nothing about the scheme, and what it says is true. It
 * tells lengths and kinds of characters, and shows no part of the text.
 */
public final class Flaw {

  private static final int LENGTH_MAX = 4096;
  private static final int PIECES_MAX = 32;
  private static final int FLAWS_MAX = 3;
  private static final int OPTIONAL_MAX = 12;

  private final Pieces text;
  private final Pieces sound;
  private final Predicate<String> isSound;

  /**
   * Compares a text with a sound hash.
   *
   * @param isSound whether the scheme reads a text
   */
  private Flaw(Pieces text, Pieces sound, Predicate<String> isSound) {
    this.text = text;
    this.sound = sound;
    this.isSound = isSound;
  }

  /**
   * The reason in words, such as {@code the part after the last $ has 85 characters, and must have
   * 86}; empty if none was found.
   *
   * @param text what the scheme can't read
   * @param sound a hash that it reads
   */
  public static Optional<String> of(String text, String sound, Predicate<String> isSound) {
    if (text.isEmpty()) {
      return Optional.of("there is no text");
    }
    if (text.length() > LENGTH_MAX || !isSound.test(sound)) {
      return Optional.empty();
    }
    if (isSound.test(text.strip())) {
      return Optional.of("there is white space before or after it");
    }
    if (isSound.test(text.toLowerCase(Locale.ROOT))) {
      return Optional.of("its letters must be lower-case");
    }
    if (isSound.test(text.toUpperCase(Locale.ROOT))) {
      return Optional.of("its letters must be upper-case");
    }
    Pieces pieces = Pieces.of(text);
    Pieces example = Pieces.of(sound);
    return forms(example, isSound)
        .filter(form -> form.separators().equals(pieces.separators()))
        .findFirst()
        .map(form -> new Flaw(pieces, form, isSound).pieces())
        .orElseGet(() -> new Flaw(pieces, example, isSound).number());
  }

  /** Whether two texts have the same separators in the same order, so that parts correspond. */
  public static boolean isComparable(String text, String sound) {
    return text.length() <= LENGTH_MAX
        && Pieces.of(text).separators().equals(Pieces.of(sound).separators());
  }

  /** A sound hash, and the same without pieces that may be left out. */
  private static Stream<Pieces> forms(Pieces sound, Predicate<String> isSound) {
    int count = sound.separators().length();
    return Stream.concat(
        Stream.of(sound),
        count > OPTIONAL_MAX
            ? Stream.of()
            : IntStream.range(0, count)
                .boxed()
                .flatMap(
                    from ->
                        IntStream.rangeClosed(from + 1, count)
                            .mapToObj(to -> sound.without(from, to)))
                .filter(form -> isSound.test(form.whole())));
  }

  /** Tells that the text has too few parts, or too many. */
  private Optional<String> number() {
    if (sound.separators().isEmpty()) {
      return Optional.empty();
    }
    char first = sound.separators().charAt(0);
    long there = text.count(first);
    long usual = sound.count(first);
    return there == usual
        ? Optional.empty()
        : Optional.of(
            "it has "
                + (there == 0 ? "no" : there)
                + " "
                + first
                + ", and the example in docs/hashes.md has "
                + usual);
  }

  private Optional<String> pieces() {
    int count = text.texts().size();
    if (count > PIECES_MAX) {
      return Optional.empty();
    }
    for (int i = count - 1; i >= 0; i--) {
      if (differs(i) && isSound.test(text.with(i, sound.texts().get(i)))) {
        return Optional.of(place(i) + in(text, i));
      }
    }
    List<String> flaws = new ArrayList<>();
    for (int i = 0; i < count && flaws.size() < FLAWS_MAX; i++) {
      if (differs(i) && !isSound.test(sound.with(i, text.texts().get(i)))) {
        flaws.add(place(i) + in(sound, i));
      }
    }
    return flaws.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", flaws));
  }

  private boolean differs(int i) {
    return !text.texts().get(i).equals(sound.texts().get(i));
  }

  private String place(int i) {
    if (text.texts().size() == 1) {
      return "it ";
    }
    if (i == 0) {
      return "its beginning ";
    }
    char before = sound.separators().charAt(i - 1);
    if (before == '=') {
      return "its parameter " + sound.texts().get(i - 1) + " ";
    }
    long ordinal = sound.separators().substring(0, i).chars().filter(c -> c == before).count();
    String which = ordinal == sound.count(before) ? "last" : ordinal(ordinal);
    if (ordinal == 1 && which.equals("last")) {
      return "the part after the " + before + " ";
    }
    return "the part after the " + which + " " + before + " ";
  }

  private static String ordinal(long number) {
    List<String> words = List.of("first", "second", "third");
    return number <= words.size() ? words.get((int) number - 1) : number + "th";
  }

  /**
   * What is wrong with a piece, in words.
   *
   * @param base pieces that are sound if this one is
   */
  private String in(Pieces base, int i) {
    String piece = text.texts().get(i);
    String good = sound.texts().get(i);
    if (piece.isEmpty()) {
      return "is empty";
    }
    Characters characters = Characters.of(good);
    String clean = characters.cleaned(piece);
    if (!clean.equals(piece)
        && (isSound.test(base.with(i, clean)) || isSound.test(base.with(i, fitted(clean, good))))) {
      return characters == Characters.DIGITS
          ? "is not a number"
          : "has a character that is not " + characters.words();
    }
    if (characters == Characters.DIGITS) {
      return "is not a possible number";
    }
    if (piece.length() != good.length() && isSound.test(base.with(i, fitted(piece, good)))) {
      return length(base, i, characters);
    }
    String ended = piece.substring(0, piece.length() - 1) + characters.zero();
    if (isSound.test(base.with(i, ended))) {
      return "can't end with that character: it was changed or cut off";
    }
    return characters == Characters.NAME ? "is not a word that the scheme knows" : "is damaged";
  }

  /** What is wrong with the length of a piece. A text of one piece keeps its own length secret. */
  private String length(Pieces base, int i, Characters characters) {
    String good = sound.texts().get(i);
    int length = text.texts().get(i).length();
    boolean exact = true;
    for (int other = good.length() - 4; other <= good.length() + 4; other++) {
      exact &=
          other == good.length()
              || other < 1
              || !isSound.test(base.with(i, ofLength(good, other, characters)));
    }
    String amount = length < good.length() ? "too few" : "too many";
    if (text.texts().size() == 1) { // perhaps the password itself
      return "has " + amount + " characters" + (exact ? ": it must have " + good.length() : "");
    }
    if (exact) {
      return "has " + length + " characters, and must have " + good.length();
    }
    boolean impossible = length % 4 == 1 || (good.endsWith("=") && length % 4 != 0);
    if (characters == Characters.BASE64 && impossible) {
      return "has " + length + " characters, which can't be base64";
    }
    if (characters == Characters.HEX && length % 2 == 1) {
      return "has an odd number of hex digits, " + length;
    }
    return "has " + length + " characters, which is " + amount;
  }

  private static String fitted(String piece, String good) {
    return piece.length() > good.length()
        ? piece.substring(0, good.length())
        : piece + good.substring(piece.length());
  }

  private static String ofLength(String good, int length, Characters characters) {
    return length <= good.length()
        ? good.substring(0, length)
        : String.valueOf(characters.zero()).repeat(length - good.length()) + good;
  }
}
