package dev.muster.app.hash.search;

import java.util.List;
import java.util.Optional;

/** Tries scrypt with the costs that programs and libraries have unless they are told others. */
@SuppressWarnings("ImmutableEnumChecker") // the lists do not change
enum ScryptSearch implements Search {
  /** Costs that are frequent, or small. */
  USUAL(
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
          ScryptKey.of(65_536, 8, 1))), // Spring Security since 5.8

  /** Great costs. */
  GREAT(
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
          ScryptKey.of(262_144, 8, 1)));

  /** Gitea and Forgejo; no other system has keys of this length. */
  private static final int GITEA_LENGTH = 50;

  private static final List<ScryptKey> GITEA = List.of(ScryptKey.of(65_536, 16, 2));

  private final String words;
  private final List<ScryptKey> costs;

  ScryptSearch(String words, List<ScryptKey> costs) {
    this.words = words;
    this.costs = costs;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public boolean suits(Part part) {
    return CostlyTrial.suits(part) && (this == USUAL || !part.isJoined());
  }

  @Override
  public Optional<Solution> find(Part part, SearchLimit limit) {
    boolean gitea = part.hash().orElseThrow().length() == GITEA_LENGTH;
    List<ScryptKey> tried = this == USUAL && gitea ? GITEA : costs;
    return new CostlyTrial(part, PasswordForms.few(part), tried).find(limit);
  }
}
