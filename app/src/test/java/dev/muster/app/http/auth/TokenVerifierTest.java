package dev.muster.app.http.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.muster.app.http.LiveServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of every kind, verified alone and sent to a server. */
class TokenVerifierTest {

  private static final String PROJECT = "my-project";
  private static final String ISSUER = "https://issuer.example.com";
  private static final String KEY_ID = "key-1";
  private static final long MINUTE = 60;

  @TempDir private Path folder;
  private RSAKey key;
  private RSAKey foreign;
  private LiveServer server;
  private TokenVerifier verifier;
  private DirectoryKeys own;

  @BeforeEach
  void start() throws Exception {
    key = TestTokens.key(KEY_ID);
    foreign = TestTokens.key(KEY_ID);
    Files.writeString(folder.resolve("keys.json"), new JWKSet(key.toPublicJWK()).toString());
    Files.writeString(
        folder.resolve("muster.yml"),
        "auth:\n  audience: " + PROJECT + "\n  keys: keys.json\n  issuers: [" + ISSUER + "]\n");
    server = LiveServer.start(folder, "sqlite:" + folder.resolve("a.db"));
    var database = server.application().database();
    own = new DirectoryKeys(database, Clock.systemUTC());
    verifier =
        new TokenVerifier(
            server.application().settings().auth(),
            own,
            TrustedKeys.of("keys.json", folder),
            database,
            Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(PROJECT)
        .issueTime(at(0))
        .expirationTime(at(MINUTE));
  }

  private static Date at(long secondsFromNow) {
    return Date.from(Instant.now().plusSeconds(secondsFromNow));
  }

  private static JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID);
  }

  private String signed(JWTClaimsSet.Builder claims) throws JOSEException {
    return TestTokens.signed(key, claims.build());
  }

  private String headed(JWSHeader.Builder header) throws JOSEException {
    return TestTokens.signed(key, header.build(), claims().build());
  }

  /** A token whose header is any text, signed with the right key. */
  private String raw(String header) throws JOSEException {
    String parts = Base64URL.encode(header) + "." + Base64URL.encode(claims().build().toString());
    return parts
        + "."
        + new com.nimbusds.jose.crypto.RSASSASigner(key)
            .sign(new JWSHeader(JWSAlgorithm.RS256), parts.getBytes(UTF_8));
  }

  @Test
  void validTokensAreAccepted() throws Exception {
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("usual", signed(claims()));
    tokens.put("without exp", signed(claims().expirationTime(null)));
    tokens.put("without iat", signed(claims().issueTime(null)));
    tokens.put("a list of audiences", signed(claims().audience(List.of("other", PROJECT))));
    tokens.put("expired within the skew", signed(claims().expirationTime(at(-4 * MINUTE))));
    tokens.put("nbf within the skew", signed(claims().notBeforeTime(at(4 * MINUTE))));
    tokens.put("iat within the skew", signed(claims().issueTime(at(4 * MINUTE))));
    tokens.put("with scopes", signed(claims().claim("scope", "openid imports:read")));
    tokens.put("for this realm", signed(claims().claim("realms", List.of("default"))));
    tokens.put("of the directory", own(Scope.all(), List.of(), PROJECT));

    for (Map.Entry<String, String> each : tokens.entrySet()) {
      verifier.verify("Bearer " + each.getValue());
      assertThat(answer("Bearer " + each.getValue()).statusCode()).as(each.getKey()).isEqualTo(404);
    }
  }

  @Test
  void headersWithoutABearerTokenAreRefused() throws Exception {
    String token = signed(claims());
    assertRefused("no header", null, "no bearer token");
    assertRefused("another scheme", "Basic " + token, "no bearer token");
    assertRefused("lower case", "bearer " + token, "no bearer token");
    assertRefused("nothing", "Bearer", "no bearer token");
    assertRefused("two spaces", "Bearer  " + token, "white space");
    assertRefused("only the token", token, "no bearer token");
    assertRefused("not three parts", "Bearer a.b", "not a signed");
    assertRefused("too long", "Bearer " + "x".repeat(16_400), "the token is too long");
  }

  @Test
  void algorithmsOtherThanRs256AreRefused() throws Exception {
    assertRefused("none", bearer(new PlainJWT(claims().build()).serialize()), "not a signed");
    String withKey = raw("{\"alg\":\"none\",\"kid\":\"key-1\"}");
    assertRefused("none with a signature", bearer(withKey), "not a signed");
    assertRefused(
        "none without its signature",
        bearer(withKey.substring(0, withKey.lastIndexOf('.') + 1)),
        "not a signed");
    assertRefused(
        "None", bearer(raw("{\"alg\":\"None\",\"kid\":\"key-1\"}")), "the algorithm is not RS256");
    assertRefused("no alg", bearer(raw("{\"kid\":\"key-1\"}")), "not a signed");
    for (byte[] secret :
        List.of(
            key.toRSAPublicKey().getEncoded(),
            ("-----BEGIN PUBLIC KEY-----\n"
                    + Base64.encode(key.toRSAPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n")
                .getBytes(UTF_8),
            key.toPublicJWK().toJSONString().getBytes(UTF_8))) {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY_ID).build(), claims().build());
      token.sign(new MACSigner(secret));
      assertRefused(
          "HS256 with the public key", bearer(token.serialize()), "the algorithm is not RS256");
    }
    for (JWSAlgorithm algorithm :
        List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
      String token = headed(new JWSHeader.Builder(algorithm).keyID(KEY_ID));
      assertRefused(algorithm.getName(), bearer(token), "the algorithm is not RS256");
    }
  }

  @Test
  void aTokenCantChooseItsKey() throws Exception {
    assertRefused(
        "no kid",
        bearer(headed(new JWSHeader.Builder(JWSAlgorithm.RS256))),
        "the header names no key (kid)");
    for (String id :
        List.of("", "key-2", "KEY-1", "../keys.json", "/dev/null", "' OR '1'='1", "key-1\u0000")) {
      String token = headed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id));
      assertRefused("kid " + id, bearer(token), "unknown key");
    }
    assertRefused(
        "a kid that is no text", bearer(raw("{\"alg\":\"RS256\",\"kid\":1}")), "not a signed");
    assertRefused(
        "another's key with this kid",
        bearer(TestTokens.signed(foreign, claims().build())),
        "wrong signature");
    List<JWSHeader.Builder> headers =
        List.of(
            header().jwk(foreign.toPublicJWK()),
            header().jwkURL(URI.create("http://127.0.0.1:" + server.port() + "/keys.json")),
            header().x509CertURL(URI.create("http://127.0.0.1:" + server.port() + "/cert.pem")),
            header().x509CertChain(List.of(Base64.encode("certificate"))));
    for (JWSHeader.Builder header : headers) {
      String token = TestTokens.signed(foreign, header.build(), claims().build());
      assertRefused("key in the header", bearer(token), "wrong signature");
      String unknown = TestTokens.signed(foreign, header.keyID("key-2").build(), claims().build());
      assertRefused("key in the header, unknown kid", bearer(unknown), "unknown key");
    }
  }

  @Test
  void criticalExtensionsAreRefused() throws Exception {
    assertRefused(
        "crit",
        bearer(headed(header().criticalParams(Set.of("exp")).customParam("exp", 1))),
        "wrong signature");
    assertRefused(
        "b64",
        bearer(raw("{\"alg\":\"RS256\",\"kid\":\"key-1\",\"b64\":false,\"crit\":[\"b64\"]}")),
        "wrong signature");
  }

  @Test
  void changedTokensAreRefused() throws Exception {
    String token = signed(claims().claim("scope", "imports:read"));
    String[] parts = token.split("\\.", -1);
    String more =
        Base64URL.encode(claims().claim("scope", "imports:read imports:write").build().toString())
            .toString();
    assertRefused("payload", bearer(parts[0] + "." + more + "." + parts[2]), "wrong signature");
    assertRefused("no signature", bearer(parts[0] + "." + parts[1] + "."), "");
    assertRefused("more behind it", bearer(token + ".x"), "not a signed");
    assertRefused("something behind it", bearer(token + " x"), "white space");
    char last = parts[2].charAt(10);
    String other = parts[2].substring(0, 10) + (last == 'A' ? 'B' : 'A') + parts[2].substring(11);
    assertRefused("signature", bearer(parts[0] + "." + parts[1] + "." + other), "wrong signature");
  }

  @Test
  void timesAudienceAndIssuerMustBeRight() throws Exception {
    Map<String, JWTClaimsSet.Builder> wrong = new LinkedHashMap<>();
    wrong.put("it has expired", claims().expirationTime(at(-6 * MINUTE)));
    wrong.put("it is not valid yet", claims().notBeforeTime(at(6 * MINUTE)));
    wrong.put("it is not valid", claims().issueTime(at(6 * MINUTE)));
    wrong.put("the audience is not my-project", claims().audience("other"));
    wrong.put("the audience is not my", claims().audience(List.of("a", "b")));
    wrong.put("the audience is not", claims().audience((String) null));
    wrong.put("the audience", claims().audience(PROJECT + "2"));
    wrong.put("the issuer is not one of auth.issuers", claims().issuer("https://evil.example"));
    wrong.put("the issuer is not one", claims().issuer(null));
    wrong.put("not a signed", claims().claim("exp", "tomorrow"));
    wrong.put("not a", claims().claim("realms", "default"));
    for (Map.Entry<String, JWTClaimsSet.Builder> each : wrong.entrySet()) {
      assertRefused(each.getKey(), bearer(signed(each.getValue())), each.getKey());
    }
  }

  @Test
  void revokedTokensAreRefused() throws Exception {
    TokenIssuer.IssuedToken token =
        server
            .application()
            .serverAssembly()
            .tokenIssuer()
            .issue("test", PROJECT, Scope.all(), List.of(), Duration.ofHours(1));
    assertThat(answer(bearer(token.text())).statusCode()).isEqualTo(404);
    assertThat(
            dev.muster.app.cli.Run.of(
                    folder,
                    "--db",
                    "sqlite:" + folder.resolve("a.db"),
                    "token",
                    "revoke",
                    token.id())
                .status())
        .isZero();
    assertRefused("revoked", bearer(token.text()), "it was revoked");
    String withoutId =
        TestTokens.signed(own.signing(), claims().issuer("muster").jwtID(null).build());
    assertRefused("a token that can't be revoked", bearer(withoutId), "it has no id (jti)");
    assertRefused(
        "for another server",
        bearer(own(Scope.all(), List.of(), "other")),
        "the audience is not my-project");
  }

  @Test
  void validTokensWithoutTheRightAreForbidden() throws Exception {
    for (String token :
        List.of(
            signed(claims().claim("scope", "")),
            signed(claims().claim("scope", "imports:write users:read")),
            signed(claims().claim("realms", List.of())),
            signed(claims().claim("realms", List.of("north"))),
            own(Set.of(Scope.USERS_READ), List.of(), PROJECT),
            own(Scope.all(), List.of("north"), PROJECT))) {
      verifier.verify(bearer(token));
      assertForbidden("without the right", bearer(token));
    }
  }

  private String own(Set<Scope> scopes, List<String> realms, String audience) throws Exception {
    return server
        .application()
        .serverAssembly()
        .tokenIssuer()
        .issue("test", audience, scopes, realms, Duration.ofHours(1))
        .text();
  }

  private static String bearer(String token) {
    return "Bearer " + token;
  }

  private void assertRefused(String what, @Nullable String authorization, String reason)
      throws Exception {
    assertThatThrownBy(() -> verifier.verify(authorization))
        .as(what)
        .isInstanceOf(TokenRefused.class)
        .hasMessageContaining(reason);
    assertForbidden(what, authorization);
  }

  private void assertForbidden(String what, @Nullable String authorization) throws Exception {
    if (authorization != null && authorization.length() > 10_000) {
      return; // the server refuses such headers
    }
    HttpResponse<String> answer = answer(authorization);
    assertThat(answer.statusCode()).as(what).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
    assertThat(answer.body()).isEqualTo("Forbidden\n");
  }

  private HttpResponse<String> answer(@Nullable String authorization) throws Exception {
    return server.send(server.request(LiveServer.IMPORT + "/task_0", authorization));
  }
}
