package dev.muster.password;

/**
 * One way to encode password hashes, such as bcrypt or Django's PBKDF2.
 *
 * <p>Reading and verifying are separate, as an import reads every hash and verifies none.
 * Implementations are immutable and thread-safe.
 */
public interface HashScheme {

  /** The scheme's name in stores and reports; it never changes. Lower case with hyphens. */
  String name();

  /**
   * Recognises and parses a hash and checks its cost, in that order. Computes no hash, so it takes
   * microseconds whatever the text is.
   *
   * <p>Of two schemes that are used together, at most one answers a text with anything but {@link
   * HashReading.NotMine}. An accepted hash carries this scheme's {@link #name}.
   *
   * @param encoded any text at all
   */
  HashReading read(String encoded);

  /**
   * Reads a text that the input says is a hash of this scheme. Some texts can't be recognised: 32
   * hexadecimal digits may be MD5, MD4 or Windows' hash.
   *
   * @return never {@link HashReading.NotMine}
   */
  default HashReading readAs(String encoded) {
    HashReading reading = read(encoded);
    return reading instanceof HashReading.NotMine
        ? new HashReading.Malformed("not a hash of the scheme " + name())
        : reading;
  }

  /**
   * Tells whether a hash was made from a password. The comparison takes the same time wherever the
   * two differ. Limits are not checked again: a hash that was accepted can be verified even after
   * the limits were lowered.
   *
   * @param hash one that {@link #read} accepted
   * @param passwordUtf8 may be empty; a zero byte is a byte like any other
   * @throws IllegalStateException if this scheme cannot parse the hash, so never accepted it
   */
  boolean verify(EncodedHash hash, byte[] passwordUtf8);

  /**
   * The length of the salt in a hash, in bytes; 0 if it has none or the scheme does not tell.
   *
   * @param hash one that {@link #read} accepted
   */
  default int saltLength(EncodedHash hash) {
    return 0;
  }
}
