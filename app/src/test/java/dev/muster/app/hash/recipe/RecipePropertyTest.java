package dev.muster.app.hash.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.kdf.Argon2Cost;
import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random recipes: they are printed and read, and the hashes that they make are verified. */
class RecipePropertyTest {

  private static final int DEPTH = 4;
  private static final String SALT = "00FFsalt".repeat(2).replace("salt", "abcd");
  private static final Map<String, byte[]> SECRETS = Map.of("a-pepper", "s3cret".getBytes(UTF_8));
  private static final RecipeScheme SCHEME =
      new RecipeScheme(CostBounds.DEFAULTS, Peppers.of(SECRETS));

  /** UTF-8 is the usual, and not written. */
  private static final Letters[] OTHER_LETTERS = {
    Letters.UTF16LE, Letters.LATIN1, Letters.UPPER, Letters.LOWER
  };

  static List<Long> seeds() {
    return new Random(7).longs(300).boxed().toList();
  }

  private static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static Expression digest(Random random, int depth) {
    Digest digest = pick(random, Digest.values());
    Expression inner = any(random, depth - 1);
    return switch (random.nextInt(8)) {
      case 0 -> new HmacOf(digest, any(random, depth - 1), inner);
      case 1 -> new Pbkdf2Of(digest, inner, Source.SALT, 1 + random.nextInt(3), 20);
      case 2 -> new ScryptOf(inner, Source.SALT, new ScryptCost(4, 1, 1), 16);
      case 3 -> new Argon2Of("argon2id", inner, Source.SALT, Argon2Cost.of("argon2id", 8, 1, 1), 9);
      case 4 ->
          new Rounds(
              inner,
              1 + random.nextInt(5),
              new DigestOf(digest, Sum.of(List.of(Source.PREVIOUS, inner))));
      default -> new DigestOf(digest, inner);
    };
  }

  private static Expression any(Random random, int depth) {
    if (depth <= 0) {
      return leaf(random);
    }
    Expression one = any(random, depth - 1);
    return switch (random.nextInt(7)) {
      case 0 -> Sum.of(List.of(one, any(random, depth - 1)));
      case 1 -> new Encoded(pick(random, Encoding.values()), one);
      case 2 -> new Lettered(pick(random, OTHER_LETTERS), one);
      case 3 -> new Repeated(one, 1 + random.nextInt(100));
      case 4 -> new First(one, 1 + random.nextInt(100));
      case 5 -> digest(random, depth - 1);
      default -> leaf(random);
    };
  }

  private static Expression leaf(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Source.SALT;
      case 1 -> Source.LOGIN;
      case 2 -> new Pepper("a-pepper");
      case 3 ->
          new Text(List.of("", "--", "\"\\", "\0\n\u0085", "ü🔑$", " + ").get(random.nextInt(6)));
      case 4 -> new Decoded(Encoding.HEX, Source.SALT);
      default -> Source.PASSWORD;
    };
  }

  /** A random recipe with the password and the salt. */
  private static Expression root(long seed) {
    Random random = new Random(seed);
    return new DigestOf(
        Digest.SHA256,
        Sum.of(List.of(Source.SALT, digest(random, random.nextInt(DEPTH)), Source.PASSWORD)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsPrintedIsReadAsTheSameRecipe(long seed) {
    Expression root = root(seed);
    try {
      Recipe read = Recipe.parse(root.print());

      assertThat(read).isEqualTo(new Recipe(Optional.empty(), root));
      assertThat(read.print()).isEqualTo(root.print());
    } catch (BadRecipe e) {
      if (!PepperParts.canBeRead(root)) {
        assertThat(e.message()).as("%s", seed).contains(" at most ");
        assertThat(root.nodes().count()).as("%s", seed).isGreaterThan(40);
      }
    }
  }

  /** Whatever is typed wrongly: it is no recipe, or one that can be printed. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aDamagedRecipeIsRefusedOrIsAnother(long seed) {
    Random random = new Random(seed);
    String text = root(seed).print();
    String signs = "()+,\"\\ 0a-x\u00fc\0";
    for (int i = 0; i < 20; i++) {
      int at = random.nextInt(text.length());
      String sign = signs.substring(random.nextInt(signs.length() - 1)).substring(0, 1);
      String damaged = text.substring(0, at) + sign + text.substring(at + random.nextInt(2));
      try {
        Recipe read = Recipe.parse(damaged);
        assertThat(Recipe.parse(read.print())).as("%s", seed).isEqualTo(read);
      } catch (BadRecipe e) {
        assertThat(e.message()).as("%s", seed).endsWith(".");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aHashIsOfItsPasswordAndOfNoOther(long seed) {
    Expression root = root(seed);
    boolean hasLogin = root.nodes().anyMatch(node -> node == Source.LOGIN);
    byte[] password = "pässwörd🔑".getBytes(UTF_8);
    Inputs inputs =
        new Inputs(
            password,
            SALT.getBytes(UTF_8),
            "Ann".getBytes(UTF_8),
            Peppers.of(SECRETS),
            Optional.empty(),
            new byte[0]);
    String hash = HexFormat.of().formatHex(root.value(inputs));
    String stored;
    try {
      stored = Recipe.parse(root.print()).encoded(hash, SALT, hasLogin ? "Ann" : "");
    } catch (BadRecipe e) {
      return; // too long, or with a part of a pepper: the other test tells
    }
    HashReading reading = SCHEME.read(stored);

    assertThat(reading).as("%s", seed).isInstanceOf(HashReading.Accepted.class);
    EncodedHash accepted = ((HashReading.Accepted) reading).hash();
    assertThat(accepted.encoded()).isEqualTo(stored);
    assertThat(SCHEME.verify(accepted, password)).isTrue();
    assertThat(SCHEME.verify(accepted, "another".getBytes(UTF_8))).isFalse();
    assertThat(SCHEME.saltLength(accepted)).isEqualTo(SALT.length());
  }

  /** The estimate of lengths never falls short, or the bounds would be worth nothing. */
  @ParameterizedTest
  @MethodSource("seeds")
  void noValueIsLongerThanItsEstimate(long seed) {
    Expression root = root(seed);
    Inputs inputs =
        new Inputs(
            "ŉΐ".repeat(16).getBytes(UTF_8),
            SALT.getBytes(UTF_8),
            "Ann".getBytes(UTF_8),
            Peppers.of(SECRETS),
            Optional.empty(),
            new byte[64]);
    Sizes sizes = new Sizes(64, SALT.length(), 3, 64, 0);

    root.nodes()
        .forEach(
            node -> {
              byte[] value = node.value(inputs);
              assertThat((double) value.length)
                  .as("%s: %s", seed, node)
                  .isLessThanOrEqualTo(node.lengthMax(sizes));
              node.length().ifPresent(length -> assertThat(value).hasSize(length));
            });
    assertThat(SecretBytes.of(root.value(inputs)).length()).isEqualTo(32);
  }
}
