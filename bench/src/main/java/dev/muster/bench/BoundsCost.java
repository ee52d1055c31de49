package dev.muster.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** What it costs to verify a hash at each limit of {@link CostBounds}, in one thread. */
public final class BoundsCost {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final byte[] PASSWORD = "correct horse battery staple".getBytes(UTF_8);
  private static final String KEY = "A".repeat(43);
  private static final String LONG_KEY = "A".repeat(86);

  private static final List<Limit> LIMITS =
      List.of(
          new Limit("scrypt N=2^20, r=8, p=2", "scrypt-phc", "$scrypt$ln=20,r=8,p=2$c2FsdA$" + KEY),
          new Limit(
              "scrypt N=2^12, r=64, p=64", "scrypt-phc", "$scrypt$ln=12,r=64,p=64$c2FsdA$" + KEY),
          new Limit(
              "Argon2id m=1 GiB, t=8",
              "argon2",
              "$argon2id$v=19$m=1048576,t=8,p=1$c2FsdHNhbHQ$" + KEY),
          new Limit(
              "Argon2id m=512 MiB, t=16, p=16",
              "argon2",
              "$argon2id$v=19$m=524288,t=16,p=16$c2FsdHNhbHQ$" + KEY),
          new Limit(
              "bcrypt cost 16",
              "bcrypt",
              "$2b$16$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS"),
          pbkdf2("sha1", 10_000_000, "A".repeat(27)),
          pbkdf2("sha256", 10_000_000, KEY),
          pbkdf2("sha512", 10_000_000, LONG_KEY),
          pbkdf2("ripemd160", 1_000_000, "A".repeat(27)),
          pbkdf2("whirlpool", 1_000_000, LONG_KEY),
          digest("md5", 10_000_000, "A".repeat(22)),
          digest("sha512", 10_000_000, LONG_KEY),
          digest("whirlpool", 1_000_000, LONG_KEY),
          new Limit(
              "sha512-crypt, 4194304 rounds",
              "sha512-crypt",
              "$6$rounds=4194304$saltsalt$" + ".".repeat(86)),
          new Limit(
              "sha256-crypt, 4194304 rounds",
              "sha256-crypt",
              "$5$rounds=4194304$saltsalt$" + ".".repeat(43)),
          new Limit(
              "sha1-crypt, 4194304 rounds", "sha1-crypt", "$sha1$4194304$salt$" + ".".repeat(28)),
          new Limit(
              "sun-md5-crypt, 4194304 rounds",
              "sun-md5-crypt",
              "$md5,rounds=4194304$saltsalt$" + ".".repeat(22)),
          new Limit("phpass, 2^22 rounds", "phpass", "$P$Ksaltsalt" + ".".repeat(22)),
          new Limit("bsdi-crypt, 4194303 rounds", "bsdi-crypt", "_zzzDsalt" + ".".repeat(11)));

  private BoundsCost() {}

  private static Limit pbkdf2(String digest, int iterations, String key) {
    return new Limit(
        "PBKDF2-" + digest + ", " + iterations + " iterations",
        "pbkdf2-plain",
        "$pbkdf2-plain$alg=" + digest + ",i=" + iterations + "$c2FsdA$" + key);
  }

  private static Limit digest(String name, int rounds, String hash) {
    return new Limit(
        name + ", " + rounds + " rounds",
        "digest",
        "$digest$alg=" + name + ",rounds=" + rounds + "$c2FsdA$$" + hash);
  }

  /**
   * Prints a Markdown table: the least, the middle and the greatest of some measurements.
   *
   * @param args how often each limit is measured, an odd number
   */
  public static void main(String[] args) {
    int times = Integer.parseInt(args[0]);
    System.out.println("| hash | CPU seconds | least | most |");
    System.out.println("|---|---:|---:|---:|");
    for (Limit limit : LIMITS) {
      long[] sorted = LongStream.range(0, times).map(i -> limit.verify()).sorted().toArray();
      System.out.println(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %.1f | %.1f |",
              limit.name,
              sorted[times / 2] / 1e9,
              sorted[0] / 1e9,
              sorted[times - 1] / 1e9));
    }
  }

  private record Limit(String name, String scheme, String text) {

    /** Verifies once; returns the CPU time in nanoseconds. */
    long verify() {
      HashScheme known = SCHEMES.byName(scheme).orElseThrow();
      HashReading reading = known.readAs(text);
      if (!(reading instanceof HashReading.Accepted accepted)) {
        throw new IllegalStateException(name + ": " + reading);
      }
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      known.verify(accepted.hash(), PASSWORD);
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }
  }
}
