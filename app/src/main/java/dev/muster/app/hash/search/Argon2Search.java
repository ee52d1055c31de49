package dev.muster.app.hash.search;

import java.util.List;
import java.util.Optional;

/** Tries Argon2 with the costs that programs and libraries have unless they are told others. */
@SuppressWarnings("ImmutableEnumChecker") // the lists do not change
enum Argon2Search implements Search {
  /** The costs of many systems. */
  USUAL(
      "Argon2 with the usual costs",
      List.of(
          new Argon2Key("argon2id", 65_536, 2, 1), // libsodium's interactive limits, Magento 2
          new Argon2Key("argon2id", 65_536, 3, 4), // RFC 9106, Node's and Python's argon2
          new Argon2Key("argon2id", 65_536, 4, 1), // PHP, Mastodon
          new Argon2Key("argon2id", 19_456, 2, 1), // OWASP, Lucia, Rust's argon2
          new Argon2Key("argon2id", 4_096, 3, 1), // the reference program
          new Argon2Key("argon2id", 7_168, 5, 1))), // OWASP, Keycloak

  /** Costs that are rare, or great. */
  RARE(
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

  private static final List<Argon2Key> GITEA = List.of(new Argon2Key("argon2id", 65_536, 2, 8));

  private final String words;
  private final List<Argon2Key> costs;

  Argon2Search(String words, List<Argon2Key> costs) {
    this.words = words;
    this.costs = costs;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public boolean suits(Part part) {
    return CostlyTrial.suits(part) && !part.isJoined();
  }

  @Override
  public Optional<Solution> find(Part part, SearchLimit limit) {
    boolean gitea = part.hash().orElseThrow().length() == GITEA_LENGTH;
    List<Argon2Key> tried = this == USUAL && gitea ? GITEA : costs;
    return new CostlyTrial(part, PasswordForms.few(part), tried).find(limit);
  }
}
