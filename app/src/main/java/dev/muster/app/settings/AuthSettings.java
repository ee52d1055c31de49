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
