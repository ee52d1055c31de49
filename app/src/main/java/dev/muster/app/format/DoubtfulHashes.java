package dev.muster.app.format;

import dev.muster.password.AmbiguousForms;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashDoubt;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The kinds of hashes of one input that could be something else, as far as the input was read. It
 * counts nothing, because chunks may be read again. Thread-safe.
 */
public final class DoubtfulHashes implements Consumer<EncodedHash> {

  private final Map<String, Optional<HashDoubt>> seen = new ConcurrentHashMap<>();

  /** Notes a hash whose scheme the input names, so that only bcrypt may be something else. */
  @Override
  public void accept(EncodedHash hash) {
    if (hash.scheme().equals("auth0-custom")) {
      named(hash).ifPresent(doubt -> seen.put(doubt.scheme(), Optional.of(doubt)));
    } else if (!seen.containsKey(hash.scheme())) {
      seen.put(hash.scheme(), named(hash));
    }
  }

  /** Notes a hash whose scheme only its form tells. */
  public void acceptUnnamed(EncodedHash hash) {
    AmbiguousForms.of(hash).ifPresent(doubt -> seen.put(doubt.scheme(), Optional.of(doubt)));
  }

  private static Optional<HashDoubt> named(EncodedHash hash) {
    return AmbiguousForms.of(hash).filter(HashDoubt::usual);
  }

  /** A remark for each kind, in the order of the schemes' names. */
  public List<HashNote> notes() {
    return seen.values().stream()
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(HashDoubt::scheme))
        .map(doubt -> HashNote.of(doubt, doubt.sentence()))
        .toList();
  }
}
