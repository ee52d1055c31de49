package dev.muster.app.hash.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.TableHashes;
import dev.muster.app.hash.Vector;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recipes are found for what other people's programs made, see conformance/hash-search. */
class HashSearchTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);

  /** Waits for ever, and remembers what was tried. */
  private static final class Endless implements SearchLimit {
    private final List<String> tried = new ArrayList<>();

    @Override
    public boolean lasts() {
      return true;
    }

    @Override
    public void trying(String what) {
      tried.add(what);
    }
  }

  /** One line of searches.tsv. */
  record Made(String password, String salt, String key, String hash, String scheme, String code) {

    HashSearch search() {
      return HashSearch.of(hash, given(salt), given(key), password.getBytes(UTF_8), new Endless());
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
    Solution solution = made.search().find().orElseThrow();

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
    String hash = made.hash();
    String salt = made.salt();
    Matcher cut =
        Pattern.compile("the (hash|salt) is before the first \"(.)\".*").matcher(recipe.cut());
    if (cut.matches()) {
      int at = hash.indexOf(cut.group(2));
      String left = hash.substring(0, at);
      String right = hash.substring(at + 1);
      hash = cut.group(1).equals("hash") ? left : right;
      salt = salt.isEmpty() ? hash.equals(left) ? right : left : salt;
    }
    Map<HashPart, String> parts = new EnumMap<>(HashPart.class);
    parts.putAll(recipe.constants());
    parts.put(HashPart.HASH, hash);
    if (recipe.salt().isPresent()) {
      parts.put(recipe.salt().get(), salt);
    }
    if (recipe.keyed()) {
      parts.put(HashPart.KEY, made.key());
    }

    HashParts.Reading reading = new TableHashes(CostBounds.DEFAULTS).read(new HashParts(parts));
    assertThat(reading).as(parts.toString()).isInstanceOf(HashParts.Reading.Accepted.class);
    EncodedHash read = ((HashParts.Reading.Accepted) reading).hash();
    assertThat(SCHEMES.verify(read, made.password().getBytes(UTF_8))).as(parts.toString()).isTrue();
  }

  @Test
  void theRecipeIsInWords() {
    assertThat(words("md5(md5($p) . $s)")).isEqualTo("md5(md5(password) + salt)");
    assertThat(words("$s . ':' . $p")).isEqualTo("md5(salt + \":\" + password)");
    assertThat(words("md5($s) . md5($p)")).isEqualTo("md5(md5(salt) + md5(password))");
    assertThat(words("hash_hmac('sha1', $s, $p)")).isEqualTo("hmac-sha1(password, salt)");
    assertThat(words("hash_pbkdf2('sha256', $p, $s, 1000)"))
        .isEqualTo("pbkdf2-sha256(password, salt), 1000 iterations, 32 bytes");
    assertThat(words("$i < 5000"))
        .isEqualTo(
            "sha512(password + \"{\" + salt + \"}\"),"
                + " 5000 rounds of the digest and all of that again");
  }

  private static String words(String code) {
    try {
      return made().stream()
          .filter(made -> made.code().contains(code))
          .findFirst()
          .flatMap(made -> made.search().find())
          .orElseThrow()
          .words();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatNothingMadeIsNotSolvedAndEverythingWasTried() {
    Endless limit = new Endless();
    byte[] password = "password".getBytes(UTF_8);

    assertThat(
            HashSearch.of("no hash", Optional.of("salt"), Optional.of("key"), password, limit)
                .find())
        .isEmpty();
    assertThat(limit.tried).contains("all schemes", "digests", "keyed digests", "repeated digests");
  }

  @Test
  void limitEndsASearch() {
    SearchLimit none =
        new SearchLimit() {
          @Override
          public boolean lasts() {
            return false;
          }

          @Override
          public void trying(String what) {
            // nobody looks
          }
        };
    String hash = "0123456789abcdef".repeat(4);
    long start = System.nanoTime();

    assertThat(HashSearch.of(hash, Optional.of("s"), Optional.empty(), new byte[1], none).find())
        .isEmpty();
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }
}
