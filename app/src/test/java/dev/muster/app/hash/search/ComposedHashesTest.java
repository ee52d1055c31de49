package dev.muster.app.hash.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.Vector;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recipes are found for hashes as systems compose them, see conformance/hash-search. */
class ComposedHashesTest {

  /** Half of the searches have to be this fast. */
  private static final long MEDIAN_NANOS_MAX = 1_000_000_000;

  private static final long SECONDS_MAX = 300;

  /** Of processor time. */
  private static final List<Long> NANOS = Collections.synchronizedList(new ArrayList<>());

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  /** Ends after a time. */
  private static final class Seconds implements SearchLimit {
    private final long end;

    Seconds(long seconds) {
      this.end = System.nanoTime() + seconds * 1_000_000_000;
    }

    @Override
    public boolean lasts() {
      return System.nanoTime() < end;
    }

    @Override
    public void trying(String what) {
      // nobody looks
    }
  }

  /** One line of recipes.tsv. */
  record Composed(String system, Sample sample, String recipe) {

    static Composed of(List<String> cells) {
      Sample sample =
          Sample.of(
                  cells.get(5),
                  given(cells.get(2)),
                  given(cells.get(3)),
                  Vector.jsonText(cells.get(1)).getBytes(UTF_8))
              .withLogin(given(cells.get(4)));
      return new Composed(cells.get(0), sample, cells.get(6));
    }

    private static Optional<String> given(String json) {
      return Optional.of(Vector.jsonText(json)).filter(text -> !text.isEmpty());
    }

    Sample withPassword(String password) {
      return Sample.of(sample.hash(), sample.salt(), sample.key(), password.getBytes(UTF_8))
          .withLogin(sample.login());
    }

    @Override
    public String toString() {
      return system + ": " + recipe;
    }
  }

  static List<Composed> composed() throws IOException {
    Path file = Path.of("..", "conformance", "hash-search", "recipes.tsv");
    return Files.readAllLines(file).stream()
        .skip(1)
        .map(line -> Composed.of(List.of(line.split("\t", -1))))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("composed")
  void theRecipeIsFoundAndReadsTheColumnsOfATable(Composed made) {
    long start = CLOCK.getCurrentThreadCpuTime();
    SearchResult result = new HashSearch(made.sample(), new Seconds(SECONDS_MAX)).find();
    NANOS.add(CLOCK.getCurrentThreadCpuTime() - start);

    assertThat(result.solution()).as(made.toString()).isPresent();
    Solution solution = result.solution().get();
    if (!isTextOfScheme(solution)) {
      assertThat(solution.words()).isEqualTo(made.recipe());
    }
    assertThat(solution.columns().fits(made.sample())).isTrue();
    assertThat(solution.columns().fits(made.withPassword("wrong"))).isFalse();
    assertThat(solution.toString()).doesNotContain(made.sample().hash());
    assertThat(solution.columns().toString()).doesNotContain(made.sample().hash());
    String key = made.sample().key().orElse("there is none");
    assertThat(solution.words()).doesNotContain(key);
    if (solution.scheme().equals("recipe")) {
      assertThat(solution.encoded()).doesNotContain(key);
    }
  }

  /** Whether a scheme of its own takes such texts, so that no recipe is needed. */
  private static boolean isTextOfScheme(Solution solution) {
    return StandardSchemes.known().stream()
        .anyMatch(
            known ->
                known.name().equals(solution.scheme())
                    && known.about().title().equals(solution.words()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Meteor", "better-auth", "Magento 2", "Devise 1", "Argon2 of MD5"})
  void aWrongPasswordFindsNothingAndTheLimitIsKept(String system) throws IOException {
    Composed made =
        composed().stream()
            .filter(each -> each.system().startsWith(system))
            .findFirst()
            .orElseThrow();
    long start = System.nanoTime();

    SearchResult result = new HashSearch(made.withPassword("Wröng"), new Seconds(3)).find();

    assertThat(result.solution()).isEmpty();
    assertThat(System.nanoTime() - start).isLessThan(15_000_000_000L);
  }

  /** scrypt is not defined for this N with r 1, and the numbers are tried in every order. */
  @Test
  void numbersThatAreNoCostsAreLeftOut() {
    String hash = "scrypt$65536$99999$0$Kx8dh3ms$" + "0123456789abcdef".repeat(4);
    Sample sample = Sample.of(hash, Optional.empty(), Optional.empty(), "Wröng".getBytes(UTF_8));

    assertThat(new HashSearch(sample, new Seconds(2)).find().solution()).isEmpty();
  }

  @Test
  void aSearchWithoutCostsEndsByItself() {
    String hash = "0123456789abcdef0123456789abcdef";
    Sample sample = Sample.of(hash, Optional.empty(), Optional.empty(), "Wröng".getBytes(UTF_8));

    SearchResult result = new HashSearch(sample, new Seconds(SECONDS_MAX)).find();

    assertThat(result.solution()).isEmpty();
    assertThat(result.unfinished()).isEmpty();
    assertThat(result.tried()).contains("nested digests, as forums and shops have them");
  }

  @AfterAll
  static void mostAreFoundWithinASecond() {
    List<Long> sorted = NANOS.stream().sorted().toList();
    if (!sorted.isEmpty()) {
      assertThat(sorted.get(sorted.size() / 2)).isLessThan(MEDIAN_NANOS_MAX);
    }
  }
}
