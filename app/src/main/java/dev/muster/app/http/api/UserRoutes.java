package dev.muster.app.http.api;

import dev.muster.app.document.UserDocument;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.store.DirectoryChanges;
import dev.muster.app.store.Session;
import dev.muster.user.Realm;
import dev.muster.user.User;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Shows and deletes single users. */
final class UserRoutes implements Routes {

  private static final String ONE = "/users/{user}";

  private final DirectoryAccess directory;

  UserRoutes(DirectoryAccess directory) {
    this.directory = directory;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    ApiEndpoints api = new ApiEndpoints(routes, directory.tokens());
    api.get(ONE, Scope.USERS_READ, this::show);
    api.delete(ONE, Scope.USERS_WRITE, this::delete);
  }

  private void show(Context context, Caller caller) throws ApiProblem {
    Optional<String> realm = QueryParameters.of(context, List.of("realm")).text("realm");
    String login = context.pathParam("user");
    try (Session session = directory.database().openReading()) {
      Optional<User> byId = realm.isEmpty() ? byId(session, caller, login) : Optional.empty();
      User user =
          byId.isPresent()
              ? byId.get()
              : byLogin(session, caller, realm.orElse(Realm.DEFAULT), login);
      String realmName = session.catalogs().realmName(user.realm()).orElseThrow();
      JsonAnswer.ok(context, UserDocument.of(user, realmName, session.users().ids()));
    }
  }

  /** A user of any realm that the caller may use. */
  private static Optional<User> byId(Session session, Caller caller, String id) {
    OptionalLong number = session.users().ids().parse(id);
    return number.isEmpty()
        ? Optional.empty()
        : session
            .users()
            .withNumber(number.getAsLong())
            .filter(
                user ->
                    session.catalogs().realmName(user.realm()).map(caller::mayUse).orElse(false));
  }

  private static User byLogin(Session session, Caller caller, String realm, String login)
      throws ApiProblem {
    int number = VisibleRealms.realm(session, caller, realm).number();
    List<User> found = session.users().find(number, login);
    if (found.size() > 1) {
      throw ApiProblem.of(
          ApiErrorCode.AMBIGUOUS_LOGIN,
          "The login identifies " + found.size() + " users: use an id.");
    }
    if (found.isEmpty()) {
      throw notFound(login);
    }
    return found.get(0);
  }

  private static ApiProblem notFound(String login) {
    return ApiProblem.of(ApiErrorCode.USER_NOT_FOUND, "There is no user " + login + ".");
  }

  private void delete(Context context, Caller caller) throws ApiProblem {
    QueryParameters.refuseAll(context);
    String id = context.pathParam("user");
    try (Session session = directory.database().open()) {
      User user = byId(session, caller, id).orElseThrow(() -> notFound(id));
      DirectoryChanges changes = new DirectoryChanges(session, caller.actor(), directory.clock());
      if (!changes.deleteUser(user)) {
        throw notFound(id);
      }
      context.status(HttpStatus.NO_CONTENT);
    }
  }
}
