package dev.muster.app.hash.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.crypt.BcryptHash;
import dev.muster.app.hash.digest.Digest;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import java.util.HexFormat;
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

  /** Passwords that cost more than one hash may are not tried, with a pepper of any length. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rounds(\"\", 1900000, md5(previous + password))",
        "rounds(\"\", 200000, md5(previous + password + pepper(\"long\")))",
        "md5(rounds(salt, 1000000, sha256(previous + utf16le(password))))"
      })
  void noPasswordCostsMoreThanOneHashMay(String recipe) throws Exception {
    Peppers peppers = Peppers.of(java.util.Map.of("long", new byte[1024]));
    Recipe parsed = Recipe.parse(recipe);
    String stored = parsed.encoded(MD5, parsed.has(Source.SALT) ? SALT : "");
    RecipeHash hash = RecipeHash.parse(stored, parsed, peppers).orElseThrow();

    assertThat(hash.outside(CostBounds.DEFAULTS)).isEmpty();
    for (int length = 64; length <= 4096; length++) {
      assertThat(hash.isTooLong(new byte[length]) || hash.work(length) <= 1).isTrue();
    }
  }

  /** bcrypt reads 72 bytes, and DES 8; what is behind them would fit with any password. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bcrypt(pepper(\"long\") + password)|false",
        "bcrypt(bcrypt(pepper(\"long\") + password))|false",
        "bcrypt(hex(pepper(\"long\") + password))|false",
        "bcrypt(password + pepper(\"long\"))|true",
        "bcrypt(hex(sha512(pepper(\"long\") + password)))|true"
      })
  void aPasswordBehindWhatBcryptReadsNeverFits(String recipe, boolean fits) throws Exception {
    Peppers peppers = Peppers.of(java.util.Map.of("long", "p".repeat(72).getBytes(UTF_8)));
    Recipe parsed = Recipe.parse(recipe);
    BcryptHash salt =
        BcryptHash.parse("$2b$04$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS")
            .orElseThrow();
    String text = salt.textOf(innermost(recipe));
    if (recipe.contains("bcrypt(bcrypt")) {
      text = salt.textOf(text.getBytes(UTF_8));
    }
    RecipeHash hash = RecipeHash.parse(parsed.encoded(text, ""), parsed, peppers).orElseThrow();

    assertThat(hash.matches("right".getBytes(UTF_8))).isEqualTo(fits);
    assertThat(hash.matches("wrong".getBytes(UTF_8))).isFalse();
  }

  /** What the innermost bcrypt is given, for the password {@code right}. */
  private static byte[] innermost(String recipe) {
    String pepper = "p".repeat(72);
    if (recipe.contains("sha512")) {
      return HexFormat.of()
          .formatHex(Digest.SHA512.of((pepper + "right").getBytes(UTF_8)))
          .getBytes(UTF_8);
    }
    String value = recipe.contains("password +") ? "right" + pepper : pepper + "right";
    return recipe.contains("hex(")
        ? HexFormat.of().formatHex(value.getBytes(UTF_8)).getBytes(UTF_8)
        : value.getBytes(UTF_8);
  }

  @Test
  void aPasswordBehindWhatDesReadsNeverFits() throws Exception {
    Recipe recipe = Recipe.parse("des-crypt(salt + password)");
    EncodedHash hash =
        new EncodedHash(RecipeScheme.NAME, recipe.encoded("CCNf8Sbh3HDfQ", "U*U*U*U*"));

    assertThat(SCHEME.verify(hash, "any".getBytes(UTF_8))).isFalse();
    EncodedHash shorter =
        new EncodedHash(RecipeScheme.NAME, recipe.encoded("CCNf8Sbh3HDfQ", "U*U*U*U"));
    assertThat(SCHEME.verify(shorter, "*".getBytes(UTF_8))).isTrue();
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
