package dev.muster.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.console.oidc.OpenIdClient;
import dev.muster.app.console.oidc.TestProvider;
import dev.muster.app.settings.OidcSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Administrators sign in with accounts of an OpenID provider. */
class OpenIdSignInTest {

  @TempDir private Path folder;

  private TestConsole start(TestProvider provider) throws Exception {
    Files.writeString(folder.resolve("secret"), TestProvider.SECRET);
    TestConsole console =
        TestConsole.startWithProvider(
            folder,
            new OpenIdClient(
                new OidcSettings(
                    provider.issuer(),
                    TestProvider.CLIENT,
                    Optional.of("secret"),
                    "preferred_username",
                    "Town hall"),
                folder,
                Clock.systemUTC()));
    console.createAdmin("ann");
    return console;
  }

  /** Goes to the provider, and returns the path that it sends the browser back to. */
  private static String visit(String authorization) throws Exception {
    var response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(authorization)).build(),
                BodyHandlers.discarding());
    URI back = URI.create(response.headers().firstValue("Location").orElseThrow());
    return back.getRawPath() + "?" + back.getRawQuery();
  }

  @Test
  void anAdministratorSignsInAndComesToThePageThatWasWanted() throws Exception {
    try (TestProvider provider = new TestProvider();
        TestConsole console = start(provider)) {
      Browser browser = console.browser();
      assertThat(browser.get("/users/?q=x").location()).isEqualTo("/sign-in");
      assertThat(browser.get("/sign-in").body())
          .contains("Sign in with Town hall", "href=\"/sign-in/oidc\"");
      String back = visit(browser.get("/sign-in/oidc").location());
      assertThat(browser.get(back).location()).isEqualTo("/users/?q=x");
      assertThat(browser.get("/users/import/").require(200).body()).contains("<bdi>ann</bdi>");
      // the browser's attempt is over, and the code is used up
      assertThat(console.browser().get(back).location()).isEqualTo("/sign-in?refused=expired");
    }
  }

  @Test
  void whoIsNoAdministratorIsRefused() throws Exception {
    try (TestProvider provider = new TestProvider();
        TestConsole console = start(provider)) {
      provider.claim(claims -> claims.claim("preferred_username", "bob"));
      Browser browser = console.browser();
      String back = visit(browser.get("/sign-in/oidc").location());
      assertThat(browser.get(back).location()).isEqualTo("/sign-in?refused=unknown");
      assertThat(browser.get("/sign-in?refused=unknown").body())
          .contains("There is no administrator of that name here.");
      assertThat(browser.cookies).doesNotContainKey("muster_session");
    }
  }

  @Test
  void anotherBrowsersAnswerIsRefused() throws Exception {
    try (TestProvider provider = new TestProvider();
        TestConsole console = start(provider)) {
      String stolen = visit(console.browser().get("/sign-in/oidc").location());
      Browser victim = console.browser();
      victim.get("/sign-in/oidc").location();
      assertThat(victim.get(stolen).location()).isEqualTo("/sign-in?refused=provider");
      assertThat(victim.cookies).doesNotContainKey("muster_session");
    }
  }

  @Test
  void aProviderThatIsAwayIsTold() throws Exception {
    TestProvider provider = new TestProvider();
    try (TestConsole console = start(provider)) {
      provider.close();
      assertThat(console.browser().get("/sign-in/oidc").location())
          .isEqualTo("/sign-in?refused=provider");
      assertThat(console.browser().get("/sign-in?refused=%3Cscript%3E").body())
          .doesNotContain("id=\"refusal\"");
    }
  }
}
