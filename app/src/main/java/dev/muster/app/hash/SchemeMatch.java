package dev.muster.app.hash;

import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.vendor.DjangoEncodings;
import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A scheme that a text may be a hash of. None of it repeats the text.
 *
 * @param scheme what an import calls it, see {@link KnownScheme#name}
 * @param title the name people know it by
 * @param advice what to think of it, in words
 * @param origin the systems that have such hashes
 * @param refusal why no import would take it; empty if one does
 */
public record SchemeMatch(
    String scheme, String title, String advice, String origin, Optional<String> refusal) {

  /** Hex digits may always be something else. */
  private static final Pattern BARE = Pattern.compile("[0-9A-Fa-f]*");

  /**
   * Every scheme that a text may be a hash of: the one that recognises it, and, if there is none or
   * the text is mere hex digits, all that would take it if they were named.
   */
  public static List<SchemeMatch> of(String text) {
    List<SchemeMatch> recognised = sightings(text, scheme -> !isStranger(scheme, text));
    if (!recognised.isEmpty() && !BARE.matcher(text).matches()) {
      return recognised;
    }
    List<SchemeMatch> named =
        sightings(text, scheme -> isStranger(scheme, text) && couldBe(scheme, text));
    return Stream.concat(recognised.stream(), named.stream()).toList();
  }

  /** Django's parsers read each other's spellings, but nobody has them under another's name. */
  private static boolean couldBe(KnownScheme known, String text) {
    return !DjangoEncodings.SCHEMES.contains(known)
        && readAs(known, text) instanceof HashReading.Accepted;
  }

  /** The names of all schemes. */
  public static List<String> schemes() {
    return StandardSchemes.known().stream().map(KnownScheme::name).toList();
  }

  private static List<SchemeMatch> sightings(String text, Predicate<KnownScheme> fitting) {
    return StandardSchemes.known().stream()
        .filter(fitting)
        .map(
            known ->
                new SchemeMatch(
                    known.name(),
                    known.about().title(),
                    known.about().advice().meaning(),
                    known.about().origin(),
                    refusal(readAs(known, text))))
        .toList();
  }

  private static boolean isStranger(KnownScheme known, String text) {
    return known.within().apply(CostBounds.DEFAULTS).read(text) instanceof HashReading.NotMine;
  }

  private static HashReading readAs(KnownScheme known, String text) {
    return known.within().apply(CostBounds.DEFAULTS).readAs(text);
  }

  private static Optional<String> refusal(HashReading reading) {
    return reading instanceof HashReading.Refused refused
        ? Optional.of(refused.message())
        : Optional.empty();
  }
}
