package dev.muster.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code oidc}: signing in to the console with an account of an OpenID provider.
 *
 * @param issuer the provider's issuer identifier, a URL (OpenID Connect Discovery 1.0)
 * @param clientId the id that the provider knows this server by
 * @param clientSecretFile a file whose first line is the client's secret; empty for a public client
 * @param nameClaim the claim of the ID token that has the administrator's name
 * @param label what the sign-in page calls the provider
 */
public record OidcSettings(
    String issuer,
    String clientId,
    Optional<String> clientSecretFile,
    String nameClaim,
    String label) {

  static final List<String> KEYS =
      List.of("issuer", "client_id", "client_secret_file", "name_claim", "label");

  /** Reads the section; empty if the file has none. */
  static Optional<OidcSettings> read(Section oidc) throws SettingsProblem {
    oidc.only(KEYS);
    if (oidc.keys().isEmpty()) {
      return Optional.empty();
    }
    URI issuer = issuer(oidc);
    return Optional.of(
        new OidcSettings(
            issuer.toString(),
            oidc.required("client_id"),
            oidc.text("client_secret_file"),
            oidc.text("name_claim").orElse("preferred_username"),
            oidc.text("label").orElse(issuer.getHost())));
  }

  private static URI issuer(Section oidc) throws SettingsProblem {
    String text = oidc.required("issuer");
    try {
      URI issuer = new URI(text);
      if (ProtectedUrl.is(issuer)) {
        return issuer;
      }
    } catch (URISyntaxException e) {
      throw oidc.problem("issuer", text + " is not a URL");
    }
    throw oidc.problem(
        "issuer", text + " is not a URL with HTTPS; HTTP is for providers of this machine");
  }
}
