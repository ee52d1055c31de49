package dev.muster.app.hash.spelling;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.vendor.KeycloakCredential;
import dev.muster.password.HashSpellings.Respelled;
import java.util.List;
import java.util.Optional;

/** Keycloak's users, lists of credentials, and credentials before version 8. */
final class KeycloakShapes {

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          spelling(
              "keycloak-7",
              "Keycloak: a credential before version 8",
              "{\"type\":\"password\",\"hashedSaltedValue\":\"4zw2pEyU3C+IJykgaR3CC3mvuV"
                  + "qG6csQl2YHnuPdsvU=\",\"salt\":\"7k07eque5M4AX+SiTwtnHA==\",\"hashIterati"
                  + "ons\":100,\"counter\":0,\"algorithm\":\"pbkdf2-sha256\",\"digits\":0,\"perio"
                  + "d\":0,\"createdDate\":1500000000000,\"config\":{}}",
              "standalone.sh -Dkeycloak.migration.action=export",
              List.of("\"hashedSaltedValue\"")),
          spelling(
              "keycloak-user",
              "Keycloak: a whole user with credentials, or a list of credentials",
              "[{\"id\":\"c1\",\"type\":\"password\",\"userLabel\":\"My password\",\"cre"
                  + "atedDate\":1700000000000,\"secretData\":\"{\\\"value\\\":\\\"4zw2pEyU3"
                  + "C+IJykgaR3CC3mvuVqG6csQl2YHnuPdsvU=\\\",\\\"salt\\\":\\\"7k07eque5M4"
                  + "AX+SiTwtnHA==\\\",\\\"additionalParameters\\\":{}}\",\"credentialDat"
                  + "a\":\"{\\\"hashIterations\\\":100,\\\"algorithm\\\":\\\"pbkdf2-sha256\\\","
                  + "\\\"additionalParameters\\\":{}}\"}]",
              "kc.sh export --dir DIR --users different_files: the objects in users",
              List.of("\"secretData\"", "\"hashIterations\"")));

  private KeycloakShapes() {}

  /**
   * A spelling of Keycloak's.
   *
   * @param marks of which a text has one: JSON is not parsed for nothing
   */
  private static KnownSpelling spelling(
      String name, String title, String example, String export, List<String> marks) {
    return new KnownSpelling(
        name,
        new About(
            title, example, "correct horse battery staple", "Keycloak", export, Advice.ADVISABLE),
        "{[ \t\n",
        text ->
            marks.stream().anyMatch(text::contains)
                ? KeycloakCredential.of(text).map(hash -> Respelled.of("keycloak", hash))
                : Optional.empty());
  }
}
