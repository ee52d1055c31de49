package dev.muster.app.http.api;

import dev.muster.app.document.GroupDocument;
import dev.muster.app.document.ServiceDocument;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.store.Session;
import dev.muster.user.GroupId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;

/** Lists realms, roles, groups and services. */
final class CatalogRoutes implements Routes {

  private final DirectoryAccess directory;

  CatalogRoutes(DirectoryAccess directory) {
    this.directory = directory;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    ApiEndpoints api = new ApiEndpoints(routes, directory.tokens());
    api.get("/realms", Scope.USERS_READ, this::realms);
    api.get("/roles", Scope.USERS_READ, this::roles);
    api.get("/groups", Scope.USERS_READ, this::groups);
    api.get("/services", Scope.USERS_READ, this::services);
  }

  private void realms(Context context, Caller caller) throws ApiProblem {
    QueryParameters.refuseAll(context);
    try (Session session = directory.database().openReading()) {
      answer(
          context,
          "realms",
          session.catalogs().realms().stream()
              .filter(realm -> caller.mayUse(realm.name()))
              .map(CatalogRoutes::document));
    }
  }

  private static Struct document(Realm realm) {
    Struct.Builder uniqueness = new Struct.Builder();
    for (LoginIdKind kind : LoginIdKind.values()) {
      uniqueness.append(kind.wireName(), Value.of(realm.scopeOf(kind).wireName()));
    }
    return new Struct.Builder()
        .append("name", Value.of(realm.name()))
        .append("uniqueness", uniqueness.build())
        .build();
  }

  private void roles(Context context, Caller caller) throws ApiProblem {
    String name = realmName(context);
    try (Session session = directory.database().openReading()) {
      Realm realm = VisibleRealms.realm(session, caller, name);
      answer(
          context, "roles", session.catalogs().roles(realm).stream().map(CatalogRoutes::document));
    }
  }

  private static Struct document(Role role) {
    return new Struct.Builder()
        .append("key", Value.of(role.key()))
        .append("name", Value.of(role.name()))
        .build();
  }

  /** The groups of a realm, and those of services for a caller who may see all realms. */
  private void groups(Context context, Caller caller) throws ApiProblem {
    String name = realmName(context);
    try (Session session = directory.database().openReading()) {
      Realm realm = VisibleRealms.realm(session, caller, name);
      List<GroupId> all = session.groups().all(realm);
      answer(
          context,
          "groups",
          all.stream()
              .filter(group -> group.service() == null || caller.realms().isEmpty())
              .map(GroupDocument::reference));
    }
  }

  private void services(Context context, Caller caller) throws ApiProblem {
    QueryParameters.refuseAll(context);
    VisibleRealms.requireAll(caller);
    try (Session session = directory.database().openReading()) {
      answer(context, "services", session.services().all().stream().map(ServiceDocument::of));
    }
  }

  private static String realmName(Context context) throws ApiProblem {
    return QueryParameters.of(context, List.of("realm")).text("realm").orElse(Realm.DEFAULT);
  }

  private static void answer(Context context, String name, Stream<Struct> items) {
    JsonAnswer.ok(
        context, Struct.of(name, new Value.Array(items.<Value>map(each -> each).toList())));
  }
}
