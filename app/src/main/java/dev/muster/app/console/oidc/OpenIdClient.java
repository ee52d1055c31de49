package dev.muster.app.console.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.muster.app.settings.OidcSettings;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * This server as a client of an OpenID provider. The provider's description of itself is kept for
 * an hour. Thread-safe.
 */
public final class OpenIdClient {

  private static final Duration KEPT = Duration.ofHours(1);

  /** Signatures by a key of the provider; never by a secret that both know, never none. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final OidcSettings settings;
  private final Path folder;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private @Nullable Known known;

  private record Known(Provider provider, JWKSource<SecurityContext> keys, Instant since) {}

  /**
   * A client.
   *
   * @param folder what the path of the secret's file starts from
   */
  public OpenIdClient(OidcSettings settings, Path folder, Clock clock) {
    this.settings = settings;
    this.folder = folder;
    this.clock = clock;
  }

  /** What the sign-in page calls the provider. */
  public String label() {
    return settings.label();
  }

  /** Where a browser goes to sign in. */
  public URI authorization(Attempt attempt, String redirect) throws SignInFailed {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", settings.clientId());
    query.put("redirect_uri", redirect);
    query.put("scope", "openid profile email");
    query.put("state", attempt.state());
    query.put("nonce", attempt.nonce());
    query.put("code_challenge", attempt.challenge());
    query.put("code_challenge_method", "S256");
    URI endpoint = known().provider().authorization();
    return URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + form(query));
  }

  /**
   * Who has signed in.
   *
   * @param state the parameter of the browser's request
   * @param code the parameter of the browser's request
   * @return the value of the claim that has the administrator's name
   */
  public String signedIn(Attempt attempt, String state, String code, String redirect)
      throws SignInFailed {
    if (!attempt.hasState(state)) {
      throw new SignInFailed("the state is not that of the browser's attempt");
    }
    Known provider = known();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("grant_type", "authorization_code");
    query.put("code", code);
    query.put("redirect_uri", redirect);
    query.put("code_verifier", attempt.verifier());
    Optional<String> secret = secret();
    boolean basic = secret.isPresent() && !provider.provider().secretInForm();
    if (!basic) {
      query.put("client_id", settings.clientId());
      secret.ifPresent(text -> query.put("client_secret", text));
    }
    Object token =
        Provider.post(
                client,
                provider.provider().token(),
                form(query),
                basic ? basic(settings.clientId(), secret.orElseThrow()) : null)
            .get("id_token");
    if (!(token instanceof String text)) {
      throw new SignInFailed("the provider sent no ID token");
    }
    return name(verified(text, attempt, provider.keys()));
  }

  /** Verifies an ID token as OpenID Connect Core 1.0, section 3.1.3.7, has it. */
  private JWTClaimsSet verified(String token, Attempt attempt, JWKSource<SecurityContext> keys)
      throws SignInFailed {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            settings.clientId(),
            new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .claim("nonce", attempt.nonce())
                .build(),
            Set.of("sub", "iat", "exp")));
    try {
      JWTClaimsSet claims = processor.process(token, null);
      String party = claims.getStringClaim("azp");
      if (party != null ? !party.equals(settings.clientId()) : claims.getAudience().size() > 1) {
        throw new SignInFailed("the ID token was made for another client");
      }
      return claims;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new SignInFailed("the ID token is refused: " + e.getMessage());
    }
  }

  /** The administrator's name. An address that the provider has not verified proves nothing. */
  private String name(JWTClaimsSet claims) throws SignInFailed {
    String claim = settings.nameClaim();
    if (!(claims.getClaim(claim) instanceof String name) || name.isBlank()) {
      throw new SignInFailed("the ID token has no claim " + claim);
    }
    if (claim.equals("email") && !Boolean.TRUE.equals(claims.getClaim("email_verified"))) {
      throw new SignInFailed("the provider has not verified the address " + name);
    }
    return name;
  }

  private synchronized Known known() throws SignInFailed {
    Known last = known;
    Instant now = clock.instant();
    if (last != null && now.isBefore(last.since().plus(KEPT))) {
      return last;
    }
    Provider provider = Provider.discover(client, settings.issuer());
    try {
      Known found =
          new Known(
              provider,
              JWKSourceBuilder.create(provider.keys().toURL()).retrying(true).build(),
              now);
      known = found;
      return found;
    } catch (MalformedURLException e) {
      throw new SignInFailed("the address of the provider's keys is no URL");
    }
  }

  private Optional<String> secret() throws SignInFailed {
    if (settings.clientSecretFile().isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.resolve(settings.clientSecretFile().get());
    try {
      return Files.readAllLines(file).stream().findFirst().map(String::strip);
    } catch (IOException e) {
      throw new SignInFailed("oidc.client_secret_file can't be read: " + e.getMessage());
    }
  }

  /** Credentials as RFC 6749, section 2.3.1, encodes them. */
  private static String basic(String id, String secret) {
    String text = encoded(id) + ":" + encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
