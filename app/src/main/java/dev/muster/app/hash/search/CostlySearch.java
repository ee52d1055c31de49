package dev.muster.app.hash.search;

import java.util.List;
import java.util.Optional;

/**
 * Tries scrypt and Argon2 with the costs that programs and libraries have unless they are told
 * others.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists do not change
enum CostlySearch implements Search {
  /** Costs of scrypt that are frequent, or small. */
  USUAL_SCRYPT(
      "scrypt with the usual costs",
      List.of(
          ScryptKey.of(16_384, 8, 1), // Node's crypto.scrypt
          ScryptKey.of(16_384, 16, 1), // better-auth, Lucia, Oslo
          ScryptKey.of(32_768, 8, 1), // Go's advice, Werkzeug
          ScryptKey.of(1_024, 8, 1),
          ScryptKey.of(2_048, 8, 1),
          ScryptKey.of(4_096, 8, 1),
          ScryptKey.of(8_192, 8, 1),
          ScryptKey.of(16_384, 1, 1),
          ScryptKey.of(65_536, 8, 1)), // Spring Security since 5.8
      List.of(ScryptKey.of(65_536, 16, 2))),

  /** Great costs of scrypt. */
  GREAT_SCRYPT(
      "scrypt with great costs",
      List.of(
          ScryptKey.of(16_384, 8, 2),
          ScryptKey.of(32_768, 8, 2),
          ScryptKey.of(16_384, 8, 5), // OWASP
          ScryptKey.of(32_768, 8, 3), // OWASP
          ScryptKey.of(131_072, 8, 1), // OWASP
          ScryptKey.of(65_536, 8, 2), // OWASP
          ScryptKey.of(16_384, 8, 16), // PHP's scrypt extension
          ScryptKey.of(65_536, 16, 2),
          ScryptKey.of(262_144, 8, 1))),

  /** The costs of Argon2 of many systems. */
  USUAL_ARGON2(
      "Argon2 with the usual costs",
      List.of(
          new Argon2Key("argon2id", 65_536, 2, 1), // libsodium's interactive limits, Magento 2
          new Argon2Key("argon2id", 65_536, 3, 4), // RFC 9106, Node's and Python's argon2
          new Argon2Key("argon2id", 65_536, 4, 1), // PHP, Mastodon
          new Argon2Key("argon2id", 19_456, 2, 1), // OWASP, Lucia, Rust's argon2
          new Argon2Key("argon2id", 4_096, 3, 1), // the reference program
          new Argon2Key("argon2id", 7_168, 5, 1)), // OWASP, Keycloak
      List.of(new Argon2Key("argon2id", 65_536, 2, 8))),

  /** Costs of Argon2 that are rare, or great. */
  RARE_ARGON2(
      "Argon2 with rare costs",
      List.of(
          new Argon2Key("argon2id", 65_536, 1, 4), // Go's advice
          new Argon2Key("argon2id", 65_536, 3, 1),
          new Argon2Key("argon2id", 65_536, 2, 8),
          new Argon2Key("argon2id", 12_288, 3, 1), // OWASP
          new Argon2Key("argon2id", 16_384, 2, 1), // Spring Security
          new Argon2Key("argon2id", 15_360, 2, 1),
          new Argon2Key("argon2i", 4_096, 3, 1),
          new Argon2Key("argon2i", 32_768, 4, 1), // libsodium before 1.0.15
          new Argon2Key("argon2i", 65_536, 4, 1), // PHP 7.2
          new Argon2Key("argon2id", 102_400, 2, 8), // passlib, Django
          new Argon2Key("argon2id", 262_144, 3, 1))); // libsodium's moderate limits

  /** Gitea and Forgejo; no other system has keys of this length. */
  private static final int GITEA_LENGTH = 50;

  private final String words;
  private final List<? extends CostlyTrial.KeyCost> costs;
  private final List<? extends CostlyTrial.KeyCost> costsOfGitea;

  CostlySearch(String words, List<? extends CostlyTrial.KeyCost> costs) {
    this(words, costs, costs);
  }

  CostlySearch(
      String words,
      List<? extends CostlyTrial.KeyCost> costs,
      List<? extends CostlyTrial.KeyCost> costsOfGitea) {
    this.words = words;
    this.costs = costs;
    this.costsOfGitea = costsOfGitea;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public boolean suits(Assumption assumed) {
    return CostlyTrial.suits(assumed) && (this == USUAL_SCRYPT || !assumed.isJoined());
  }

  @Override
  public Optional<Solution> find(Assumption assumed, SearchLimit limit) {
    boolean gitea = assumed.hash().orElseThrow().length() == GITEA_LENGTH;
    return new CostlyTrial(assumed, PasswordForms.few(assumed), gitea ? costsOfGitea : costs)
        .find(limit);
  }
}
