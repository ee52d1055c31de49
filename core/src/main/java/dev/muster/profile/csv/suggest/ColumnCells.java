package dev.muster.profile.csv.suggest;

import dev.muster.profile.DateForms;
import dev.muster.profile.EmailSyntax;
import dev.muster.profile.csv.SuspectText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The cells of one column, of which their kind can be seen. Its text shows none of them. */
public final class ColumnCells {

  private static final int WORDS_MAX = 12;

  private static final Pattern ENCODED_HASH =
      Pattern.compile(
          "\\$(2[abxy]?|argon2[a-z]*|[1567y]|pbkdf2[-a-z0-9]*|scrypt|P|H)\\$.+|[a-z0-9_]+\\$.+\\$.+"
              + "|\\{[A-Za-z0-9-]+\\}.+|argon2\\$.+");
  private static final Pattern HEXADECIMAL =
      Pattern.compile("[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}|[0-9a-fA-F]{128}");

  private static final Pattern SEPARATED =
      Pattern.compile("[0-9]{1,4}([-./])[0-9]{1,2}\\1[0-9]{1,4}");

  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<String> nothings = new LinkedHashSet<>();
  private boolean someEmpty;

  ColumnCells(List<List<String>> rows, int place) {
    for (List<String> row : rows) {
      String text = place < row.size() ? row.get(place).strip() : "";
      if (SuspectText.isNothing(text)) {
        nothings.add(text);
        someEmpty = true;
      } else if (!text.isEmpty()) {
        texts.add(text);
      } else if (place < row.size()) {
        someEmpty = true;
      }
    }
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  /** The texts that a program wrote for no value, such as {@code NULL}; they count as empty. */
  Set<String> nothings() {
    return nothings;
  }

  /** Whether some cells are empty, and others are not. */
  boolean haveGaps() {
    return someEmpty && !texts.isEmpty();
  }

  boolean areEmails() {
    return all(EmailSyntax::isAddress);
  }

  boolean areMostlyEmails() {
    return texts.stream().filter(EmailSyntax::isAddress).count() * 2 > texts.size();
  }

  boolean areHashes() {
    return all(ColumnCells::isHash);
  }

  /** Whether a text looks like a hash of a password. */
  public static boolean isHash(String text) {
    return ENCODED_HASH.matcher(text).matches() || isHexadecimal(text);
  }

  /** Whether the hashes do not tell which scheme they are of. */
  boolean areBareHashes() {
    return all(ColumnCells::isHexadecimal);
  }

  /** The digest that bare hashes seem to be of, such as {@code sha1}; empty if that is unclear. */
  String digest() {
    Set<Integer> lengths = texts.stream().map(String::length).collect(Collectors.toSet());
    if (lengths.size() != 1) {
      return "";
    }
    return switch (lengths.iterator().next()) {
      case 32 -> "md5";
      case 40 -> "sha1";
      case 64 -> "sha256";
      case 128 -> "sha512";
      default -> "";
    };
  }

  /** Whether all cells are dates with separators. */
  boolean areDates() {
    return all(text -> SEPARATED.matcher(text).matches()) && !dateForms().isEmpty();
  }

  boolean areBooleans() {
    return texts.size() <= WORDS_MAX && all(BooleanWords::isKnown);
  }

  /** Whether most cells have several words. */
  boolean haveSeveralWords() {
    long several = texts.stream().filter(text -> text.contains(" ")).count();
    return several * 2 > texts.size();
  }

  /** Whether every cell has a comma between words. */
  boolean haveCommas() {
    return all(text -> text.indexOf(',') > 0);
  }

  /** The forms in which most cells are dates. */
  List<String> dateForms() {
    return DateForms.fittingMost(texts);
  }

  /** The different cells; only for columns of words for yes and no. */
  Set<String> words() {
    return texts;
  }

  private boolean all(Predicate<String> test) {
    return !texts.isEmpty() && texts.stream().allMatch(test);
  }

  private static boolean isHexadecimal(String text) {
    return HEXADECIMAL.matcher(text).matches();
  }

  @Override
  public String toString() {
    return texts.size() + " different cells"; // they may be secret
  }
}
