package dev.muster.app.hash.search;

import dev.muster.app.hash.scheme.SecretBytes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Divides bytes that begin or end with the salt.
 *
 * @param saltLength in bytes
 * @param saltFirst whether the salt comes before the hash
 */
record JoinedBytes(int saltLength, boolean saltFirst) implements CutStep {

  private static final Set<Integer> DIGEST_LENGTHS = Set.of(16, 20, 28, 32, 48, 64);
  private static final int SALT_LENGTH_MIN = 4;
  private static final int SALT_LENGTH_MAX = 64;
  private static final int USUAL_SALT = 16;

  /**
   * The ways to divide so many bytes. Those that are as many as a digest has are most probably a
   * digest, so only the usual salt of 16 bytes is taken out of them.
   */
  static List<JoinedBytes> of(int length) {
    List<JoinedBytes> ways = new ArrayList<>();
    for (int salt = SALT_LENGTH_MIN; salt <= SALT_LENGTH_MAX; salt++) {
      boolean usual = salt == USUAL_SALT || !DIGEST_LENGTHS.contains(length);
      if (usual && DIGEST_LENGTHS.contains(length - salt)) {
        ways.add(new JoinedBytes(salt, true));
        ways.add(new JoinedBytes(salt, false));
      }
    }
    return ways;
  }

  @Override
  public Optional<Cells> apply(Cells cells) {
    return Digits.bytes(cells.hash())
        .filter(bytes -> bytes.length() > saltLength)
        .map(
            bytes -> {
              int border = saltFirst ? saltLength : bytes.length() - saltLength;
              String first = hex(bytes.part(0, border));
              String second = hex(bytes.part(border, bytes.length()));
              return new Cells(
                  saltFirst ? second : first,
                  Optional.of(saltFirst ? first : second),
                  cells.parts());
            });
  }

  private static String hex(SecretBytes bytes) {
    return HexFormat.of().formatHex(bytes.toBytes());
  }

  @Override
  public String words() {
    return "its "
        + (saltFirst ? "first " : "last ")
        + saltLength
        + " bytes are the salt and the others the hash; write both in hex";
  }
}
