package dev.muster.app.hash.search;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Searches how a hash was made, given the password and what else is known. It tries the
 * constructions that systems are known to use. The password is not guessed.
 *
 * @param hash the hash as the system stores it
 * @param salt the salt as the system stores it; without one, a hash like {@code HASH:SALT} is split
 * @param key a secret key of the system, if it has one
 * @param password the user's, in UTF-8
 * @param cut how hash and salt were taken out of one text, in words; empty if they were not
 */
public record HashSearch(
    String hash,
    Optional<String> salt,
    Optional<String> key,
    SecretBytes password,
    SearchLimit limit,
    String cut) {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final List<String> SEPARATORS = List.of(":", "$", ".", "|", ";", " ");

  public static HashSearch of(
      String hash,
      Optional<String> salt,
      Optional<String> key,
      byte[] passwordUtf8,
      SearchLimit limit) {
    return new HashSearch(hash, salt, key, SecretBytes.of(passwordUtf8), limit, "");
  }

  /** The first construction that gives the hash; empty if none does, or the limit is reached. */
  public Optional<Solution> find() {
    List<Supplier<Optional<Solution>>> searches = new ArrayList<>();
    searches.add(() -> byScheme(known -> known.read(hash) instanceof HashReading.Accepted));
    for (HashSearch part : withParts()) {
      searches.add(() -> new DigestSearch(part).once());
      searches.add(() -> new KeyedSearch(part).find());
    }
    searches.add(() -> byScheme(known -> true));
    for (HashSearch part : withParts()) {
      searches.add(() -> new DigestSearch(part).repeated());
      searches.add(() -> new DerivedKeySearch(part).find());
    }
    return searches.stream().flatMap(search -> search.get().stream()).findFirst();
  }

  /** This search, and those that take a part of the text for the hash and the rest for the salt. */
  private List<HashSearch> withParts() {
    List<HashSearch> searches = new ArrayList<>();
    searches.add(this);
    for (String separator : SEPARATORS) {
      int at = hash.indexOf(separator);
      if (at > 0 && at < hash.length() - 1) {
        String left = hash.substring(0, at);
        String right = hash.substring(at + 1);
        String first = "the first \"" + separator + "\"";
        searches.add(part(left, right, "the hash is before " + first + ", the salt behind it"));
        searches.add(part(right, left, "the salt is before " + first + ", the hash behind it"));
      }
    }
    return searches;
  }

  private HashSearch part(String text, String rest, String words) {
    return new HashSearch(text, Optional.of(salt.orElse(rest)), key, password, limit, words);
  }

  private Optional<Solution> byScheme(Predicate<HashScheme> tried) {
    limit.trying("all schemes");
    return StandardSchemes.known().stream()
        .filter(known -> limit.lasts() && tried.test(scheme(known)))
        .flatMap(known -> byScheme(known).stream())
        .findFirst();
  }

  private Optional<Solution> byScheme(KnownScheme known) {
    return scheme(known).readAs(hash) instanceof HashReading.Accepted accepted
            && matches(accepted.hash())
        ? Optional.of(
            new Solution(
                known.name(),
                known.about().title(),
                accepted.hash().encoded(),
                ColumnRecipe.of(known.name())))
        : Optional.empty();
  }

  private static HashScheme scheme(KnownScheme known) {
    return SCHEMES.byName(known.name()).orElseThrow();
  }

  /** The solution with the first text that a scheme accepts and the password matches. */
  Optional<Solution> verified(String words, Stream<String> texts, ColumnRecipe columns) {
    return texts.flatMap(text -> verified(words, text, columns.cut(cut)).stream()).findFirst();
  }

  private Optional<Solution> verified(String words, String text, ColumnRecipe columns) {
    return SCHEMES.read(text) instanceof HashReading.Accepted accepted && matches(accepted.hash())
        ? Optional.of(new Solution(accepted.hash().scheme(), words, text, columns))
        : Optional.empty();
  }

  private boolean matches(EncodedHash encoded) {
    return SCHEMES.verify(encoded, password.toBytes());
  }

  /** The possible readings of the hash. */
  List<SecretBytes> hashBytes() {
    return Stream.of(SecretBytes.ofHex(hash), SecretBytes.ofAnyBase64(hash))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The possible readings of the salt; none if there is no salt. */
  List<Reading> salts() {
    return salt.map(text -> Reading.of("salt", text)).orElse(List.of());
  }

  /** The possible readings of the key; none if there is no key. */
  List<Reading> keys() {
    return key.map(text -> Reading.of("key", text)).orElse(List.of());
  }
}
