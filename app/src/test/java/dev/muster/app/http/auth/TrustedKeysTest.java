package dev.muster.app.http.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import dev.muster.app.settings.SettingsProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key sets in files and at URLs, and what happens when they change. */
class TrustedKeysTest {

  @TempDir private Path folder;

  @Test
  void aFileIsReadAgainWhenItHasChanged() throws Exception {
    RSAKey first = TestTokens.key("first");
    RSAKey second = TestTokens.key("second");
    write(Instant.now().minusSeconds(60), first);
    TrustedKeys keys = TrustedKeys.of("keys.json", folder);

    assertThat(keys.find("first").orElseThrow().toPublicJWK()).isEqualTo(first.toPublicJWK());
    assertThat(keys.find("second")).isEmpty();
    write(Instant.now(), second);
    assertThat(keys.find("second").orElseThrow().toPublicJWK()).isEqualTo(second.toPublicJWK());
    assertThat(keys.find("first")).isEmpty();
  }

  @Test
  void aFileThatIsNoKeySetIsRefused() throws Exception {
    assertThatThrownBy(() -> TrustedKeys.of("keys.json", folder))
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("auth.keys: ");
    Files.writeString(folder.resolve("keys.json"), "{}");
    assertThatThrownBy(() -> TrustedKeys.of("keys.json", folder))
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("is not a JSON Web Key Set");
  }

  @Test
  void aBrokenFileTrustsNobodyAnew() throws Exception {
    write(Instant.now().minusSeconds(60), TestTokens.key("first"));
    TrustedKeys keys = TrustedKeys.of("keys.json", folder);
    Files.writeString(folder.resolve("keys.json"), "{\"keys\":");

    assertThatThrownBy(() -> keys.find("second")).isInstanceOf(IOException.class);
  }

  @Test
  void aUrlIsFetchedOnceAndAgainForAnUnknownKey() throws Exception {
    AtomicInteger fetched = new AtomicInteger();
    RSAKey[] published = {TestTokens.key("first")};
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/keys",
        exchange -> {
          fetched.incrementAndGet();
          byte[] body = new JWKSet(published[0].toPublicJWK()).toString().getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      TrustedKeys keys =
          TrustedKeys.of("http://127.0.0.1:" + server.getAddress().getPort() + "/keys", folder);
      assertThat(fetched).hasValue(0);
      assertThat(keys.find("first")).isPresent();
      assertThat(keys.find("first")).isPresent();
      assertThat(fetched).hasValue(1);

      published[0] = TestTokens.key("second");
      assertThat(keys.find("second").orElseThrow().toPublicJWK())
          .isEqualTo(published[0].toPublicJWK());
      assertThat(fetched).hasValue(2);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void unknownKeysDoNotMakeTheServerFetchForEver() throws Exception {
    AtomicInteger fetched = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body = new JWKSet(TestTokens.key("first").toPublicJWK()).toString().getBytes(UTF_8);
    server.createContext(
        "/",
        exchange -> {
          fetched.incrementAndGet();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      TrustedKeys keys =
          TrustedKeys.of("http://127.0.0.1:" + server.getAddress().getPort() + "/", folder);
      for (int i = 0; i < 50; i++) {
        try {
          assertThat(keys.find("unknown-" + i)).isEmpty();
        } catch (IOException e) {
          assertThat(e).hasMessageContaining("auth.keys");
        }
      }
      assertThat(fetched.get()).isLessThan(5);
      assertThat(keys.find("first")).isPresent();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aUrlOfAnotherMachineMustBeHttps() {
    assertThatThrownBy(() -> TrustedKeys.of("http://keys.example.com/jwks", folder))
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("is not HTTPS");
    assertThatThrownBy(() -> TrustedKeys.of("http://exa mple/", folder))
        .isInstanceOf(SettingsProblem.class);
  }

  private void write(Instant changed, RSAKey... keys) throws IOException {
    Path file = folder.resolve("keys.json");
    Files.writeString(
        file,
        new JWKSet(
                java.util.Arrays.stream(keys)
                    .<com.nimbusds.jose.jwk.JWK>map(RSAKey::toPublicJWK)
                    .toList())
            .toString());
    Files.setLastModifiedTime(file, FileTime.from(changed));
  }
}
