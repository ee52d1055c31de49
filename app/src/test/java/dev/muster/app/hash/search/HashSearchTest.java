package dev.muster.app.hash.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.Vector;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recipes are found for what other people's programs made, see conformance/hash-search. */
class HashSearchTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);

  /** Waits for ever. */
  private static final class Endless implements SearchLimit {

    @Override
    public boolean lasts() {
      return true;
    }

    @Override
    public void trying(String what) {
      // nobody looks
    }
  }

  /** Has no time at all. */
  private static final class Ended implements SearchLimit {

    @Override
    public boolean lasts() {
      return false;
    }

    @Override
    public void trying(String what) {
      // nobody looks
    }
  }

  /** One line of searches.tsv. */
  record Made(String password, String salt, String key, String hash, String scheme, String code) {

    Sample sample() {
      return Sample.of(hash, given(salt), given(key), password.getBytes(UTF_8));
    }

    Optional<Solution> solution() {
      return new HashSearch(sample(), new Endless()).find().solution();
    }

    private static Optional<String> given(String text) {
      return Optional.of(text).filter(value -> !value.isEmpty());
    }
  }

  static List<Made> made() throws IOException {
    return Files.readAllLines(Path.of("..", "conformance", "hash-search", "searches.tsv")).stream()
        .skip(1)
        .map(line -> List.of(line.split("\t")))
        .map(
            cells ->
                new Made(
                    Vector.jsonText(cells.get(0)),
                    Vector.jsonText(cells.get(1)),
                    Vector.jsonText(cells.get(2)),
                    cells.get(3),
                    cells.get(4),
                    cells.get(6)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("made")
  void theRecipeIsFoundAndItsTextFitsThePasswordAlone(Made made) {
    Solution solution = made.solution().orElseThrow();

    HashReading reading =
        SCHEMES.byName(solution.scheme()).orElseThrow().readAs(solution.encoded());
    EncodedHash hash = ((HashReading.Accepted) reading).hash();
    if (!made.scheme().equals("pbkdf2")) {
      assertThat(solution.scheme()).isEqualTo(made.scheme());
    }
    assertThat(SCHEMES.verify(hash, made.password().getBytes(UTF_8))).isTrue();
    assertThat(SCHEMES.verify(hash, "not the password".getBytes(UTF_8))).isFalse();
    assertThat(solution.toString()).doesNotContain(made.hash());
    assertColumnsFit(made, solution.columns());
  }

  /** The recipe for tables reads the same hash out of its columns. */
  private static void assertColumnsFit(Made made, ColumnRecipe recipe) {
    Sample other =
        Sample.of(
            made.hash(),
            made.sample().salt(),
            made.sample().key(),
            "not the password".getBytes(UTF_8));

    assertThat(recipe.fits(made.sample())).as(recipe.toString()).isTrue();
    assertThat(recipe.fits(other)).as(recipe.toString()).isFalse();
  }

  @Test
  void theRecipeIsInWords() {
    assertThat(words("md5(md5($p) . $s)")).isEqualTo("md5(hex(md5(password)) + salt)");
    assertThat(words("$s . ':' . $p")).isEqualTo("md5(salt + \":\" + password)");
    assertThat(words("md5($s) . md5($p)")).isEqualTo("md5(hex(md5(salt)) + hex(md5(password)))");
    assertThat(words("hash_hmac('sha1', $s, $p)")).isEqualTo("hmac-sha1(password, salt)");
    assertThat(words("hash_pbkdf2('sha256', $p, $s, 1000)"))
        .isEqualTo("pbkdf2-sha256(password, salt, 1000, 32)");
    assertThat(words("$i < 5000"))
        .isEqualTo(
            "rounds(sha512(password + \"{\" + salt + \"}\"), 4999,"
                + " sha512(previous + password + \"{\" + salt + \"}\"))");
  }

  private static String words(String code) {
    try {
      return made().stream()
          .filter(made -> made.code().contains(code))
          .findFirst()
          .flatMap(made -> made.solution())
          .orElseThrow()
          .words();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatNothingMadeIsNotSolvedAndEverythingWasTried() {
    byte[] password = "password".getBytes(UTF_8);
    Sample sample = Sample.of("no hash", Optional.of("salt"), Optional.of("key"), password);

    SearchResult result = new HashSearch(sample, new Endless()).find();

    assertThat(result.solution()).isEmpty();
    assertThat(result.tried()).contains("all schemes of docs/hashes.md");
    assertThat(result.unfinished()).isEmpty();
  }

  @Test
  void limitEndsASearch() {
    String hash = "0123456789abcdef".repeat(4);
    Sample sample = Sample.of(hash, Optional.of("s"), Optional.empty(), new byte[1]);
    long start = System.nanoTime();

    SearchResult result = new HashSearch(sample, new Ended()).find();

    assertThat(result.solution()).isEmpty();
    assertThat(result.unfinished()).contains("PBKDF2 with up to 1,000,000 iterations");
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }
}
