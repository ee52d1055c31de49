package dev.muster.app.http.auth0;

import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.store.ConnectionIds;
import dev.muster.app.store.Session;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/**
 * Lists the realms as connections. Each is a database connection, and is enabled for one client,
 * the directory itself.
 */
final class ConnectionRoutes implements Routes {

  private static final String STRATEGY = "auth0";

  private final DirectoryAccess directory;

  ConnectionRoutes(DirectoryAccess directory) {
    this.directory = directory;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Endpoints api = new Endpoints(routes, directory.tokens());
    api.get("/connections", this::list, Scope.IMPORTS_WRITE, Scope.IMPORTS_READ);
    api.get("/connections/{id}/clients", this::clients, Scope.IMPORTS_WRITE, Scope.IMPORTS_READ);
  }

  private void list(Context context, Caller caller) throws Refusal {
    ConnectionQuery query = ConnectionQuery.of(context);
    try (Session session = directory.database().openReading()) {
      Connections connections = new Connections(session, caller);
      List<Realm> found =
          connections.all().stream()
              .filter(realm -> query.name().map(realm.name()::equals).orElse(true))
              .filter(
                  realm -> query.strategies().isEmpty() || query.strategies().contains(STRATEGY))
              .toList();
      int first = Math.min(query.first(), found.size());
      int end = Math.min(first + query.limit(), found.size());
      Value.Array page =
          new Value.Array(
              found.subList(first, end).stream()
                  .<Value>map(realm -> query.fields().of(document(realm, connections.ids())))
                  .toList());
      JsonReply.write(context, HttpStatus.OK, answer(query, page, end, found.size()));
    }
  }

  private static Value answer(ConnectionQuery query, Value.Array page, int end, int total) {
    if (!query.withTotals() && !query.byCursor()) {
      return page;
    }
    Struct.Builder envelope = new Struct.Builder();
    if (query.byCursor() && end < total) {
      envelope.append("next", Value.of(Integer.toString(end)));
    }
    if (query.withTotals()) {
      envelope
          .append("start", Value.of(query.first()))
          .append("limit", Value.of(query.limit()))
          .append("length", Value.of(page.items().size()))
          .append("total", Value.of(total));
    }
    return envelope.append("connections", page).build();
  }

  private static Struct document(Realm realm, ConnectionIds ids) {
    return new Struct.Builder()
        .append("id", Value.of(ids.of(realm)))
        .append("name", Value.of(realm.name()))
        .append("strategy", Value.of(STRATEGY))
        .append("options", Struct.EMPTY)
        .append("is_domain_connection", Value.FALSE)
        .append("realms", new Value.Array(List.of(Value.of(realm.name()))))
        .append("enabled_clients", new Value.Array(List.of(Value.of(ids.client()))))
        .build();
  }

  private void clients(Context context, Caller caller) throws Refusal {
    try (Session session = directory.database().openReading()) {
      Connections connections = new Connections(session, caller);
      if (connections.withId(context.pathParam("id")).isEmpty()) {
        throw new Refusal(
            Auth0Error.notFound("The connection does not exist", "inexistent_connection"));
      }
      Struct client = Struct.of("client_id", Value.of(connections.ids().client()));
      JsonReply.write(
          context, HttpStatus.OK, Struct.of("clients", new Value.Array(List.of(client))));
    }
  }
}
