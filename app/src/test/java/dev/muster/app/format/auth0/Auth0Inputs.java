package dev.muster.app.format.auth0;

import dev.muster.app.format.JsonInputs;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.hash.Auth0Hashes;
import dev.muster.app.hash.SharedSchemes;

/** Files of Auth0's records. */
final class Auth0Inputs {

  private Auth0Inputs() {}

  static SurveyedInput survey(String text) throws Exception {
    return new Auth0Format(JsonInputs.NO_SCHEMES, () -> Auth0Hashes.within(SharedSchemes.DEFAULT))
        .survey(JsonInputs.file(text), JsonInputs.OPTIONS);
  }
}
