package dev.muster.password;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The schemes that one dialect accepts, or all that a directory can verify.
 *
 * <p>At most one scheme recognises a text, so the order of the list affects only speed: put
 * frequent ones first. Other spellings are tried only for texts that no scheme accepts.
 */
public final class HashSchemes {

  private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z]*");
  private static final HashReading NOT_MINE = new HashReading.NotMine();

  /** A tag before a tag in base64: more is no system's. */
  private static final int NESTED_SPELLINGS_MAX = 4;

  private final List<HashScheme> schemes;
  private final Map<String, HashScheme> byName;
  private final HashSpellings spellings;

  /**
   * Schemes whose hashes are read in their own format only.
   *
   * @throws IllegalArgumentException if two schemes have the same name
   */
  public HashSchemes(List<? extends HashScheme> schemes) {
    this(schemes, HashSpellings.NONE);
  }

  /**
   * Schemes whose hashes are read in other spellings too, and stored in their own format.
   *
   * @throws IllegalArgumentException if two schemes have the same name
   */
  public HashSchemes(List<? extends HashScheme> schemes, HashSpellings spellings) {
    this.schemes = List.copyOf(schemes);
    this.spellings = spellings;
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
    HashReading reading = readAsItIs(encoded);
    boolean unread =
        reading instanceof HashReading.NotMine || reading instanceof HashReading.Malformed;
    return unread && spellings != HashSpellings.NONE ? readRespelled(encoded, reading) : reading;
  }

  /** Reads a hash that was in another spelling. */
  HashReading read(HashSpellings.Respelled hash) {
    return hash.scheme()
        .map(scheme -> new EncodedHash(scheme, hash.text()))
        .map(named -> readOn(named, NESTED_SPELLINGS_MAX))
        .map(whole -> named(whole.scheme()).readAs(whole.encoded()))
        .orElseGet(() -> read(hash.text()));
  }

  private HashReading readAsItIs(String encoded) {
    for (HashScheme scheme : schemes) {
      HashReading reading = scheme.read(encoded);
      if (!(reading instanceof HashReading.NotMine)) {
        return reading;
      }
    }
    return NOT_MINE;
  }

  private HashReading readRespelled(String encoded, HashReading asItIs) {
    boolean unknown = asItIs instanceof HashReading.NotMine;
    return respelled(encoded)
        .map(hash -> named(hash.scheme()).readAs(hash.encoded()))
        .filter(reading -> unknown || !(reading instanceof HashReading.Malformed))
        .orElse(asItIs);
  }

  /**
   * The hash that a text is another spelling of: the name of its scheme, and the text in the
   * scheme's format, not necessarily well-formed. Empty if the text is no other spelling.
   */
  public Optional<EncodedHash> respelled(String encoded) {
    return respelled(encoded, NESTED_SPELLINGS_MAX);
  }

  private Optional<EncodedHash> respelled(String encoded, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    return spellings
        .respelled(encoded)
        .flatMap(
            hash ->
                hash.scheme().isPresent()
                    ? Optional.of(
                        readOn(new EncodedHash(hash.scheme().get(), hash.text()), depth - 1))
                    : recognised(hash.text(), depth - 1));
  }

  /** Reads what a tag is followed by, which may be in another spelling of the same scheme too. */
  private EncodedHash readOn(EncodedHash hash, int depth) {
    return named(hash.scheme()).readAs(hash.encoded()) instanceof HashReading.Malformed
        ? respelled(hash.encoded(), depth)
            .filter(again -> again.scheme().equals(hash.scheme()))
            .orElse(hash)
        : hash;
  }

  private Optional<EncodedHash> recognised(String text, int depth) {
    for (HashScheme scheme : schemes) {
      HashReading reading = scheme.read(text);
      if (!(reading instanceof HashReading.NotMine)) {
        Optional<EncodedHash> hash = Optional.of(new EncodedHash(scheme.name(), text));
        return reading instanceof HashReading.Malformed
            ? respelled(text, depth).or(() -> hash)
            : hash;
      }
    }
    return respelled(text, depth);
  }

  /**
   * Tells whether a hash was made from a password, by the scheme that the hash names.
   *
   * @param hash one that a scheme of this list accepted
   * @throws IllegalStateException if no scheme of this list has that name
   */
  public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
    return named(hash.scheme()).verify(hash, passwordUtf8);
  }

  /**
   * The pepper that the settings lack and without which no password fits a hash; empty if none is
   * missing.
   *
   * @param hash one that a scheme of this list accepted
   * @throws IllegalStateException if no scheme of this list has that name
   */
  public Optional<HashReading.MissingPepper> missingPepper(EncodedHash hash) {
    return named(hash.scheme()).readAs(hash.encoded()) instanceof HashReading.MissingPepper missing
        ? Optional.of(missing)
        : Optional.empty();
  }

  /** The names that {@link #byName} knows, in alphabetical order. */
  public List<String> names() {
    return Stream.concat(byName.keySet().stream(), spellings.names().stream()).sorted().toList();
  }

  /**
   * The name of the scheme or spelling that a text looks like, well-formed or not. Empty if none
   * recognises it, or if its scheme can't be verified, or if it is letters and digits only, which
   * tell little.
   */
  public Optional<String> nameOf(String encoded) {
    if (PLAIN.matcher(encoded).matches()) {
      return Optional.empty();
    }
    for (HashScheme scheme : schemes) {
      HashReading reading = scheme.read(encoded);
      if (reading instanceof HashReading.Accepted || reading instanceof HashReading.OutOfBounds) {
        return Optional.of(scheme.name());
      }
      if (reading instanceof HashReading.Malformed) {
        return spellings.nameOf(encoded).or(() -> Optional.of(scheme.name()));
      }
      if (!(reading instanceof HashReading.NotMine)) {
        return Optional.empty();
      }
    }
    return spellings.nameOf(encoded);
  }

  private HashScheme named(String name) {
    HashScheme scheme = byName.get(name);
    if (scheme == null) {
      throw new IllegalStateException("no scheme named " + name);
    }
    return scheme;
  }

  /**
   * The scheme of a name, which reads other spellings of its hashes too. The name may also be that
   * of a spelling: then hashes are accepted as those of the scheme that they are of.
   */
  public Optional<HashScheme> byName(String name) {
    return Optional.ofNullable(byName.get(name))
        .<HashScheme>map(scheme -> new SpelledScheme(scheme, spellings.besides(name), this))
        .or(() -> spellings.named(name).map(spelling -> new NamedSpelling(name, spelling, this)));
  }
}
