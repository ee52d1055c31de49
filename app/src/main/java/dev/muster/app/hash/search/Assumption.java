package dev.muster.app.hash.search;

import dev.muster.app.hash.SharedSchemes;
import dev.muster.app.hash.recipe.RecipeScheme;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is assumed to be a user's hash and its salt. Systems keep both apart, or in one text that
 * can be divided in several ways; each way is an assumption, on which searches are tried.
 *
 * @param sample with the texts that are taken for hash and salt
 * @param clues what the whole text says about how it was made
 * @param cut how the texts were taken out of the whole one
 * @param pieces the parts of the whole text, if it was divided
 */
record Assumption(Sample sample, Clues clues, Cut cut, List<String> pieces) {

  static final HashSchemes SCHEMES = SharedSchemes.DEFAULT.get();

  Assumption {
    pieces = List.copyOf(pieces);
  }

  /** The whole text as the hash. */
  static Assumption whole(Sample sample) {
    return new Assumption(sample, Clues.of(sample.hash()), Cut.NONE, List.of());
  }

  /** The whole text as the hash, then what can be cut out of it, the most probable first. */
  static List<Assumption> of(Sample sample) {
    Assumption whole = whole(sample);
    List<Assumption> all = new ArrayList<>(List.of(whole));
    boolean salted = sample.salt().isPresent();
    Stream.of(Optional.of(whole), whole.after(new LeadingTag()), whole.after(new JsonMembers()))
        .flatMap(Optional::stream)
        .forEach(
            text -> {
              text.add(all);
              for (Division division : Division.of(text.sample.hash(), salted)) {
                text.after(division).ifPresent(assumed -> assumed.add(all));
              }
            });
    Set<List<Optional<String>>> seen = new HashSet<>();
    all.removeIf(
        assumed -> !seen.add(List.of(Optional.of(assumed.sample.hash()), assumed.sample.salt())));
    return all;
  }

  /** Adds this assumption, and what its text is in other notations. */
  private void add(List<Assumption> all) {
    if (!cut.steps().isEmpty()) {
      all.add(this);
    }
    for (WrittenBytes notation : WrittenBytes.values()) {
      after(notation).ifPresent(all::add);
    }
    if (sample.salt().isEmpty()) {
      hash().map(SecretBytes::length).map(JoinedBytes::of).orElse(List.of()).stream()
          .flatMap(step -> after(step).stream())
          .forEach(all::add);
    }
  }

  private Optional<Assumption> after(CutStep step) {
    return step.apply(new Cells(sample.hash(), sample.salt(), pieces))
        .map(
            cells ->
                new Assumption(
                    new Sample(
                        cells.hash(),
                        cells.salt(),
                        sample.key(),
                        sample.login(),
                        sample.password()),
                    clues,
                    cut.then(step),
                    cells.parts()));
  }

  /** The hash's bytes; empty if it is neither hex nor base64. */
  Optional<SecretBytes> hash() {
    return Digits.bytes(sample.hash());
  }

  /**
   * The possible readings of salt, key and login. A salt that was cut out of bytes is nothing but
   * bytes.
   */
  List<Reading> texts() {
    List<Reading> texts = new ArrayList<>(salts());
    texts.addAll(sample.keys());
    texts.addAll(sample.logins());
    return texts;
  }

  /** The possible readings of the salt. */
  List<Reading> salts() {
    return isJoined()
        ? sample.salts().stream().filter(salt -> salt.encoding().equals(Reading.HEX)).toList()
        : sample.salts();
  }

  /** Whether hash and salt are cut out of the same bytes. */
  boolean isJoined() {
    return cut.steps().stream().anyMatch(JoinedBytes.class::isInstance);
  }

  byte[] password() {
    return sample.password().toBytes();
  }

  /** The solution with the first text that a scheme accepts and the password matches. */
  Optional<Solution> verified(String words, Stream<String> texts, ColumnRecipe columns) {
    return texts.flatMap(text -> verified(words, text, columns).stream()).findFirst();
  }

  private Optional<Solution> verified(String words, String text, ColumnRecipe columns) {
    return SCHEMES.read(text) instanceof HashReading.Accepted accepted && matches(accepted.hash())
        ? Optional.of(new Solution(accepted.hash().scheme(), words, text, columns.cut(cut, pieces)))
        : Optional.empty();
  }

  /**
   * The solution by a recipe.
   *
   * @param text in the grammar of recipes, with the key as {@link Reading#PEPPER}
   * @return empty if the hash is not made so, or the recipe is too long or too costly
   */
  Optional<Solution> recipe(String text) {
    return FoundRecipe.of(text, sample)
        .map(
            found ->
                new Solution(
                    RecipeScheme.NAME,
                    found.recipe().print(),
                    found.encoded(),
                    ColumnRecipe.of(found).cut(cut, pieces)));
  }

  /** The solution that the text is a hash of a scheme, if the password matches. */
  Optional<Solution> as(KnownScheme known) {
    return scheme(known).readAs(sample.hash()) instanceof HashReading.Accepted accepted
            && matches(accepted.hash())
        ? Optional.of(
            new Solution(
                known.name(),
                known.about().title(),
                accepted.hash().encoded(),
                ColumnRecipe.of(known.name()).cut(cut, pieces)))
        : Optional.empty();
  }

  static HashScheme scheme(KnownScheme known) {
    return SCHEMES.byName(known.name()).orElseThrow();
  }

  /** Whether nothing was cut off. */
  boolean isWhole() {
    return cut.steps().isEmpty();
  }

  private boolean matches(EncodedHash encoded) {
    return SCHEMES.verify(encoded, password());
  }

  /** Without the texts, which are secrets. */
  @Override
  public String toString() {
    return "Assumption[" + cut.words() + "]";
  }
}
