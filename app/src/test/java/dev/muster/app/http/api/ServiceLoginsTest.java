package dev.muster.app.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.BcryptEncoder;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.store.Services;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.password.EncodedHash;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** POST /users:verify with HTTP Basic. */
class ServiceLoginsTest {

  private static final String VERIFY = "/users:verify";
  private static final String ASK = "{\"login\":\"ada@example.com\",\"password\":\"weaves\"}";
  private static final String BOTH =
      "Bearer realm=\"muster\", Basic realm=\"muster\", charset=\"UTF-8\"";

  @TempDir private Path folder;

  private static EncodedHash hash(String password) {
    return new BcryptEncoder(4).encode(password.getBytes(UTF_8));
  }

  /** Creates a service. */
  private static void service(TestApi api, String name, String password, String... hosts)
      throws Exception {
    try (Session session = api.open()) {
      Services services = session.services();
      services.create(name);
      services.setPassword(name, hash(password));
      services.setHosts(name, List.of(hosts));
    }
  }

  private static String basic(String name, String password) {
    String both = name + ":" + password;
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  private static TestApi.Answer verify(TestApi api, String authorization, String... more)
      throws Exception {
    String[] headers = new String[4 + more.length];
    System.arraycopy(more, 0, headers, 4, more.length);
    headers[0] = "Content-Type";
    headers[1] = "application/json";
    headers[2] = "Authorization";
    headers[3] = authorization;
    return api.post(VERIFY, ASK, headers);
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aServiceVerifiesUsersOfAnyRealm(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      String stored = hash("weaves").encoded();
      String record =
          "{\"email\":\"ada@example.com\",\"password\":{\"type\":\"bcrypt\",\"password_hash\":\""
              + stored
              + "\"}}\n";
      String id = api.submit("application/x-ndjson", record, "?identifier=email");
      assertThat(api.follow(id)).contains("\"inserted\":1");
      service(api, "wíki", "päss:wörd", "127.0.0.1");
      for (int i = 0; i < 2; i++) {
        assertThat(verify(api, basic("wíki", "päss:wörd")).require(200).body())
            .contains("\"verified\":true");
      }
      try (Session session = api.open()) {
        session.catalogs().createRealm("partners");
      }
      String elsewhere = ASK.replace("}", ",\"realm\":\"partners\"}");
      String[] headers = {
        "Content-Type", "application/json", "Authorization", basic("wíki", "päss:wörd")
      };
      assertThat(api.post(VERIFY, elsewhere, headers).require(200).body())
          .contains("\"verified\":false");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void wrongCredentialsAreChallenged(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.startWithoutWorker(kind.emptyDirectory(folder, "m"), folder)) {
      service(api, "wiki", "right", "127.0.0.1");
      try (Session session = api.open()) {
        session.services().create("bare");
        session.services().setHosts("bare", List.of("127.0.0.1"));
      }
      for (String bad :
          List.of(
              basic("wiki", "wrong"),
              basic("Wiki", "right"),
              basic("nobody", "right"),
              basic("bare", ""),
              "Basic ",
              "Basic !",
              "Basic " + Base64.getEncoder().encodeToString("wiki".getBytes(UTF_8)),
              "basic /w==")) {
        TestApi.Answer answer = verify(api, bad).requireProblem(401, "invalid-credentials");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(BOTH);
        assertThat(answer.body()).doesNotContain("right");
      }
      assertThat(verify(api, "").requireProblem(401, "unauthorized").header("WWW-Authenticate"))
          .isEqualTo(BOTH);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aServiceAsksFromItsHostsOnly(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.startWithoutWorker(kind.emptyDirectory(folder, "m"), folder)) {
      service(api, "near", "p", "localhost");
      verify(api, basic("near", "p")).require(200);
      service(api, "far", "p", "192.0.2.7", "::1");
      service(api, "nowhere", "p");
      for (String name : List.of("far", "nowhere")) {
        assertThat(verify(api, basic(name, "p")).requireProblem(403, "foreign-host").text("detail"))
            .contains("127.0.0.1");
        verify(api, basic(name, "p"), "X-Forwarded-For", "192.0.2.7")
            .requireProblem(403, "foreign-host");
        verify(api, basic(name, "wrong")).requireProblem(401, "invalid-credentials");
      }
    }
  }

  @Test
  void behindAProxyTheClientIsTheOneThatTheProxyNames() throws Exception {
    String address = StoreKind.SQLITE.emptyDirectory(folder, "m");
    try (TestApi api = TestApi.startBehindProxy(address, folder)) {
      service(api, "wiki", "p", "192.0.2.7", "2001:db8::7");
      String wiki = basic("wiki", "p");
      verify(api, wiki, "X-Forwarded-For", "192.0.2.7").require(200);
      verify(api, wiki, "X-Forwarded-For", "10.0.0.1, 2001:DB8:0::7").require(200);
      verify(api, wiki, "X-Forwarded-For", "192.0.2.7", "X-Forwarded-For", "10.0.0.1")
          .requireProblem(403, "foreign-host"); // the client has written the first line
      for (String other : List.of("192.0.2.7, 10.0.0.1", "192.0.2.70", "wiki", "localhost", "")) {
        verify(api, wiki, "X-Forwarded-For", other).requireProblem(403, "foreign-host");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aRememberedPasswordEndsWithTheStoredHash(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.startWithoutWorker(kind.emptyDirectory(folder, "m"), folder)) {
      service(api, "wiki", "first", "127.0.0.1");
      verify(api, basic("wiki", "first")).require(200);
      service(api, "wiki", "second", "127.0.0.1");
      verify(api, basic("wiki", "first")).requireProblem(401, "invalid-credentials");
      verify(api, basic("wiki", "second")).require(200);
      try (Session session = api.open()) {
        session.services().delete("wiki");
      }
      verify(api, basic("wiki", "second")).requireProblem(401, "invalid-credentials");
    }
  }

  @Test
  void onlyTheLastRightPasswordOfAHashIsRemembered() {
    RightPasswords right = new RightPasswords();
    EncodedHash stored = hash("p");
    byte[] password = "p".getBytes(UTF_8);
    assertThat(right.has("a", stored, password)).isFalse();
    right.add("a", stored, password);
    assertThat(right.has("a", stored, password)).isTrue();
    assertThat(right.has("b", stored, password)).isFalse();
    assertThat(right.has("a", hash("p"), password)).isFalse();
    assertThat(right.has("a", stored, "q".getBytes(UTF_8))).isFalse();
    for (int i = 0; i < 1000; i++) {
      right.add("other" + i, stored, password);
    }
    assertThat(right.has("a", stored, password)).as("the memory is bounded").isFalse();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void wrongPasswordsOfAServiceAreLimited(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "m");
    try (TestApi api = TestApi.startBehindProxy(address, folder)) {
      service(api, "wiki", "p", "192.0.2.7");
      TestApi.Answer last = verify(api, basic("wiki", "wrong"));
      for (int i = 0; i < 30 && last.status() != 429; i++) {
        last = verify(api, basic("wiki", "wrong"));
      }
      last.requireProblem(429, "too-many-attempts");
      assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 6);
      verify(api, basic("wiki", "p"), "X-Forwarded-For", "192.0.2.7")
          .require(200); // another client's guesses don't lock the service out
    }
  }

  @Test
  void otherOperationsNeedAToken() throws Exception {
    String address = StoreKind.SQLITE.emptyDirectory(folder, "m");
    try (TestApi api = TestApi.startWithoutWorker(address, folder)) {
      service(api, "wiki", "p", "127.0.0.1");
      for (OpenApi.Operation operation : OpenApi.read().operations()) {
        if (operation.path().equals(VERIFY)) {
          continue;
        }
        String path = operation.path().replaceAll("\\{.*?}", "none");
        TestApi.Answer answer =
            api.send(
                    operation.method(),
                    path,
                    BodyPublishers.noBody(),
                    "Authorization",
                    basic("wiki", "p"))
                .requireProblem(401, "unauthorized");
        assertThat(answer.text("detail")).contains("HTTP Basic", "bearer token");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"muster\"");
      }
      verify(api, "Bearer " + api.token(Scope.USERS_VERIFY)).require(200);
    }
  }

  @Test
  void hostsAreComparedAsAddresses() {
    for (String[] same :
        new String[][] {
          {"192.0.2.7", "192.0.2.7"},
          {"2001:DB8::7", "[2001:db8:0:0::7]"},
          {"::ffff:192.0.2.7", "192.0.2.7"},
          {"fe80::1", "fe80::1%eth0"},
          {"LocalHost", "127.0.0.1"}
        }) {
      assertThat(AllowedHosts.include(List.of("10.0.0.1", same[0]), same[1]))
          .as("%s %s", same[0], same[1])
          .isTrue();
    }
    for (String[] other :
        new String[][] {
          {"192.0.2.7", "192.0.2.8"},
          {"192.0.2.0/24", "192.0.2.7"},
          {"", "127.0.0.1"},
          {" ", "127.0.0.1"},
          {"1", "0.0.0.1"},
          {"0x7f.1", "10.0.0.2"},
          {"192.0.2.7", "192.0.2.7:80"},
          {"localhost", "localhost"},
          {"localhost", ""},
          {"no-such-host.invalid", "192.0.2.7"}
        }) {
      assertThat(AllowedHosts.include(List.of(other[0]), other[1]))
          .as("%s %s", other[0], other[1])
          .isFalse();
    }
  }
}
