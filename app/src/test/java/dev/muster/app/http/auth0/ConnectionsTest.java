package dev.muster.app.http.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.Run;
import dev.muster.app.http.LiveServer;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.StoreKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Realms as connections of Auth0's API, in every form that clients ask for. */
class ConnectionsTest {

  private static final String PATH = "/api/v2/connections";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void realmsAreConnections(StoreKind store) throws Exception {
    String database = withRealms(store, "staff", "guests");
    String first;
    try (LiveServer server = LiveServer.start(folder, database)) {
      Auth0Client client = Auth0Client.of(server);
      first = client.get(PATH).body();
      List<Value> connections = ((Value.Array) Auth0Client.json(client.get(PATH))).items();
      assertThat(connections).hasSize(3);
      assertThat(connections.stream().map(each -> ((Struct) each).text("id")).distinct())
          .hasSize(3)
          .allMatch(id -> id.matches("con_[A-Za-z0-9]{16}"));
      assertThat(connections.stream().map(each -> ((Struct) each).text("name")))
          .containsExactly("default", "staff", "guests");
      assertThat(connections.stream().map(each -> ((Struct) each).text("strategy")))
          .containsOnly("auth0");
    }
    assertThat(Run.of(folder, "--db", database, "realms", "create", "more").status()).isZero();
    try (LiveServer server = LiveServer.start(folder, database)) {
      assertThat(Auth0Client.of(server).get(PATH).body())
          .as("ids stay")
          .startsWith(first.substring(0, first.length() - 1));
    }
  }

  /** What the command line of Auth0 asks for, and the SDKs. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void listsAreFilteredAndPaged(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, withRealms(store, "staff", "guests"))) {
      Auth0Client client = Auth0Client.of(server);
      assertThat(
              names(
                  client,
                  "strategy%5B0%5D=auth0&strategy%5B1%5D=email&strategy%5B2%5D=sms&per_page=100"
                      + "&include_totals=true"))
          .isEqualTo("0 100 3 [default, staff, guests]");
      assertThat(names(client, "name=staff&per_page=50&include_totals=true"))
          .isEqualTo("0 50 1 [staff]");
      assertThat(names(client, "name=nobody&include_totals=true")).isEqualTo("0 50 0 []");
      assertThat(names(client, "strategy=email&strategy=sms&include_totals=true"))
          .isEqualTo("0 50 0 []");
      assertThat(names(client, "page=1&per_page=2&include_totals=true"))
          .isEqualTo("2 2 3 [guests]");
      assertThat(names(client, "page=9&per_page=2&include_totals=true")).isEqualTo("18 2 3 []");
      String some = client.get(PATH + "?take=2").body();
      assertThat(some).startsWith("{\"next\":\"2\",\"connections\":[").contains("\"staff\"");
      assertThat(client.get(PATH + "?take=2&from=2").body())
          .startsWith("{\"connections\":[{")
          .contains("\"guests\"")
          .doesNotContain("\"staff\"");
      assertThat(client.get(PATH + "?name=staff&fields=name,strategy").body())
          .isEqualTo("[{\"name\":\"staff\",\"strategy\":\"auth0\"}]");
      assertThat(
              client
                  .get(
                      PATH
                          + "?name=staff&include_fields=false"
                          + "&fields=id,options,realms,enabled_clients,is_domain_connection")
                  .body())
          .isEqualTo("[{\"name\":\"staff\",\"strategy\":\"auth0\"}]");
    }
  }

  private static String names(Auth0Client client, String query) throws Exception {
    Struct page = (Struct) Auth0Client.json(client.get(PATH + "?" + query));
    return JsonText.of(page.get("start"))
        + " "
        + JsonText.of(page.get("limit"))
        + " "
        + JsonText.of(page.get("total"))
        + " "
        + ((Value.Array) page.get("connections"))
            .items().stream().map(each -> ((Struct) each).text("name")).toList();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void badQueriesAreRefused(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a"))) {
      Auth0Client client = Auth0Client.of(server);
      for (String query :
          List.of(
              "per_page=101", "per_page=x", "page=-1", "include_totals=1", "take=0", "from=a")) {
        HttpResponse<String> answer = client.get(PATH + "?" + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(400);
        assertThat(answer.body())
            .contains("Query validation error: '")
            .contains("\"errorCode\":\"invalid_query_string\"");
      }
      assertThat(client.get(PATH + "?name=").body())
          .contains("\"message\":\"Name cannot be empty\"");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void everyConnectionIsEnabledForTheDirectory(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, withRealms(store, "staff"))) {
      Auth0Client client = Auth0Client.of(server);
      String clients = client.get(PATH + "/" + client.connection("staff") + "/clients").body();
      assertThat(clients).matches("\\{\"clients\":\\[\\{\"client_id\":\"[A-Za-z0-9]{32}\"}]}");
      assertThat(client.get(PATH + "/" + client.connection("default") + "/clients").body())
          .isEqualTo(clients);
      HttpResponse<String> unknown = client.get(PATH + "/con_0123456789abcdef/clients");
      assertThat(unknown.statusCode()).isEqualTo(404);
      assertThat(unknown.body()).contains("\"The connection does not exist\"");
    }
  }

  private String withRealms(StoreKind store, String... names) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    for (String name : names) {
      assertThat(Run.of(folder, "--db", database, "realms", "create", name).status()).isZero();
    }
    return database;
  }
}
