package dev.muster.app.hash.search;

import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.app.hash.vendor.FirebaseProject;
import dev.muster.password.HashPart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tries Firebase's scrypt with the separator, rounds and memory cost of most projects. Its key is
 * the signer key of the project, in base64.
 */
final class FirebaseSearch implements Search {

  private static final String SCHEME = "firebase-scrypt";
  private static final String SEPARATOR = "Bw==";
  private static final String ROUNDS = "8";
  private static final List<String> MEMORY_COSTS = List.of("14", "15", "16", "12");

  @Override
  public String words() {
    return "Firebase's scrypt with the signer key";
  }

  /** The hash has the length of the key, since it is the key encrypted. */
  @Override
  public boolean suits(Assumption assumed) {
    return key(assumed).isPresent() && salt(assumed).isPresent();
  }

  private static Optional<Reading> key(Assumption assumed) {
    int length = assumed.hash().map(SecretBytes::length).orElse(0);
    return assumed.sample().keys().stream()
        .filter(key -> key.encoding().equals(Reading.BASE64) && key.bytes().length() == length)
        .findFirst();
  }

  private static Optional<Reading> salt(Assumption assumed) {
    return assumed.salts().stream()
        .filter(salt -> salt.encoding().equals(Reading.BASE64))
        .findFirst();
  }

  @Override
  public Optional<Solution> find(Assumption assumed, SearchLimit limit) {
    SecretBytes hash = assumed.hash().orElseThrow();
    Reading key = key(assumed).orElseThrow();
    Reading salt = salt(assumed).orElseThrow();
    return MEMORY_COSTS.stream()
        .filter(cost -> limit.lasts())
        .flatMap(cost -> solution(assumed, hash, salt, key, cost).stream())
        .findFirst();
  }

  private static Optional<Solution> solution(
      Assumption assumed, SecretBytes hash, Reading salt, Reading key, String cost) {
    String text =
        new FirebaseProject(key.bytes().toBase64(), SEPARATOR)
            .hash(cost, ROUNDS, salt.bytes().toBase64(), hash.toBase64());
    ColumnRecipe columns =
        ColumnRecipe.of(SCHEME)
            .with(HashPart.COST, cost)
            .with(HashPart.ITERATIONS, ROUNDS)
            .with(HashPart.SALT_SEPARATOR, SEPARATOR)
            .salted(salt)
            .keyed(key);
    String words =
        "Firebase's scrypt, memory cost "
            + cost
            + ", rounds "
            + ROUNDS
            + ", separator "
            + SEPARATOR;
    return assumed.verified(words, Stream.of(text), columns);
  }
}
