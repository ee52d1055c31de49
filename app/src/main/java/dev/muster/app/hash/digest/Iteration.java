package dev.muster.app.hash.digest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The input of each round of a repeated digest after the first. */
public enum Iteration {
  /** The bytes of the previous digest. */
  BYTES("bytes"),
  /** The previous digest in lower-case hex, as PHP's functions return it. */
  HEX("hex"),
  /** The bytes of the previous digest and the input of the first round: Symfony 2 to 4. */
  SALTED("salted");

  private final String wireName;

  Iteration(String wireName) {
    this.wireName = wireName;
  }

  public static Optional<Iteration> named(String name) {
    return Stream.of(values()).filter(chain -> chain.wireName.equals(name)).findFirst();
  }

  public String wireName() {
    return wireName;
  }

  /** The description of the rounds after the first. */
  public String words() {
    return switch (this) {
      case BYTES -> "of the digest's bytes";
      case HEX -> "of the digest in hex";
      case SALTED -> "of the digest and all of that again";
    };
  }

  /**
   * The digest of the last round.
   *
   * @param message the input of the first round
   * @param rounds at least 1
   */
  byte[] digest(Digest digest, byte[] message, long rounds) {
    byte[] round = digest.of(message);
    for (long i = 1; i < rounds; i++) {
      round = next(digest, round, message);
    }
    return round;
  }

  /** The digest of the round after another. */
  public byte[] next(Digest digest, byte[] round, byte[] message) {
    return switch (this) {
      case BYTES -> digest.of(round);
      case HEX -> digest.of(HexFormat.of().formatHex(round).getBytes(US_ASCII));
      case SALTED -> digest.of(round, message);
    };
  }
}
