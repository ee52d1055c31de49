package dev.muster.app.hash.crypt;

/**
 * DES as crypt(3) uses it: each bit of a salt exchanges two bits of the expanded half block in
 * every round. With salt 0 it is the cipher of FIPS 46-3.
 *
 * <p>Sources: FIPS 46-3, Appendix 1, for the tables; Morris and Thompson, "Password Security: A
 * Case History" (1979), for the salt.
 */
final class SaltedDes {

  private static final int HALF_KEY_BITS = 28;
  private static final int HALF_KEY = (1 << HALF_KEY_BITS) - 1;
  private static final int ROUNDS = 16;

  private static final int[] ROTATIONS = {1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1};

  /** Bits are numbered from 1, the highest, as in the standard. */
  private static final int[] INITIAL_PERMUTATION = initialPermutation();

  private static final int[] FINAL_PERMUTATION = inverse(INITIAL_PERMUTATION);

  private static final int[] KEY_CHOICE_1 = {
    57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18,
    10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36,
    63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22,
    14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4
  };

  private static final int[] KEY_CHOICE_2 = {
    14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10,
    23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2,
    41, 52, 31, 37, 47, 55, 30, 40, 51, 45, 33, 48,
    44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32
  };

  private static final int[] ROUND_PERMUTATION = {
    16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10,
    2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25
  };

  /** The eight S-boxes, a hex digit for each entry, row after row. */
  private static final String[] SUBSTITUTIONS = {
    "e4d12fb83a6c5907" + "0f74e2d1a6cb9538" + "41e8d62bfc973a50" + "fc8249175b3ea06d",
    "f18e6b34972dc05a" + "3d47f28ec01a69b5" + "0e7ba4d158c6932f" + "d8a13f42b67c05e9",
    "a09e63f51dc7b428" + "d709346a285ecbf1" + "d6498f30b12c5ae7" + "1ad069874fe3b52c",
    "7de3069a1285bc4f" + "d8b56f03472c1ae9" + "a690cb7df13e5284" + "3f06a1d8945bc72e",
    "2c417ab6853fd0e9" + "eb2c47d150fa3986" + "421bad78f9c5630e" + "b8c71e2d6f09a453",
    "c1af92680d34e75b" + "af427c9561de0b38" + "9ef528c3704a1db6" + "432c95fabe17608d",
    "4b2ef08d3c975a61" + "d0b7491ae35c2f86" + "14bdc37eaf680592" + "6bd814a7950fe23c",
    "d2846fb1a93e50c7" + "1fd8a374c56b0e92" + "7b419ce206adf358" + "21e74a8dfc90356b",
  };

  /** The substitution of six bits, already permuted: 64 entries for each of eight groups. */
  private static final int[] SUBSTITUTED = substituted();

  /** Two words of 24 bits for each round. */
  private final int[] roundKeys;

  /**
   * @param key only the upper seven bits of each byte are used
   */
  SaltedDes(long key) {
    this.roundKeys = roundKeys(key);
  }

  /**
   * Encrypts a block repeatedly.
   *
   * @param salt 24 bits, of which crypt(3) uses twelve
   */
  long encrypt(long block, int salt, long times) {
    int exchanged = Integer.reverse(salt) >>> Byte.SIZE;
    long permuted = permuted(block, Long.SIZE, INITIAL_PERMUTATION);
    int left = (int) (permuted >>> Integer.SIZE);
    int right = (int) permuted;
    for (long time = 0; time < times; time++) {
      for (int round = 0; round < ROUNDS; round++) {
        int next = left ^ mixed(right, round, exchanged);
        left = right;
        right = next;
      }
      int last = left;
      left = right;
      right = last;
    }
    long halves = ((long) left << Integer.SIZE) | Integer.toUnsignedLong(right);
    return permuted(halves, Long.SIZE, FINAL_PERMUTATION);
  }

  private int mixed(int half, int round, int exchanged) {
    int wrapped = Integer.rotateRight(half, 1);
    int upper = 0;
    int lower = 0;
    for (int group = 0; group < 4; group++) {
      upper = (upper << 6) | (Integer.rotateLeft(wrapped, 4 * group) >>> 26);
      lower = (lower << 6) | (Integer.rotateLeft(wrapped, 4 * group + 16) >>> 26);
    }
    int swap = (upper ^ lower) & exchanged;
    upper ^= swap ^ roundKeys[2 * round];
    lower ^= swap ^ roundKeys[2 * round + 1];
    return SUBSTITUTED[upper >>> 18]
        | SUBSTITUTED[64 + ((upper >>> 12) & 63)]
        | SUBSTITUTED[128 + ((upper >>> 6) & 63)]
        | SUBSTITUTED[192 + (upper & 63)]
        | SUBSTITUTED[256 + (lower >>> 18)]
        | SUBSTITUTED[320 + ((lower >>> 12) & 63)]
        | SUBSTITUTED[384 + ((lower >>> 6) & 63)]
        | SUBSTITUTED[448 + (lower & 63)];
  }

  private static int[] roundKeys(long key) {
    int[] roundKeys = new int[2 * ROUNDS];
    long chosen = permuted(key, Long.SIZE, KEY_CHOICE_1);
    int upper = (int) (chosen >>> HALF_KEY_BITS);
    int lower = (int) chosen & HALF_KEY;
    for (int round = 0; round < ROUNDS; round++) {
      upper = rotated(upper, ROTATIONS[round]);
      lower = rotated(lower, ROTATIONS[round]);
      long both = ((long) upper << HALF_KEY_BITS) | lower;
      long roundKey = permuted(both, 2 * HALF_KEY_BITS, KEY_CHOICE_2);
      roundKeys[2 * round] = (int) (roundKey >>> 24);
      roundKeys[2 * round + 1] = (int) roundKey & 0xFFFFFF;
    }
    return roundKeys;
  }

  private static int rotated(int halfKey, int bits) {
    return ((halfKey << bits) | (halfKey >>> (HALF_KEY_BITS - bits))) & HALF_KEY;
  }

  private static long permuted(long bits, int width, int[] table) {
    long permuted = 0;
    for (int source : table) {
      permuted = (permuted << 1) | ((bits >>> (width - source)) & 1);
    }
    return permuted;
  }

  private static int[] substituted() {
    int[] table = new int[8 * 64];
    for (int i = 0; i < table.length; i++) {
      int group = i / 64;
      int row = ((i >>> 4) & 2) | (i & 1);
      int column = (i >>> 1) & 15;
      long digit = Character.digit(SUBSTITUTIONS[group].charAt(16 * row + column), 16);
      long placed = digit << (Integer.SIZE - 4 * (group + 1));
      table[i] = (int) permuted(placed, Integer.SIZE, ROUND_PERMUTATION);
    }
    return table;
  }

  /** 58, 50, …, 2, then 60, …: first the even columns, then the odd ones. */
  private static int[] initialPermutation() {
    int[] table = new int[Long.SIZE];
    for (int i = 0; i < table.length; i++) {
      int row = i / 8;
      table[i] = (row < 4 ? 58 + 2 * row : 49 + 2 * row) - 8 * (i % 8);
    }
    return table;
  }

  private static int[] inverse(int[] permutation) {
    int[] inverse = new int[permutation.length];
    for (int i = 0; i < permutation.length; i++) {
      inverse[permutation[i] - 1] = i + 1;
    }
    return inverse;
  }
}
