package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/hashes.md is up to date; {@code -Dmuster.write=true} regenerates it. */
class HashesPageTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().resolveSibling("docs").resolve("hashes.md");

  private static final String HEAD =
      """
      # Password hashes

      The password schemes that Muster supports, by the names in reports and in `muster users show`.
      This page is generated from the registry.

      - `muster hash identify` lists the schemes that a hash may belong to.
      - `muster hash verify` checks a password against a hash.
      - `muster hash solve` finds how a hash was computed, given its password.
      - `muster import --prove LOGIN` checks known passwords against the hashes of an input before
        anything is imported.

      An import checks that each hash is well-formed, and that the time and memory to verify it are
      within the limits below. *Legacy* schemes are verified like others, but are too weak: replace
      such a hash when its user next logs in, as `users:verify` does. Hashes that can't be verified
      are rejected. Hashes that need much memory share a quarter of the heap (`MUSTER_HEAP`):
      verifications wait for each other instead of exhausting it.

      ## Costs

      All limits, and the CPU seconds to verify a hash at the limit (AMD EPYC, Java 17):

      | parameters | limit | seconds |
      |---|---|---|
      | scrypt N, r, p | 1048576, 64, 64 | |
      | scrypt memory, 128 * N * r bytes | 1 GiB | |
      | scrypt N * r * p | 16777216 | 9 |
      | Argon2 m, t, p | 1 GiB, 16, 16 | |
      | Argon2 m * t | 8 GiB | 13 |
      | bcrypt cost | 16 | 4 |
      | PBKDF2 iterations, times the blocks of the key | 10000000 | 5 to 12 |
      | the same with Whirlpool | 1000000 | 12 |
      | rounds of a digest, times the blocks of a salt that each round reads | 10000000 | 4 to 6 |
      | the same with Whirlpool | 1000000 | 6 |
      | rounds of the crypt(3) schemes and phpass | 4194304 | 0.2 to 6 |
      | length of a derived key in bytes | 1024 | |

      Measured with texts such as this one (seconds of CPU time, with `MUSTER_HEAP=2g`):

          time muster hash verify --password-stdin --scheme scrypt-phc \\
            '$scrypt$ln=20,r=8,p=2$c2FsdHNhbHQ$x7YWIMH1X9YJU+s1MiitSHT8MrD/7woaJT9/sEIKf+M' <<<x

      ## Least costs

      `users:verify` of the [API](reference/api.md#users) replaces a hash whose password is right,
      if its scheme is legacy or it costs less than this:

      | parameters | least |
      |---|---|
      | bcrypt cost | %d |
      | Argon2 m * t | above %d MiB |
      | scrypt N * r * p | %d |
      | PBKDF2 iterations, times the blocks of the key | %d |
      | rounds of sha256-crypt and sha512-crypt | %d |

      These are the least costs that OWASP's Password Storage Cheat Sheet names, for PBKDF2 those
      with SHA-256; it names none for crypt(3). Hashes of the scheme that `passwords` in
      `muster.yml` prefers must cost as much as new ones, if that is more.

      ## Schemes

      """
          .formatted(
              RehashRule.TOO_LITTLE.bcryptCostMax() + 1,
              RehashRule.TOO_LITTLE.argon2WorkMibMax(),
              RehashRule.TOO_LITTLE.scryptWorkMax() + 1,
              RehashRule.TOO_LITTLE.pbkdf2IterationsMax() + 1,
              RehashRule.TOO_LITTLE.roundsMax() + 1);

  @Test
  void thePageIsWhatTheRegistrySays() throws IOException {
    if (Boolean.getBoolean("muster.write")) {
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE).hasContent(page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("| scheme | | |\n|---|---|---|\n");
    for (KnownScheme scheme : StandardSchemes.known()) {
      page.append("| [")
          .append(scheme.name())
          .append("](#")
          .append(scheme.name())
          .append(") | ")
          .append(cell(scheme.about().title()))
          .append(" | ")
          .append(scheme.about().advice().meaning())
          .append(" |\n");
    }
    StandardSchemes.known().forEach(scheme -> section(page, scheme));
    return page.toString();
  }

  private static void section(StringBuilder page, KnownScheme scheme) {
    About about = scheme.about();
    page.append("\n## ").append(scheme.name()).append("\n\n");
    for (String line :
        List.of(
            about.title() + "; " + about.advice().meaning() + ".",
            "",
            "    " + about.example(),
            "",
            "- from: " + about.origin(),
            "- export: " + about.export())) {
      page.append(line).append('\n');
    }
    if (about.advice() != Advice.UNVERIFIABLE) {
      page.append("- the example is of `").append(about.password()).append("`\n");
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
