package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.password.HashPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

      - `muster hash identify` lists the schemes that a hash may belong to, and how each import
        format takes it.
      - `muster hash verify` checks a password against a hash.
      - `muster hash solve` finds how a hash was computed, given its password, and prints the
        [columns](#columns-about-a-hash) that read a whole table of such hashes:
        [Password hashes of unknown make](guides/unknown-hashes.md).
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
      | bcrypt cost | %s |
      | Argon2 m * t | above %s MiB |
      | scrypt N * r * p | %s |
      | PBKDF2 iterations, times the blocks of the key | %s |
      | rounds of sha256-crypt and sha512-crypt | %s |

      These are the least costs that OWASP's Password Storage Cheat Sheet names, for PBKDF2 those
      with SHA-256; it names none for crypt(3). Hashes of the scheme that `passwords` in
      `muster.yml` prefers must cost as much as new ones, if that is more.

      """
          .formatted(
              RehashRule.TOO_LITTLE.bcryptCostMax() + 1,
              RehashRule.TOO_LITTLE.argon2WorkMibMax(),
              RehashRule.TOO_LITTLE.scryptWorkMax() + 1,
              RehashRule.TOO_LITTLE.pbkdf2IterationsMax() + 1,
              RehashRule.TOO_LITTLE.roundsMax() + 1);

  private static final String IMPORTS =
      """

      ## In imports

      - **csv** takes every scheme. A text that tells which scheme it is of needs only the column
        `password_hash`. The others, such as bare hex digits, need the scheme's name in the column
        `password_scheme` too. Without it, 32 hex digits are MD5.
      - **restauth** takes every scheme: its name is the `algorithm`, beside
        [passlib's names](restauth.md#passwords), and the `hash` is the text.
      - **authgear** takes bcrypt only, as Authgear's API does. Other hashes come in as csv.
      - **auth0** takes what Auth0's `custom_password_hash` has an algorithm for, in `hash.value`
        or, where the table says *fields*, in members of its own. bcrypt `$2a$` or `$2b$` with 10
        rounds may also be a `password_hash`.

      An algorithm or column may be named for each record. A test imports the example of every
      scheme in every way that the table below promises, and checks its password.

      ## Columns about a hash

      Many systems keep hash, salt and costs in columns of their own. In csv these columns go with
      `password_hash`; a mapping can rename columns to them, and give the same text to all rows:

      | column | meaning |
      |---|---|
      | `password_scheme` | the scheme's name |
      | `password_hash` | the hash: the scheme's text, or the digest or key alone |
      | `password_hash_encoding` | `hex` or `base64`; without it, hex digits are hex |
      | `password_salt` | the salt |
      | `password_salt_encoding` | `utf8` (the usual), `hex` or `base64` |
      | `password_key` | the secret (pepper) of the system |
      | `password_key_encoding` | `utf8` (the usual), `hex` or `base64` |
      | `password_digest` | %s; for argon2 `argon2id`, `argon2i` or `argon2d` |
      | `password_input` | what is digested, such as `{salt}{password}` |
      | `password_encoding` | the password: `utf8` (usual), `utf16le`, `latin1`, `upper`, `lower` |
      | `password_iterations` | iterations, rounds or passes |
      | `password_chain` | what later rounds of a digest read: `bytes` (usual), `hex`, `salted` |
      | `password_cost` | scrypt's N, Argon2's memory in KiB, Firebase's `mem_cost` |
      | `password_block_size` | scrypt's r |
      | `password_parallelization` | the p of scrypt and Argon2 |
      | `password_salt_separator` | Firebase's `base64_salt_separator` |
      | `password_recipe` | how the hash is composed: a [recipe](#recipes) |
      | `password_login` | what a recipe takes as login; without it, the `username` |

      In `password_input`, `{salt}`, `{key}` and `{password}` stand for the bytes, and
      `{md5(password)}` for their digest in lower-case hex; everything else is read as it stands.
      `{password}:{salt}` is `digest(password + ":" + salt)`. It has to be given if there is a salt.
      An hmac whose input lacks `{password}` has the password as its key.

      A row without a hash leaves the password as it is; a new user gets none. A salt without a
      hash, any part but the scheme beside a hash that has all in its text, a part without a
      `password_scheme`, and a part that the scheme lacks are errors of their cells. Reports show
      only `password_scheme`; all other cells are `REDACTED`.

      These schemes can be put together from parts; the others are always one text:

      | scheme | needs `password_…` | may have `password_…` |
      |---|---|---|
      %s
      Firebase's salts and keys are base64 unless the encoding says otherwise, and
      `password_iterations` is its `rounds`. With columns `password_hash` and `password_salt`, the
      parameters that Firebase's console shows are constants of a mapping:

      ```yaml
      constants:
        password_scheme: firebase-scrypt
        password_key: jxspr8Ki…
        password_salt_separator: Bw==
        password_iterations: "8"
        password_cost: "14"
      ```

      %s
      ## $digest$ and $hmac$

      Hashes of the schemes `digest` and `hmac` are stored as texts of these forms, which imports
      take too. BEFORE, AFTER, KEY, MESSAGE and HASH are base64 without padding, and may be empty
      except the last:

          $digest$alg=DIGEST[,password=FORM][,rounds=N][,chain=CHAIN]$BEFORE$AFTER$HASH
          $hmac$alg=DIGEST[,password=FORM]$KEY$BEFORE$AFTER$HASH
          $hmac$alg=DIGEST[,password=FORM],key=password$MESSAGE$HASH

      DIGEST reads BEFORE, the password, and AFTER. FORM is the password's encoding as in
      `password_encoding`, a digest whose hex digits are read instead, or both: `utf16le-md5`.
      CHAIN is as in `password_chain`. `md5(md5(password) + "salt")` is

          $digest$alg=md5,password=md5$$c2FsdA$HASH

      ## Schemes

      """;

  @Test
  void thePageIsWhatTheRegistrySays() throws IOException {
    if (Boolean.getBoolean("muster.write")) {
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE).hasContent(page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append(IMPORTS.formatted(digests(), assemblies(), RecipeChapter.TEXT));
    page.append(
        "| scheme | | | csv | restauth | authgear | auth0 |\n|---|---|---|---|---|---|---|\n");
    for (KnownScheme scheme : StandardSchemes.known()) {
      page.append("| [")
          .append(scheme.name())
          .append("](#")
          .append(scheme.name())
          .append(") | ")
          .append(cell(scheme.about().title()))
          .append(" | ")
          .append(scheme.about().advice().meaning())
          .append(" | ");
      forms(scheme).forEach(form -> page.append(brief(form)).append(" | "));
      page.setLength(page.length() - 1);
      page.append('\n');
    }
    StandardSchemes.known().forEach(scheme -> section(page, scheme));
    return page.toString();
  }

  private static List<ImportForm> forms(KnownScheme scheme) {
    return ImportForm.of(scheme.name(), scheme.about().example());
  }

  private static String brief(ImportForm form) {
    if (form.member().isEmpty()) {
      return "no";
    }
    return switch (form.format()) {
      case "csv" -> form.naming().isEmpty() ? "yes" : "named";
      case "auth0" ->
          form.naming().startsWith("fields")
              ? "fields"
              : "`" + form.naming().replace("algorithm ", "") + "`";
      default -> "yes";
    };
  }

  private static String digests() {
    return Stream.of(Digest.values())
        .map(digest -> "`" + digest.wireName() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String assemblies() {
    StringBuilder rows = new StringBuilder();
    HashAssembly.all()
        .forEach(
            (scheme, assembly) ->
                rows.append("| `")
                    .append(scheme)
                    .append("` | ")
                    .append(columns(assembly.required()))
                    .append(" | ")
                    .append(columns(assembly.optional()))
                    .append(" |\n"));
    return rows.toString();
  }

  private static String columns(Set<HashPart> parts) {
    return Stream.of(HashPart.values())
        .filter(parts::contains)
        .map(part -> "`" + part.columnName().replace("password_", "") + "`")
        .collect(Collectors.joining(" "));
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
      forms(scheme)
          .forEach(
              form ->
                  page.append("- ")
                      .append(form.format())
                      .append(": ")
                      .append(form.words())
                      .append('\n'));
      page.append("- the example is of `").append(about.password()).append("`\n");
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
