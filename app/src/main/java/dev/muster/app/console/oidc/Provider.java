package dev.muster.app.console.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0), and requests to it.
 *
 * @param authorization where browsers are sent
 * @param token where codes are exchanged
 * @param keys where the provider's public keys are
 * @param secretInForm whether a client's secret can only be sent in the form
 */
record Provider(URI authorization, URI token, URI keys, boolean secretInForm) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int BYTES_MAX = 1 << 20;

  /** Asks an issuer for its endpoints. */
  static Provider discover(HttpClient client, String issuer) throws SignInFailed {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    URI place = URI.create(base + "/.well-known/openid-configuration");
    Map<String, Object> found = send(client, request(place).build());
    if (!issuer.equals(found.get("issuer"))) {
      throw new SignInFailed(place + " is of another issuer: " + found.get("issuer"));
    }
    return new Provider(
        endpoint(found, "authorization_endpoint", place),
        endpoint(found, "token_endpoint", place),
        endpoint(found, "jwks_uri", place),
        found.get("token_endpoint_auth_methods_supported") instanceof List<?> methods
            && !methods.contains("client_secret_basic")
            && methods.contains("client_secret_post"));
  }

  private static URI endpoint(Map<String, Object> found, String name, URI place)
      throws SignInFailed {
    if (found.get(name) instanceof String text) {
      try {
        URI endpoint = URI.create(text);
        if (endpoint.isAbsolute() && endpoint.getHost() != null) {
          return endpoint;
        }
      } catch (IllegalArgumentException e) {
        throw new SignInFailed(place + ": " + name + " is not a URL");
      }
    }
    throw new SignInFailed(place + " has no " + name);
  }

  /** Sends a form, and reads the answer. */
  static Map<String, Object> post(
      HttpClient client, URI place, String form, @Nullable String authorization)
      throws SignInFailed {
    HttpRequest.Builder request =
        request(place)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return send(client, request.build());
  }

  private static HttpRequest.Builder request(URI place) {
    return HttpRequest.newBuilder(place).header("Accept", "application/json").timeout(PATIENCE);
  }

  private static Map<String, Object> send(HttpClient client, HttpRequest request)
      throws SignInFailed {
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      byte[] body;
      try (InputStream content = response.body()) {
        body = content.readNBytes(BYTES_MAX);
      }
      String text = new String(body, StandardCharsets.UTF_8);
      if (response.statusCode() != 200) {
        throw new SignInFailed(
            request.uri() + " answered with status " + response.statusCode() + error(text));
      }
      return JSONObjectUtils.parse(text);
    } catch (IOException e) {
      throw new SignInFailed(request.uri() + " can't be reached: " + e);
    } catch (ParseException e) {
      throw new SignInFailed(request.uri() + " did not answer with JSON");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SignInFailed("interrupted");
    }
  }

  /** The code of an error (RFC 6749, section 5.2), which has no secrets. */
  private static String error(String body) {
    try {
      return JSONObjectUtils.parse(body).get("error") instanceof String code
              && code.matches("[a-z_]{1,60}")
          ? ": " + code
          : "";
    } catch (ParseException e) {
      return "";
    }
  }
}
