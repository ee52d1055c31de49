package dev.muster.app.hash;

import dev.muster.app.hash.kdf.HashMemory;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.spelling.StandardSpellings;
import dev.muster.app.hash.vendor.CiscoType7;
import dev.muster.app.hash.vendor.DjangoEncodings;
import dev.muster.password.HashReading;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A scheme that a text may be a hash of. The text itself is not included.
 *
 * @param scheme its name in reports, see {@link KnownScheme#name}
 * @param title its display name
 * @param advice whether such hashes should be kept, in words
 * @param origin the systems that store such hashes
 * @param refusal why an import would refuse the text; empty if it would be accepted
 * @param forms how each import format has it; empty if it is refused
 */
public record SchemeMatch(
    String scheme,
    String title,
    String advice,
    String origin,
    Optional<String> refusal,
    List<ImportForm> forms) {

  public SchemeMatch {
    forms = List.copyOf(forms);
  }

  /** Bare hex digits are ambiguous. */
  private static final Pattern BARE = Pattern.compile("[0-9A-Fa-f]*");

  /**
   * All schemes that a text may be a hash of: those that recognise it and, if there is none or the
   * text is only hex digits, those that would accept it if the input named them. A text that is
   * another spelling of a scheme's hashes is that scheme's.
   */
  public static List<SchemeMatch> of(String text) {
    List<SchemeMatch> recognised = matches(text, scheme -> !isUnrecognised(scheme, text));
    List<SchemeMatch> respelled =
        recognised.stream().allMatch(match -> match.refusal().isPresent())
            ? respelled(text)
            : List.of();
    if (!respelled.isEmpty()) {
      return respelled;
    }
    if (!recognised.isEmpty() && !BARE.matcher(text).matches()) {
      return isTaken(recognised)
          ? recognised
          : Stream.concat(recognised.stream(), namedSpellings(text).stream()).toList();
    }
    List<SchemeMatch> named =
        matches(text, scheme -> isUnrecognised(scheme, text) && couldBe(scheme, text));
    return Stream.of(recognised, namedSpellings(text), named).flatMap(List::stream).toList();
  }

  /** The scheme of a text that is another spelling of its hashes. */
  private static List<SchemeMatch> respelled(String text) {
    return SharedSchemes.LIMITED.get().respelled(text).stream()
        .flatMap(
            hash ->
                StandardSchemes.known().stream()
                    .filter(known -> known.name().equals(hash.scheme()))
                    .map(known -> respelled(known, hash.encoded(), text)))
        .toList();
  }

  private static SchemeMatch respelled(KnownScheme known, String encoded, String text) {
    SchemeMatch match = match(known, encoded);
    return new SchemeMatch(
        match.scheme,
        match.title,
        match.advice,
        StandardSpellings.of(text).map(spelling -> spelling.about().origin()).orElse(match.origin),
        match.refusal,
        match.refusal.isEmpty() ? ImportForm.of(known.name(), text) : List.of());
  }

  /** The spellings that read the text if the input names them. */
  private static List<SchemeMatch> namedSpellings(String text) {
    return StandardSpellings.known().stream()
        .filter(spelling -> spelling.fitsWithout(text))
        .map(
            spelling ->
                new SchemeMatch(
                    spelling.name(),
                    spelling.about().title(),
                    spelling.about().advice().meaning(),
                    spelling.about().origin(),
                    Optional.empty(),
                    ImportForm.of(spelling.name(), text)))
        .filter(match -> match.forms().stream().anyMatch(form -> form.member().isPresent()))
        .toList();
  }

  private static boolean isTaken(List<SchemeMatch> matches) {
    return matches.stream().anyMatch(match -> match.refusal().isEmpty());
  }

  /** Django's parsers accept each other's texts, but no system has these under another name. */
  private static boolean couldBe(KnownScheme known, String text) {
    return !DjangoEncodings.SCHEMES.contains(known)
        && !(known.name().equals("cisco-type7") && !CiscoType7.isPlausible(text))
        && readAs(known, text) instanceof HashReading.Accepted;
  }

  /**
   * What to do with a text that has only a part of a hash, or what is wrong with one of another
   * system's form; mostly empty.
   */
  public static Optional<String> hint(String text) {
    return Optional.of(UnknownHash.of(text))
        .filter(UnknownHash::isObject)
        .map(UnknownHash::advice)
        .or(() -> DamagedSpelling.words(text));
  }

  /** Whether some import format takes the text as a hash of this scheme. */
  public boolean isTaken() {
    return forms.stream().anyMatch(ImportForm::isTaken);
  }

  /** The names of all schemes. */
  public static List<String> schemes() {
    return StandardSchemes.known().stream().map(KnownScheme::name).toList();
  }

  private static List<SchemeMatch> matches(String text, Predicate<KnownScheme> fitting) {
    return StandardSchemes.known().stream()
        .filter(fitting)
        .map(known -> match(known, text))
        .toList();
  }

  private static SchemeMatch match(KnownScheme known, String text) {
    Optional<String> refusal = refusal(readAs(known, text));
    return new SchemeMatch(
        known.name(),
        known.about().title(),
        known.about().advice().meaning(),
        known.about().origin(),
        refusal,
        refusal.isEmpty() ? ImportForm.of(known.name(), text) : List.of());
  }

  private static boolean isUnrecognised(KnownScheme known, String text) {
    return known.within().apply(HashMemory.limits()).read(text) instanceof HashReading.NotMine;
  }

  private static HashReading readAs(KnownScheme known, String text) {
    return known.within().apply(HashMemory.limits()).readAs(text);
  }

  private static Optional<String> refusal(HashReading reading) {
    return reading instanceof HashReading.Refused refused
        ? Optional.of(refused.message())
        : Optional.empty();
  }
}
