package dev.muster.profile;

import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of months in English, French, German, Spanish, Italian, Portuguese, Dutch and Polish, whole
 * or shortened.
 */
final class MonthNames {

  private static final int LENGTH_MIN = 3;

  /** The names without accents, a line for each language. */
  private static final List<String> NAMES =
      List.of(
          "january february march april may june july august september october november december",
          "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
          "januar februar marz april mai juni juli august september oktober november dezember",
          "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
              + " diciembre",
          "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
              + " dicembre",
          "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro"
              + " dezembro",
          "januari februari maart april mei juni juli augustus september oktober november december",
          "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika"
              + " listopada grudnia");

  private static final Map<String, Integer> NUMBERS = numbers();

  private MonthNames() {}

  /** The number, from 1, of the month with a name in any case; null if there is none. */
  static @Nullable Integer number(String name) {
    String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return NUMBERS.get(withoutAccents(plain.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (String language : NAMES) {
      String[] months = language.split(" ", -1);
      for (int i = 0; i < months.length; i++) {
        for (int length = LENGTH_MIN; length <= months[i].length(); length++) {
          Integer other = numbers.putIfAbsent(months[i].substring(0, length), i + 1);
          if (other != null && other != i + 1) {
            ambiguous.add(months[i].substring(0, length)); // "jui" is juin or juillet
          }
        }
      }
    }
    numbers.keySet().removeAll(ambiguous);
    numbers.put("sept", 9);
    numbers.put("mrt", 3); // Dutch
    return Map.copyOf(numbers);
  }

  private static String withoutAccents(String text) {
    String apart = Normalizer2.getNFDInstance().normalize(text);
    StringBuilder plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK) {
        plain.append(apart.charAt(i));
      }
    }
    return plain.toString();
  }
}
