package dev.muster.app.console.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.muster.app.settings.OidcSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client against a provider that checks what it is sent, and lies when it is told to. */
class OpenIdClientTest {

  private static final String REDIRECT = "http://127.0.0.1:8420/sign-in/oidc/callback";

  @TempDir private Path folder;
  private TestProvider provider;

  @BeforeEach
  void start() throws Exception {
    provider = new TestProvider();
    Files.writeString(folder.resolve("secret"), TestProvider.SECRET + "\n");
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private OpenIdClient client(String issuer, String claim) {
    return new OpenIdClient(
        new OidcSettings(issuer, TestProvider.CLIENT, Optional.of("secret"), claim, "Town"),
        folder,
        Clock.systemUTC());
  }

  /** Goes to the provider and back, as a browser does; the parameters that it brings back. */
  private static Map<String, String> visit(URI authorization) throws Exception {
    var response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(authorization).build(), BodyHandlers.discarding());
    URI back = URI.create(response.headers().firstValue("Location").orElseThrow());
    assertThat(back.toString()).startsWith(REDIRECT + "?");
    Map<String, String> query = new HashMap<>();
    for (String field : back.getRawQuery().split("&", -1)) {
      String[] sides = field.split("=", 2);
      query.put(sides[0], sides[1]);
    }
    return query;
  }

  private String signIn(OpenIdClient client, Attempt attempt) throws Exception {
    Map<String, String> back = visit(client.authorization(attempt, REDIRECT));
    return client.signedIn(attempt, back.get("state"), back.get("code"), REDIRECT);
  }

  @Test
  void theClaimHasTheName() throws Exception {
    OpenIdClient client = client(provider.issuer(), "preferred_username");
    assertThat(signIn(client, Attempt.begin())).isEqualTo("ann");
    provider.claim(b -> b.claim("email", "ann@example.org").claim("email_verified", true));
    assertThat(signIn(client(provider.issuer(), "email"), Attempt.begin()))
        .isEqualTo("ann@example.org");
  }

  static Stream<Map.Entry<String, UnaryOperator<JWTClaimsSet.Builder>>> lies() {
    Map<String, UnaryOperator<JWTClaimsSet.Builder>> lies =
        Map.of(
            "aud", b -> b.claim("preferred_username", "ann").audience("another"),
            "azp",
                b ->
                    b.claim("preferred_username", "ann")
                        .audience(List.of(TestProvider.CLIENT, "another"))
                        .claim("azp", "another"),
            "made for another client",
                b ->
                    b.claim("preferred_username", "ann")
                        .audience(List.of(TestProvider.CLIENT, "another")),
            "iss", b -> b.claim("preferred_username", "ann").issuer("https://example.org"),
            "nonce", b -> b.claim("preferred_username", "ann").claim("nonce", "x"),
            "Expired",
                b ->
                    b.claim("preferred_username", "ann")
                        .expirationTime(Date.from(Instant.now().minusSeconds(600))),
            "no claim", b -> b,
            "exp", b -> b.claim("preferred_username", "ann").expirationTime(null));
    return lies.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aTokenThatIsNotForThisAttemptIsRefused(
      Map.Entry<String, UnaryOperator<JWTClaimsSet.Builder>> lie) {
    provider.claim(lie.getValue());
    OpenIdClient client = client(provider.issuer(), "preferred_username");
    assertThatThrownBy(() -> signIn(client, Attempt.begin())).isInstanceOf(SignInFailed.class);
  }

  @Test
  void anAddressThatIsNotVerifiedProvesNothing() {
    provider.claim(b -> b.claim("email", "ann@example.org"));
    assertThatThrownBy(() -> signIn(client(provider.issuer(), "email"), Attempt.begin()))
        .isInstanceOf(SignInFailed.class)
        .hasMessageContaining("not verified");
  }

  @Test
  void aSignatureByAnotherKeyIsRefused() throws Exception {
    provider.signWithAnotherKey();
    OpenIdClient client = client(provider.issuer(), "preferred_username");
    assertThatThrownBy(() -> signIn(client, Attempt.begin())).isInstanceOf(SignInFailed.class);
  }

  @Test
  void anotherBrowsersAnswerIsRefused() throws Exception {
    OpenIdClient client = client(provider.issuer(), "preferred_username");
    Map<String, String> back = visit(client.authorization(Attempt.begin(), REDIRECT));
    Attempt mine = Attempt.begin();
    assertThatThrownBy(() -> client.signedIn(mine, back.get("state"), back.get("code"), REDIRECT))
        .hasMessageContaining("state");
    // even if the state were known, the code is of another verifier
    assertThatThrownBy(() -> client.signedIn(mine, mine.state(), back.get("code"), REDIRECT))
        .hasMessageContaining("invalid_grant");
  }

  @Test
  void anIssuerOfAnotherNameAndOneThatIsAwayAreTold() {
    assertThatThrownBy(
            () -> client(provider.issuer() + "/", "email").authorization(Attempt.begin(), REDIRECT))
        .hasMessageContaining("another issuer");
    provider.close();
    assertThatThrownBy(
            () -> client(provider.issuer(), "email").authorization(Attempt.begin(), REDIRECT))
        .hasMessageContaining("can't be reached");
  }

  @Test
  void anAttemptGoesThroughACookie() {
    Attempt attempt = Attempt.begin();
    assertThat(Attempt.of(attempt.cookie())).contains(attempt);
    assertThat(Attempt.of("a.b.c")).isEmpty();
    assertThat(Attempt.of(attempt.cookie() + ".x")).isEmpty();
  }
}
