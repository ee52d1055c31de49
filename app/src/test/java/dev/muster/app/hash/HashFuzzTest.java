package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.alike.FitByRight;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Reads and verifies texts at random: every vector of conformance/hashes damaged, and noise.
 *
 * <pre>
 * -Dmuster.fuzz.seconds=600   how long; 3 seconds by default
 * -Dmuster.fuzz.seed=7        the beginning; by default another one each time of long runs
 * </pre>
 *
 * <p>Long runs, of more than 30 seconds, verify dear hashes as well, and print what they did. Short
 * ones always begin alike, so that a change never fails by chance.
 */
class HashFuzzTest {

  private static final long SECONDS = Long.getLong("muster.fuzz.seconds", 3);
  private static final long TEXTS_MIN = 500;
  private static final boolean LONG = SECONDS > 30;

  /** CPU time. docs/hashes.md promises less; the machine may be a slow one. */
  private static final Duration VERIFIED_WITHIN = Duration.ofSeconds(30);

  private static final byte[] OTHER_PASSWORD = "no vector has this password".getBytes(UTF_8);

  private static final Duration READ_WITHIN = Duration.ofSeconds(2);

  /** The share of the time that hashes may take that cost more than those of short runs. */
  private static final double DEAR_SHARE = 0.25;

  private static final CostBounds CHEAP =
      new CostBounds(
          6, 2000, 1 << 10, 16, 16, 16, 1 << 13, 256, 16, 4, 4, 16, 10_000, Integer.MAX_VALUE);

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final TableHashes TABLES = new TableHashes(CostBounds.DEFAULTS);
  private static final RestAuthHashes RESTAUTH =
      new RestAuthHashes(
          SCHEMES, StandardSchemes.django(CostBounds.DEFAULTS), (name, known) -> Optional.empty());
  private static final HashSchemes CHEAP_SCHEMES = StandardSchemes.all(CHEAP);

  private final long seed = Long.getLong("muster.fuzz.seed", LONG ? System.nanoTime() : 1);
  private final Random random = new Random(seed);
  private final HashMutation mutation = new HashMutation(random);
  private final Set<String> faults = new TreeSet<>();
  private final Map<String, Long> figures = new TreeMap<>();
  private long dearNanos;
  private long dearestNanos;
  private long cpuNanos;
  private String dearest = "";

  @Test
  void noTextDoesHarm() throws IOException {
    List<Vector> vectors = Vector.all().stream().filter(Vector::expected).toList();
    List<HashScheme> all = new ArrayList<>();
    StandardSchemes.known().stream()
        .map(KnownScheme::name)
        .forEach(name -> all.add(SCHEMES.byName(name).orElseThrow()));
    long start = System.nanoTime();
    while (faults.size() < 20
        && (figures.getOrDefault("read", 0L) < TEXTS_MIN
            || System.nanoTime() - start < Duration.ofSeconds(SECONDS).toNanos())) {
      Vector vector = vectors.get(random.nextInt(vectors.size()));
      Vector other = withAnotherPassword(vector, vectors);
      boolean noise = random.nextInt(5) == 0;
      String text =
          noise ? mutation.noise(vector.encoded()) : mutation.of(vector.encoded(), other.encoded());
      if (!text.equals(vector.encoded())) {
        read(text, all);
        readAsImportsDo(text, vector.scheme());
        HashScheme own = SCHEMES.byName(vector.scheme()).orElseThrow();
        tryPassword(text, own, vector);
        tryPassword(text, all.get(random.nextInt(all.size())), vector);
      }
    }
    long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    if (LONG) {
      System.out.println(
          "fuzzed for "
              + seconds
              + " s, seed "
              + seed
              + ": "
              + figures
              + "; verifying took "
              + cpuNanos / 1_000_000_000
              + " s of CPU time"
              + "; the dearest took "
              + dearestNanos / 1_000_000
              + " ms of CPU time: "
              + dearest);
    }
    assertThat(faults).as("seed " + seed).isEmpty();
    assertThat(figures.getOrDefault("verified", 0L)).isGreaterThan(0);
  }

  /** So that a part of the other one does not fit the password by right. */
  private Vector withAnotherPassword(Vector vector, List<Vector> vectors) {
    Vector other = vector;
    while (other.password().equals(vector.password())) {
      other = vectors.get(random.nextInt(vectors.size()));
    }
    return other;
  }

