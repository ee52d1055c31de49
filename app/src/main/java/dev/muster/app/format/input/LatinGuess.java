package dev.muster.app.format.input;

import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guesses which of the single-byte character sets of Europe an input is in, where all of them show
 * letters. Each set is rated by the language that explains the letters best: Turkish for {@code
 * Yıldız}, which windows-1252 shows as {@code Yýldýz}.
 */
final class LatinGuess {

  private static final Charset ASSUMED = Charset.forName("windows-1252");

  private static final List<String> OTHERS =
      List.of("windows-1250", "iso-8859-2", "windows-1254", "windows-1257", "iso-8859-15");

  /** The accented letters in names of European languages, the most frequent ones first. */
  private static final List<String> LANGUAGES =
      List.of(
          "éèëïçêôœâîûüöàùÿæ", // French
          "üöäßé", // German
          "ñíáéóúü", // Spanish
          "ãáéíóçôâêúõà", // Portuguese
          "òàèùìéíó", // Italian
          "àèéíïóòúüç", // Catalan
          "ëéïüöç", // Dutch
          "æøåéöü", // Danish, Norwegian
          "öäåéü", // Swedish, Finnish
          "óíáðúþæöýéø", // Icelandic, Faroese
          "õäüöšž", // Estonian
          "ëç", // Albanian
          "łńóśążźęć", // Polish
          "áíéýčřšžěůúňťôďľóäöĺŕ", // Czech, Slovak
          "áéóíöúőüű", // Hungarian
          "ăâșțîşţ", // Romanian
          "ćčšžđ", // Croatian, Serbian, Slovenian
          "ışüçğöİâîû", // Turkish
          "ėžšįčųūąę", // Lithuanian
          "āīšņēūčļžķģ", // Latvian
          "éüöèäçíáñøóëåæúêãïôâßàðîìòùûþýœõÿšž"); // Western Europe together

  /** The likelihood of a letter that the language does not have, as in a foreign name. */
  private static final double FOREIGN = 0.003;

  private static final double SYMBOL = 0.0003;
  private static final double APOSTROPHE = 0.05;

  /** How much less likely a letter is at a place in the word where it hardly occurs. */
  private static final double OUT_OF_PLACE = 0.05;

  /** By how much the logarithm of the likelihood must be better than that of windows-1252. */
  private static final double GAIN = 3;

  /** Likewise, for each byte that is another character. */
  private static final double GAIN_OF_BYTE = 0.7;

  /** Character sets whose ratings differ by no more are equally likely. */
  private static final double TIE = 1;

  private static final int NAMED_MAX = 2;

  private LatinGuess() {}

  /**
   * The character sets that explain words clearly better than windows-1252.
   *
   * @param words words with bytes beyond ASCII, separated by line feeds
   * @return their names for {@code --encoding}, the best one first; mostly none
   */
  static List<String> of(byte[] words) {
    Optional<String> assumed = StrictText.decoded(words, ASSUMED);
    if (assumed.isEmpty()) {
      return List.of();
    }
    double least = rating(assumed.get());
    Map<String, Double> ratings = new LinkedHashMap<>();
    for (String name : OTHERS) {
      Charsets.named(name)
          .flatMap(charset -> StrictText.decoded(words, charset))
          .ifPresent(
              text -> {
                double rating = rating(text);
                double gain = rating - least;
                if (gain >= GAIN && gain >= GAIN_OF_BYTE * differences(text, assumed.get())) {
                  ratings.put(name, rating);
                }
              });
    }
    double best = ratings.values().stream().max(Comparator.naturalOrder()).orElse(0.0);
    return ratings.entrySet().stream()
        .filter(each -> each.getValue() >= best - TIE)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(NAMED_MAX)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static int differences(String a, String b) {
    int count = 0;
    for (int i = 0; i < a.length(); i++) {
      count += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return count;
  }

  /** The logarithm of the likelihood in the language that fits best. */
  private static double rating(String text) {
    double best = Double.NEGATIVE_INFINITY;
    for (String letters : LANGUAGES) {
      best = Math.max(best, rating(text, letters));
    }
    return best;
  }

  private static double rating(String text, String letters) {
    double total = 0; // the weights of all letters
    for (int rank = 1; rank <= letters.length(); rank++) {
      total += 1.0 / rank;
    }
    double rating = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        char before = i == 0 ? '\n' : text.charAt(i - 1);
        char after = i + 1 == text.length() ? '\n' : text.charAt(i + 1);
        rating += Math.log(likelihood(c, letters, total) * place(c, before, after));
      }
    }
    return rating;
  }

  private static double likelihood(char c, String letters, double total) {
    if (!Character.isLetter(c)) {
      return c == '’' || c == '´' ? APOSTROPHE : SYMBOL;
    }
    int rank = letters.indexOf(c == 'İ' ? c : Character.toLowerCase(c)) + 1;
    return rank == 0 ? FOREIGN : Math.max(FOREIGN, 1.0 / (rank * total));
  }

  /** How usual a letter is at its place in the word. */
  private static double place(char c, char before, char after) {
    boolean first = !Character.isLetter(before);
    boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(before);
    boolean smallInCapitals =
        Character.isLowerCase(c) && Character.isUpperCase(before) && Character.isUpperCase(after);
    boolean strange =
        switch (c) {
          case 'ð', 'Ð', 'ğ', 'Ğ', 'ı' -> first;
          case 'þ' -> !first;
          default -> false;
        };
    return capitalInside || smallInCapitals || strange ? OUT_OF_PLACE : 1;
  }
}
