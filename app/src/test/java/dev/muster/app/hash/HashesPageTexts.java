package dev.muster.app.hash;

/** The parts of docs/hashes.md that are written by hand. */
final class HashesPageTexts {

  static final String HEAD =
      """
      # Password hashes: moving users without new passwords

      Muster imports password hashes of %s forms, so that users keep their passwords. This page
      tells, for each system, how to export its hashes, what they look like, and what to write in an
      import. It is generated from the registry of schemes, and a test imports the example of each
      scheme in each way that is named here and checks its password.

      1. Find your system [below](#systems), or ask: `muster hash identify 'HASH'` lists the schemes
         that a hash may belong to, and what to write in each [format](#in-imports).
      2. If no scheme knows it, `muster hash solve` finds how a hash was computed, given its
         password, and prints the [columns](#columns-about-a-hash) that read a whole table of such
         hashes: [Password hashes of unknown make](guides/unknown-hashes.md).
      3. [Prove](#proving-it) it with known passwords before anything is imported.

      An import checks that each hash is well-formed, and that the time and memory to verify it are
      within the [limits](#costs). Hashes that can't be verified are rejected. *Legacy* schemes are
      verified like others, but are too weak: replace such a hash when its user next logs in, as
      `users:verify` does.

      ## Systems

      """;

  static final String PROVING =
      """
      ## Proving it

      Some hashes look alike: 32 hex digits may be MD5, MD4, an NT hash, or MD5 of a salt and the
      password; bcrypt may be of the password and a pepper. If they are read as the wrong scheme,
      no text is wrong, and nobody can log in. An import and its dry run warn of such hashes,
      unless their scheme is named, and note bcrypt. Only known passwords tell:

      ```sh
      muster import users.csv --dry-run --prove ann@example.com
      muster import users.csv --dry-run --prove-sample sample.txt
      ```

      `--prove` asks for the user's password. `sample.txt` has a login, a tab and the password on
      each line; a user for each kind of hash is enough. It tells which kinds were proved, and how
      many users have hashes of the others. If a password does not fit, nothing is imported.

      """;

  static final String COSTS =
      """
      ## Costs

      All limits, and the CPU seconds to verify a hash at the limit (`bench/bounds`, AMD EPYC):

      | parameters | limit | seconds |
      |---|---|---|
      | scrypt N, r, p | 1048576, 64, 64 | |
      | scrypt memory, 128 * N * r bytes | 1 GiB | |
      | scrypt N * r * p | 16777216 | 7 to 8 |
      | Argon2 m, t, p | 1 GiB, 16, 16 | |
      | Argon2 m * t | 8 GiB | 14 |
      | bcrypt cost | 16 | 4.5 |
      | PBKDF2 iterations, times the blocks of the key | 10000000 | 3 to 11 |
      | the same with Whirlpool, RIPEMD-160 | 1000000 | 14, 2 |
      | rounds of a digest, times the blocks of a salt that each round reads | 10000000 | 2 to 6 |
      | the same with Whirlpool, RIPEMD-160 | 1000000 | 6, 1 |
      | rounds of the crypt(3) schemes and phpass | 4194304 | 0.6 to 6 |
      | length of a derived key in bytes | 1024 | |

      Measured with texts such as this one (seconds of CPU time, with `MUSTER_HEAP=2g`):

          time muster hash verify --password-stdin --scheme scrypt-phc \\
            '$scrypt$ln=20,r=8,p=2$c2FsdHNhbHQ$x7YWIMH1X9YJU+s1MiitSHT8MrD/7woaJT9/sEIKf+M' <<<x

      Verifications that need much memory share a quarter of the heap and wait for each other. A
      hash that takes most of the heap of the program that imports it is refused, and the message
      tells the heap that is needed: `MUSTER_HEAP=2g` is enough for every hash within the
      limits. Give the servers that log users in as much as the import.

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

  private HashesPageTexts() {}
}