  private void count(String what) {
    figures.merge(what, 1L, Long::sum);
  }

  private void fault(String what, String scheme, String text) {
    faults.add(what + ": " + scheme + ": " + text);
  }

  /** Reads a text with every scheme, as imports do whose records name no scheme. */
  private void read(String text, List<HashScheme> all) {
    count("read");
    long start = System.nanoTime();
    int recognised = 0;
    for (HashScheme scheme : all) {
      try {
        recognised += scheme.read(text) instanceof HashReading.NotMine ? 0 : 1;
      } catch (RuntimeException | StackOverflowError e) {
        fault("read: " + e, scheme.name(), text);
      }
    }
    if (recognised > 1) {
      fault(recognised + " schemes recognise it", "", text);
    }
    if (recognised == 1) {
      count("recognised");
    }
    if (System.nanoTime() - start > READ_WITHIN.toNanos()) {
      fault("reading took long", "", text);
    }
  }

  /** Whatever else is done with a text before somebody logs in. */
  private void readAsImportsDo(String text, String scheme) {
    try {
      TABLES.read(text);
      TABLES.explanation(text);
      TABLES.doubt("", text);
      TABLES.read(new HashParts(Map.of(HashPart.SCHEME, scheme, HashPart.HASH, text)));
      RESTAUTH.apply(random.nextBoolean() ? "django" : scheme, text);
      if (random.nextInt(50) == 0) {
        SchemeMatch.of(text).forEach(match -> match.forms().forEach(ImportForm::words));
        count("identified");
      }
    } catch (RuntimeException | StackOverflowError e) {
      fault("imported: " + e, scheme, text);
    }
  }

  private void tryPassword(String text, HashScheme scheme, Vector vector) {
    try {
      HashReading reading = scheme.readAs(text);
      if (reading instanceof HashReading.NotMine) {
        fault("not a reading of readAs", scheme.name(), text);
      } else if (reading instanceof HashReading.Accepted accepted) {
        count("accepted");
        verify(text, accepted.hash(), scheme, vector);
      } else {
        count(reading instanceof HashReading.OutOfBounds ? "too dear" : "refused");
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      fault("verified: " + e, scheme.name(), text);
    }
  }

  private void verify(String text, EncodedHash hash, HashScheme scheme, Vector vector) {
    boolean cheap =
        CHEAP_SCHEMES.byName(scheme.name()).orElseThrow().readAs(hash.encoded())
            instanceof HashReading.Accepted;
    if (!cheap && (!LONG || dearNanos > DEAR_SHARE * SECONDS * 1_000_000_000L)) {
      count("not verified");
      return;
    }
    long start = System.nanoTime();
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    boolean right = scheme.verify(hash, vector.passwordUtf8());
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    count(cheap ? "verified" : "verified, dear");
    dearNanos += cheap ? 0 : System.nanoTime() - start;
    cpuNanos += took;
    if (took > dearestNanos) {
      dearestNanos = took;
      dearest = text;
    }
    if (took > VERIFIED_WITHIN.toNanos()) {
      fault("verifying took " + Duration.ofNanos(took), scheme.name(), text);
    }
    if (right) {
      count("right");
      if (cheap && scheme.verify(hash, OTHER_PASSWORD)) {
        fault("any password fits", scheme.name(), text);
      }
      requireReason(text, hash, scheme, vector);
    }
  }

  /** A changed text that still fits the password has to do so by right. */
  private void requireReason(String text, EncodedHash hash, HashScheme scheme, Vector vector) {
    if (!scheme.name().equals(vector.scheme())) {
      count("right by another scheme"); // such as {SSHA} without a salt, made of {SHA}
      return;
    }
    Optional<String> reason =
        scheme.readAs(vector.encoded()) instanceof HashReading.Accepted original
                && original.hash().scheme().equals(hash.scheme())
            ? new FitByRight(vector.passwordUtf8())
                .reason(hash.scheme(), hash.encoded(), original.hash().encoded())
            : Optional.empty();
    if (reason.isPresent()) {
      count("right: " + reason.get());
    } else {
      fault("still right", scheme.name(), vector.encoded() + " -> " + text);
    }
  }
}
