package dev.muster.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CostBoundsTest {

  private static final CostBounds BOUNDS = CostBounds.DEFAULTS;

  @Test
  void bothEndsOfEveryRangeAreBearable() {
    assertThat(BOUNDS.bcrypt(4)).isEmpty();
    assertThat(BOUNDS.bcrypt(16)).isEmpty();
    assertThat(BOUNDS.pbkdf2(1)).isEmpty();
    assertThat(BOUNDS.pbkdf2(10_000_000)).isEmpty();
    assertThat(BOUNDS.scrypt(2, 1, 1)).isEmpty();
    assertThat(BOUNDS.scrypt(1 << 20, 8, 2)).isEmpty();
    assertThat(BOUNDS.scrypt(1 << 14, 16, 64)).isEmpty();
    assertThat(BOUNDS.scrypt(1 << 17, 64, 1)).isEmpty();
    assertThat(BOUNDS.keyLength(1024)).isEmpty();
    assertThat(BOUNDS.argon2(8, 1, 1)).isEmpty();
    assertThat(BOUNDS.argon2(1 << 20, 8, 16)).isEmpty();
    assertThat(BOUNDS.argon2(1 << 19, 16, 16)).isEmpty();
    assertThat(BOUNDS.rounds(0, 0)).isEmpty();
    assertThat(BOUNDS.rounds(1 << 22, 1000)).isEmpty();
  }

  @Test
  void oneBeyondAnEndIsNamedWithItsRange() {
    assertThat(BOUNDS.bcrypt(3)).contains("bcrypt cost must be from 4 to 16");
    assertThat(BOUNDS.bcrypt(17)).contains("bcrypt cost must be from 4 to 16");
    assertThat(BOUNDS.pbkdf2(0)).contains("PBKDF2 iterations must be from 1 to 10000000");
    assertThat(BOUNDS.pbkdf2(10_000_001)).contains("PBKDF2 iterations must be from 1 to 10000000");
    assertThat(BOUNDS.scrypt(1, 1, 1)).contains("scrypt N must be from 2 to 1048576");
    assertThat(BOUNDS.scrypt(1 << 21, 1, 1)).contains("scrypt N must be from 2 to 1048576");
    assertThat(BOUNDS.scrypt(2, 0, 1)).contains("scrypt r must be from 1 to 64");
    assertThat(BOUNDS.scrypt(2, 65, 1)).contains("scrypt r must be from 1 to 64");
    assertThat(BOUNDS.scrypt(2, 1, 0)).contains("scrypt p must be from 1 to 64");
    assertThat(BOUNDS.scrypt(2, 1, 65)).contains("scrypt p must be from 1 to 64");
    assertThat(BOUNDS.keyLength(0)).contains("key length must be from 1 to 1024");
    assertThat(BOUNDS.keyLength(1025)).contains("key length must be from 1 to 1024");
    assertThat(BOUNDS.argon2(64, 0, 1)).contains("Argon2 t must be from 1 to 16");
    assertThat(BOUNDS.argon2(64, 17, 1)).contains("Argon2 t must be from 1 to 16");
    assertThat(BOUNDS.argon2(64, 1, 0)).contains("Argon2 p must be from 1 to 16");
    assertThat(BOUNDS.argon2(64, 1, 17)).contains("Argon2 p must be from 1 to 16");
    assertThat(BOUNDS.argon2(15, 1, 2)).contains("Argon2 m must be from 16 to 1048576");
    assertThat(BOUNDS.argon2(1048577, 1, 2)).contains("Argon2 m must be from 16 to 1048576");
    assertThat(BOUNDS.rounds(999, 1000)).contains("rounds must be from 1000 to 4194304");
    assertThat(BOUNDS.rounds((1 << 22) + 1, 0)).contains("rounds must be from 0 to 4194304");
  }

  @Test
  void everyBlockOfAKeyCostsAllIterations() {
    assertThat(BOUNDS.pbkdf2(5_000_000, 2)).isEmpty();
    assertThat(BOUNDS.pbkdf2(5_000_001, 2))
        .contains("PBKDF2 iterations of all blocks must be at most 10000000");
    assertThat(BOUNDS.pbkdf2(0, 2)).contains("PBKDF2 iterations must be from 1 to 10000000");
  }

  @Test
  void scryptIsBoundInMemoryToo() {
    assertThat(BOUNDS.scrypt(1 << 20, 9, 1)).contains("scrypt memory must be at most 1024 MiB");
  }

  @Test
  void scryptIsLimitedInTimeToo() {
    String message = "scrypt N*r*p must be at most 16777216";

    assertThat(BOUNDS.scrypt(1 << 20, 8, 3)).contains(message);
    assertThat(BOUNDS.scrypt(1 << 20, 8, 64)).contains(message);
    assertThat(BOUNDS.scrypt(1 << 14, 17, 64)).contains(message);
  }

  @Test
  void argon2IsLimitedInTimeToo() {
    String message = "Argon2 m*t must be at most 8388608";

    assertThat(BOUNDS.argon2(1 << 20, 9, 1)).contains(message);
    assertThat(BOUNDS.argon2((1 << 19) + 1, 16, 1)).contains(message);
  }

  @Test
  void lanesOfArgon2ShareTheWork() {
    assertThat(BOUNDS.argon2(1 << 20, 8, 1)).isEqualTo(BOUNDS.argon2(1 << 20, 8, 16));
    assertThat(BOUNDS.argon2(1 << 20, 9, 1)).isEqualTo(BOUNDS.argon2(1 << 20, 9, 16));
  }

  /** The parameters that OWASP, vendors and libraries name; N, r, p and KiB, passes, lanes. */
  @Test
  void usualParametersAreAccepted() {
    long[][] scrypt = {
      {1 << 17, 8, 1}, {1 << 16, 8, 2}, {1 << 15, 8, 3}, {1 << 14, 8, 5}, {1 << 13, 8, 10},
      {1 << 14, 8, 1}, {1 << 15, 8, 1}, {1 << 14, 1, 1}, {1 << 16, 8, 1}, {1 << 20, 8, 1}
    };
    long[][] argon2 = {
      {47104, 1, 1}, {19456, 2, 1}, {12288, 3, 1}, {9216, 4, 1}, {7168, 5, 1},
      {102400, 2, 8}, {65536, 3, 4}, {65536, 4, 1}, {1 << 18, 3, 1}, {1 << 20, 4, 1}
    };

    assertThat(List.of(scrypt))
        .allSatisfy(s -> assertThat(BOUNDS.scrypt(s[0], s[1], s[2])).isEmpty());
    assertThat(List.of(argon2))
        .allSatisfy(a -> assertThat(BOUNDS.argon2(a[0], a[1], a[2])).isEmpty());
  }

  @Test
  void everyBlockThatARepetitionReadsCounts() {
    assertThat(BOUNDS.repetitions("rounds", 10_000_000, 1)).isEmpty();
    assertThat(BOUNDS.repetitions("rounds", 10_000_001, 1))
        .contains("rounds must be from 1 to 10000000");
    assertThat(BOUNDS.repetitions("rounds", 5_000_000, 2)).isEmpty();
    assertThat(BOUNDS.repetitions("rounds", 5_000_001, 2))
        .contains("rounds of all blocks must be at most 10000000");
  }

  @Test
  void hugeNumbersDoNotOverflow() {
    long huge = Long.MAX_VALUE;

    assertThat(BOUNDS.pbkdf2(huge)).isPresent();
    assertThat(BOUNDS.rounds(huge, 0)).isPresent();
    assertThat(BOUNDS.scrypt(huge, huge, huge)).isPresent();
    assertThat(BOUNDS.argon2(huge, huge, huge)).isPresent();
    assertThat(BOUNDS.argon2(huge, 1, 1)).isPresent();

    int max = Integer.MAX_VALUE;
    CostBounds wide =
        new CostBounds(31, max, max, max, max, 1024, max, max, max, max, max, max, max, max);
    assertThat(wide.scrypt(max, max, 1)).contains("scrypt memory must be at most 1024 MiB");
    assertThat(wide.argon2(max, max, max))
        .contains("Argon2 m must be from 17179869176 to 2199023254528");
  }

  @Test
  void aMaximumBelowTheMinimumIsAMistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CostBounds(3, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1000, 1))
        .withMessage("the bound of bcrypt cost is below 4");
  }

  @Test
  void whatNeedsMostOfTheHeapIsRefusedWithTheRemedy() {
    CostBounds small = CostBounds.DEFAULTS.withHeap(256L << 20);
    String remedy =
        "verifying it takes 154 MiB of memory, too much for this program's heap of 256 MiB:"
            + " give it more, as in MUSTER_HEAP=308m";

    assertThat(small.argon2(153 * 1024, 1, 1)).isEmpty();
    assertThat(small.argon2(153 * 1024 + 1, 1, 1)).contains(remedy);
    assertThat(small.scrypt(1 << 14, 64, 1)).isEmpty();
    assertThat(small.scrypt(1 << 15, 40, 1)).isPresent().get().asString().contains("160 MiB");
    assertThat(small.scrypt(1 << 17, 16, 1)).get().asString().contains("MUSTER_HEAP=512m");
    assertThat(small.forSlowDigest().heapMib()).isEqualTo(256);
    assertThat(CostBounds.DEFAULTS.argon2(1 << 20, 1, 1)).isEmpty();
  }
}
