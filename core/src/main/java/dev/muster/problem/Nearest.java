package dev.muster.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known word that is most similar to an unknown one. */
public final class Nearest {

  /** A slip makes another word of a shorter one too easily. */
  private static final int SHORT_WORD = 5;

  private static final int LONG_WORD = 10;

  /** The fewest letters that may stand for a word that begins with them. */
  private static final int MEANT_MIN = 3;

  private static final int MEANT_MAX = 5;

  private Nearest() {}

  /** The most similar known word; empty if none is similar. */
  public static Optional<String> to(String word, Collection<String> known) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      if (Math.abs(word.length() - candidate.length()) < least) {
        int distance = distance(word, candidate);
        if (distance < least) {
          best = candidate;
          least = distance;
        }
      }
    }
    return best != null && isLike(word, best, least) ? Optional.of(best) : Optional.empty();
  }

  /**
   * The known word that an unknown one is but for one slip of typing, or two in a long word: a
   * letter is wrong, missing, surplus, or has changed places with the next one. The first letter
   * must be right, or change places. Empty if there is none.
   */
  public static Optional<String> mistyped(String word, Collection<String> known) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int length = Math.max(word.length(), candidate.length());
      int slipsMax = length < SHORT_WORD ? 0 : length < LONG_WORD ? 1 : 2;
      if (Math.abs(word.length() - candidate.length()) <= slipsMax && beginAlike(word, candidate)) {
        int slips = slips(word, candidate);
        if (slips <= slipsMax && slips < least) {
          best = candidate;
          least = slips;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The known word that an unknown one is in another case or with other hyphens, or else the {@link
   * #mistyped} one.
   */
  public static Optional<String> respelled(String word, Collection<String> known) {
    String letters = letters(word);
    return known.stream()
        .filter(candidate -> letters(candidate).equals(letters))
        .findFirst()
        .or(() -> mistyped(word.toLowerCase(Locale.ROOT), known));
  }

  private static String letters(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
  }

  /**
   * The known words that an unknown one may stand for, at most five: those that begin with it, or
   * else the {@link #respelled} one, or else the longest one that it begins with.
   */
  public static List<String> meant(String word, Collection<String> known) {
    String start = word.toLowerCase(Locale.ROOT).replace('_', '-');
    List<String> longer =
        start.length() < MEANT_MIN
            ? List.of()
            : known.stream().filter(candidate -> candidate.startsWith(start)).sorted().toList();
    if (!longer.isEmpty()) {
      return longer.stream().limit(MEANT_MAX).toList();
    }
    return respelled(word, known)
        .or(
            () ->
                known.stream()
                    .filter(each -> each.length() >= SHORT_WORD && start.startsWith(each))
                    .max(Comparator.comparingInt(String::length)))
        .stream()
        .toList();
  }

  private static boolean beginAlike(String a, String b) {
    return a.length() > 1
        && b.length() > 1
        && (a.charAt(0) == b.charAt(0)
            || (a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0)));
  }

  /** Like {@link #distance}; two letters that change places are one slip. */
  private static int slips(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }

  private static boolean isLike(String word, String candidate, int distance) {
    return distance <= Math.max(1, Math.max(word.length(), candidate.length()) / 2)
        || (word.length() > 2 && candidate.startsWith(word));
  }

  /** The Levenshtein distance: how many letters must be replaced, inserted or deleted. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
