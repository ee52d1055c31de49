package dev.muster.problem;

import java.util.Collection;
import java.util.Optional;

/** Suggests the known word that is most similar to an unknown one. */
public final class Nearest {

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
