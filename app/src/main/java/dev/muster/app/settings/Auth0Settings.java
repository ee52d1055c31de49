package dev.muster.app.settings;

import java.util.List;

/**
 * The section {@code auth0}.
 *
 * @param gravatar whether users without a picture get their Gravatar address as one
 */
record Auth0Settings(boolean gravatar) {

  static final List<String> KEYS = List.of("gravatar");

  static Auth0Settings read(Section auth0) throws SettingsProblem {
    auth0.only(KEYS);
    return new Auth0Settings(auth0.flag("gravatar").orElse(true));
  }
}
