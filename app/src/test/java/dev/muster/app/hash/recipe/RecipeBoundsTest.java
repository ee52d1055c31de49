package dev.muster.app.hash.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A recipe as a whole costs no more than one hash may. */
class RecipeBoundsTest {

  private static final String MD5 = "5f4dcc3b5aa765d61d8327deb882cf99";
  private static final String SALT = "abcdefgh";
  private static final RecipeScheme SCHEME = new RecipeScheme(CostBounds.DEFAULTS, Peppers.NONE);

  private static HashReading read(String recipe, String hash) throws BadRecipe {
    Recipe parsed = Recipe.parse(recipe);
    return SCHEME.read(parsed.encoded(hash, parsed.has(Source.SALT) ? SALT : ""));
  }

  private static String bcrypt(int cost) {
    return "$2b$" + cost + "$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rounds(password, 2000000, md5(previous))",
        "md5(pbkdf2-sha256(password, salt, 9000000, 32))",
        "md5(scrypt(password, salt, 1048576, 8, 1, 32))",
        "md5(argon2id(password, salt, 65536, 16, 4, 32))",
        "md5(rounds(password, 1000, rounds(previous, 500, sha256(previous))))"
      })
  void whatOneHashMayCostIsTaken(String recipe) throws Exception {
    assertThat(read(recipe, MD5)).isInstanceOf(HashReading.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rounds(password, 20000000, md5(previous))|rounds must be from 1 to 10000000",
        "rounds(password, 9000000, md5(previous))|all steps",
        "rounds(password, 900000, whirlpool(previous))|all steps",
        "md5(rounds(password, 100000, rounds(previous, 100000, sha256(previous))))|all steps",
        "rounds(password, 10000000, md5(first(previous + password, 8)))|all steps",
        "rounds(password, 300000, scrypt(previous, salt, 2, 1, 1, 16))|all steps",
        "rounds(password, 30000, argon2id(previous, salt, 8, 1, 1, 16))|all steps",
        "rounds(password, 9, md5(pbkdf2-sha256(previous, salt, 2000000, 32)))|all steps",
        "md5(pbkdf2-sha256(password, salt, 6000000, 64))|PBKDF2 iterations of all blocks",
        "md5(pbkdf2-sha256(password, salt, 20000000, 32))|PBKDF2 iterations must be",
        "md5(scrypt(password, salt, 2097152, 8, 1, 32))|scrypt N must be",
        "md5(scrypt(password, salt, 1048576, 8, 64, 32))|scrypt N*r*p must be",
        "md5(scrypt(scrypt(password, salt, 1048576, 8, 2, 32), salt, 1048576, 8, 1, 32))|all steps",
        "md5(argon2id(password, salt, 1048576, 16, 4, 32))|Argon2 m*t must be",
        "md5(argon2id(argon2i(password, salt, 262144, 16, 4, 32), salt, 262144, 17, 4, 32))|Argon2",
        "md5(argon2id(argon2i(password, salt, 262144, 16, 4, 32), salt, 262144, 16, 4, 32)"
            + " + argon2id(password, salt, 65536, 16, 4, 32))|all steps"
      })
  void whatCostsMoreIsRefused(String recipe, String message) throws Exception {
    Recipe parsed = Recipe.parse(recipe);
    String hash = "5f".repeat(parsed.expression().length().orElseThrow());
    HashReading reading = read(recipe, hash);

    assertThat(reading).isInstanceOf(HashReading.OutOfBounds.class);
    assertThat(((HashReading.OutOfBounds) reading).message()).contains(message);
  }

  @Test
  void bcryptCountsAsOftenAsItIsComputed() throws Exception {
    assertThat(read("bcrypt(hex(sha256(password)))", bcrypt(15)))
        .isInstanceOf(HashReading.Accepted.class);
    assertThat(read("bcrypt(bcrypt(password))", bcrypt(14)))
        .isInstanceOf(HashReading.Accepted.class);
    assertThat(read("bcrypt(bcrypt(password))", bcrypt(16)))
        .isInstanceOf(HashReading.OutOfBounds.class);
    assertThat(read("bcrypt(bcrypt(bcrypt(password)))", bcrypt(15)))
        .isInstanceOf(HashReading.OutOfBounds.class);
  }

  /** The scheme's own cost is not added, so little may be computed inside. */
  @Test
  void aSchemeMayHaveOnlyAPartOfItInside() throws Exception {
    String argon2 = "$argon2id$v=19$m=256,t=2,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow";

    assertThat(read("argon2(hex(rounds(password, 100000, md5(previous))))", argon2))
        .isInstanceOf(HashReading.Accepted.class);
    assertThat(read("argon2(hex(rounds(password, 2000000, md5(previous))))", argon2))
        .isInstanceOf(HashReading.OutOfBounds.class);
    assertThat(Recipe.parse("argon2(password)").encoded(argon2, "")).startsWith("$recipe$");
    String costly = argon2.replace("m=256,t=2", "m=9999999,t=2");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() -> read("argon2(password)", costly)))
        .hasMessageContaining("Argon2 m must be");
  }

  /** With rounds that read the password, a long one costs more than the hash tells. */
  @Test
  void aLongPasswordDoesNotStopALogin() throws Exception {
    String stored =
        Recipe.parse("rounds(\"\", 2000000, md5(previous + password))").encoded(MD5, "");
    EncodedHash hash = new EncodedHash(RecipeScheme.NAME, stored);

    long start = System.nanoTime();
    assertThat(SCHEME.verify(hash, new byte[4000])).isFalse();
    assertThat(SCHEME.verify(hash, new byte[1 << 20])).isFalse();
    assertThat(System.nanoTime() - start).isLessThan(SECONDS.toNanos(5));
    EncodedHash plain =
        new EncodedHash(RecipeScheme.NAME, Recipe.parse("md5(password)").encoded(MD5, ""));
    assertThat(SCHEME.verify(plain, "password".getBytes(UTF_8))).isTrue();
  }
}
