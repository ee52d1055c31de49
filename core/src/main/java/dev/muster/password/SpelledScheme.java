package dev.muster.password;

import java.util.List;

/**
 * A scheme that, if it is named, also reads the other spellings of its hashes.
 *
 * @param besides the names of other schemes whose hashes it accepts as theirs
 * @param schemes all schemes, with the spellings
 */
record SpelledScheme(HashScheme scheme, List<String> besides, HashSchemes schemes)
    implements HashScheme {

  @Override
  public String name() {
    return scheme.name();
  }

  @Override
  public HashReading read(String encoded) {
    return scheme.read(encoded);
  }

  @Override
  public HashReading readAs(String encoded) {
    HashReading reading = scheme.readAs(encoded);
    return reading instanceof HashReading.Malformed
        ? schemes
            .respelled(encoded)
            .filter(hash -> hash.scheme().equals(name()))
            .map(hash -> scheme.readAs(hash.encoded()))
            .filter(respelled -> !(respelled instanceof HashReading.Malformed))
            .orElseGet(() -> readBeside(encoded, reading))
        : reading;
  }

  private HashReading readBeside(String encoded, HashReading own) {
    return besides.stream()
        .flatMap(name -> schemes.byName(name).stream())
        .map(other -> other.readAs(encoded))
        .filter(reading -> !(reading instanceof HashReading.Malformed))
        .findFirst()
        .orElse(own);
  }

  @Override
  public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
    return isOwn(hash) ? scheme.verify(hash, passwordUtf8) : schemes.verify(hash, passwordUtf8);
  }

  @Override
  public int saltLength(EncodedHash hash) {
    return isOwn(hash)
        ? scheme.saltLength(hash)
        : schemes.byName(hash.scheme()).orElseThrow().saltLength(hash);
  }

  private boolean isOwn(EncodedHash hash) {
    return hash.scheme().equals(name());
  }
}
