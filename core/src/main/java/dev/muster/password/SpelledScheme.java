package dev.muster.password;

/**
 * A scheme that, if it is named, also reads the other spellings of its hashes.
 *
 * @param schemes all schemes, with the spellings
 */
record SpelledScheme(HashScheme scheme, HashSchemes schemes) implements HashScheme {

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
            .orElse(reading)
        : reading;
  }

  @Override
  public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
    return scheme.verify(hash, passwordUtf8);
  }

  @Override
  public int saltLength(EncodedHash hash) {
    return scheme.saltLength(hash);
  }
}
