package dev.muster.password;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The schemes that one dialect accepts, or all that a directory can verify.
 *
 * <p>At most one scheme recognises a text, so the order of the list affects only speed: put
 * frequent ones first.
 */
public final class HashSchemes {

  private static final HashReading NOT_MINE = new HashReading.NotMine();

  private final List<HashScheme> schemes;
  private final Map<String, HashScheme> byName;

  /**
   * @throws IllegalArgumentException if two schemes have the same name
   */
  public HashSchemes(List<? extends HashScheme> schemes) {
    this.schemes = List.copyOf(schemes);
    this.byName =
        this.schemes.stream()
            .collect(
                toUnmodifiableMap(
                    HashScheme::name,
                    Function.identity(),
                    (one, other) -> {
                      throw new IllegalArgumentException("two schemes named " + one.name());
                    }));
  }

  /**
   * Reads a hash with the scheme that recognises it.
   *
   * @param encoded any text at all
   * @return {@link HashReading.NotMine} if no scheme recognises it
   */
  public HashReading read(String encoded) {
    for (HashScheme scheme : schemes) {
      HashReading reading = scheme.read(encoded);
      if (!(reading instanceof HashReading.NotMine)) {
        return reading;
      }
    }
    return NOT_MINE;
  }

  /**
   * Tells whether a hash was made from a password, by the scheme that the hash names.
   *
   * @param hash one that a scheme of this list accepted
   * @throws IllegalStateException if no scheme of this list has that name
   */
  public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
    return byName(hash.scheme())
        .orElseThrow(() -> new IllegalStateException("no scheme named " + hash.scheme()))
        .verify(hash, passwordUtf8);
  }

  public Optional<HashScheme> byName(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
