package dev.muster.app.hash.search;

import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a password does not tell about the recipe of its hash: with {@code letmein}, Latin-1 gives
 * the same bytes as UTF-8, and lower case those of the password itself.
 */
public final class Undecided {

  private Undecided() {}

  /** The other encodings and cases that give the same bytes; none for {@code Pässwörd}. */
  static List<Letters> letters(SecretBytes passwordUtf8) {
    List<Letters> same = new ArrayList<>();
    for (Letters letters : List.of(Letters.LATIN1, Letters.LOWER, Letters.UPPER)) {
      if (passwordUtf8.sameAs(letters.of(passwordUtf8.toBytes()))) {
        same.add(letters);
      }
    }
    return same;
  }

  /** The same in words; empty if everything is told. */
  public static String words(Sample sample) {
    return letters(sample.password()).stream()
        .map(
            letters ->
                switch (letters) {
                  case LATIN1 -> "UTF-8 from Latin-1";
                  case LOWER -> "the password from its lower case";
                  default -> "the password from its upper case";
                })
        .collect(Collectors.joining(", "));
  }
}
