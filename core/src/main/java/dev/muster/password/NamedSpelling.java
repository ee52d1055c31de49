package dev.muster.password;

/**
 * A spelling that the input names like a scheme. Its hashes are accepted as those of the scheme
 * that they are of.
 *
 * @param schemes all schemes
 */
record NamedSpelling(String name, HashSpellings spelling, HashSchemes schemes)
    implements HashScheme {

  @Override
  public HashReading read(String encoded) {
    return new HashReading.NotMine();
  }

  @Override
  public HashReading readAs(String encoded) {
    return spelling
        .respelled(encoded)
        .map(schemes::read)
        .filter(reading -> !(reading instanceof HashReading.NotMine))
        .orElseGet(() -> new HashReading.Malformed("not a sound hash in the form " + name));
  }

  @Override
  public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
    return schemes.verify(hash, passwordUtf8);
  }
}
