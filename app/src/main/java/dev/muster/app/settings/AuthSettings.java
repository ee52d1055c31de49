package dev.muster.app.settings;

import java.util.List;
import java.util.Optional;

/**
 * The section {@code auth}.
 *
 * @param audience what a token must be meant for
 * @param keys a file or URL with public keys that are trusted besides the directory's own
 * @param issuers whose tokens are accepted
 */
record AuthSettings(Optional<String> audience, Optional<String> keys, List<String> issuers) {

  static final List<String> KEYS = List.of("audience", "keys", "issuers");

  AuthSettings {
    issuers = List.copyOf(issuers);
  }

  static AuthSettings read(Section auth) throws SettingsProblem {
    auth.only(KEYS);
    return new AuthSettings(auth.text("audience"), auth.text("keys"), auth.texts("issuers"));
  }
}
