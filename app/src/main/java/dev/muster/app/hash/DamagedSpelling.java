package dev.muster.app.hash;

import dev.muster.app.hash.scheme.Flaw;
import dev.muster.app.hash.spelling.KnownSpelling;
import dev.muster.app.hash.spelling.StandardSpellings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises texts that no scheme and no spelling reads, but that begin like a spelling. */
final class DamagedSpelling {

  /** A tag in braces. */
  private static final Pattern TAG = Pattern.compile("\\{([A-Za-z0-9@._-]{1,40})}");

  /** A word with a letter, and the sign after it, as in {@code $shiro1$} and {@code salt=}. */
  private static final Pattern BEGINNING = Pattern.compile("[$#]?(?=[0-9-]*[A-Za-z])[\\w-]+[$:=(]");

  private DamagedSpelling() {}

  /**
   * Which spelling it probably is, and what is wrong with it, if that can be told. Has no part of
   * the text. Of spellings that begin alike, it is the one whose example has the same separators;
   * all are named if that does not tell which. Empty if it begins like none.
   */
  static Optional<String> words(String text) {
    List<KnownSpelling> alike =
        StandardSpellings.known().stream().filter(known -> begins(text, known)).toList();
    if (alike.size() <= 1) {
      return alike.stream().findFirst().map(known -> words(text, known));
    }
    List<KnownSpelling> likely =
        alike.stream().filter(known -> Flaw.isComparable(text, known.about().example())).toList();
    return Optional.of(likely.size() == 1 ? words(text, likely.get(0)) : words(alike));
  }

  private static String words(String text, KnownSpelling known) {
    return "It begins like the spelling "
        + known.name()
        + ", which docs/hashes.md has an example of, but is not sound"
        + flaw(text, known)
        + ".";
  }

  private static String words(List<KnownSpelling> alike) {
    return "It begins like the spellings "
        + alike.stream().map(KnownSpelling::name).collect(Collectors.joining(", "))
        + ", which docs/hashes.md has examples of, but is none of them.";
  }

  private static boolean begins(String text, KnownSpelling known) {
    Matcher tag = TAG.matcher(text);
    if (tag.lookingAt()) {
      return known.tags().contains(tag.group(1).toUpperCase(Locale.ROOT));
    }
    Matcher beginning = BEGINNING.matcher(known.about().example());
    return beginning.lookingAt() && text.startsWith(beginning.group());
  }

  /** What is wrong, if the example has the same tag, as others may have parts of other lengths. */
  private static String flaw(String text, KnownSpelling known) {
    String example = known.about().example();
    Matcher tag = TAG.matcher(text);
    if (tag.lookingAt() && !example.regionMatches(true, 0, tag.group(), 0, tag.end())) {
      return "";
    }
    return Flaw.of(text, example, each -> known.reader().respelled(each).isPresent())
        .map(flaw -> ": " + flaw)
        .orElse("");
  }
}
