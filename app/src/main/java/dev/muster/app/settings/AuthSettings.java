package dev.muster.app.settings;

import java.util.List;
import java.util.Optional;

/**
 * The section {@code auth}.
 *
 * @param audience the required audience of tokens
 * @param keys a file or URL with public keys that are trusted in addition to the directory's own
 * @param issuers the issuers whose tokens are accepted
 */
public record AuthSettings(Optional<String> audience, Optional<String> keys, List<String> issuers) {

  /** Only the directory's own tokens, for the audience {@value #DEFAULT_AUDIENCE}. */
  public static final AuthSettings DEFAULTS =
      new AuthSettings(Optional.empty(), Optional.empty(), List.of());

  /** The audience of tokens where the settings name none. */
  public static final String DEFAULT_AUDIENCE = "muster";

  static final List<String> KEYS = List.of("audience", "keys", "issuers");

  public AuthSettings {
    issuers = List.copyOf(issuers);
  }

  /** The audience that tokens must have. */
  public String requiredAudience() {
    return audience.orElse(DEFAULT_AUDIENCE);
  }

  static AuthSettings read(Section auth) throws SettingsProblem {
    auth.only(KEYS);
    return new AuthSettings(auth.text("audience"), auth.text("keys"), auth.texts("issuers"));
  }
}
