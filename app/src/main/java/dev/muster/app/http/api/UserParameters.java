package dev.muster.app.http.api;

import dev.muster.app.http.auth.Caller;
import dev.muster.app.store.Catalogs;
import dev.muster.app.store.SearchedTexts;
import dev.muster.app.store.Session;
import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserFilter;
import dev.muster.user.Catalog;
import dev.muster.user.ExternalId;
import dev.muster.user.Realm;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which users a request wants. The parameters mean what the options of "users list" mean. */
final class UserParameters {

  static final List<String> NAMES =
      List.of(
          "realm",
          "login",
          "name",
          "role",
          "group",
          "state",
          "external_id",
          "import",
          "after",
          "limit");

  private static final List<String> STATES =
      Arrays.stream(UserFilter.State.values()).map(UserFilter.State::wireName).toList();

  private final QueryParameters query;
  private final Session session;
  private final Caller caller;
  private final Catalogs catalogs;

  /**
   * The parameters of a request.
   *
   * @param query with the names {@link #NAMES}
   */
  UserParameters(QueryParameters query, Session session, Caller caller) {
    this.query = query;
    this.session = session;
    this.caller = caller;
    this.catalogs = session.catalogs();
  }

  /** The place after the user that the last page ended with. */
  UserCursor after() throws ApiProblem {
    Optional<String> id = query.text("after");
    if (id.isEmpty()) {
      return UserCursor.START;
    }
    OptionalLong number = session.users().ids().parse(id.get());
    return new UserCursor(
        number.orElseThrow(
            () -> QueryParameters.invalid("after is the next of a page, not '" + id.get() + "'.")));
  }

  /**
   * The filter. It admits only users of realms that the caller may use.
   *
   * @throws ApiProblem also if a realm, role, group or import does not exist, so that a typing
   *     error does not look like an answer
   */
  UserFilter filter() throws ApiProblem {
    List<Realm> realms = realms();
    UserFilter filter = UserFilter.ALL;
    if (query.text("realm").isPresent() || caller.realms().isPresent()) {
      filter = filter.ofRealms(realms.stream().map(Realm::number).collect(Collectors.toSet()));
    }
    filter = texts(filter);
    Optional<String> role = query.text("role");
    if (role.isPresent()) {
      require("role", role.get(), catalog -> catalog.role(role.get()) != null, realms);
      filter = filter.withRole(role.get());
    }
    Optional<String> group = query.text("group");
    if (group.isPresent()) {
      require("group", group.get(), catalog -> catalog.group(group.get()) != null, realms);
      filter = filter.inGroup(group.get());
    }
    Optional<String> externalId = query.text("external_id");
    if (externalId.isPresent()) {
      filter = filter.withExternalId(externalId(externalId.get()));
    }
    Optional<String> createdBy = query.text("import");
    return createdBy.isPresent()
        ? filter.createdBy(VisibleRealms.job(session, caller, createdBy.get()))
        : filter;
  }

  /** The realms whose users are wanted. */
  private List<Realm> realms() throws ApiProblem {
    Optional<String> name = query.text("realm");
    return name.isPresent()
        ? List.of(VisibleRealms.realm(session, caller, name.get()))
        : catalogs.realms().stream().filter(realm -> caller.mayUse(realm.name())).toList();
  }

  private UserFilter texts(UserFilter all) throws ApiProblem {
    UserFilter filter = all;
    Optional<String> login = query.text("login");
    if (login.isPresent()) {
      requireText("login", SearchedTexts.login(login.get()));
      filter = filter.withLogin(login.get());
    }
    Optional<String> name = query.text("name");
    if (name.isPresent()) {
      requireText("name", SearchedTexts.name(name.get()));
      filter = filter.named(name.get());
    }
    Optional<String> state = query.word("state", STATES);
    return state.isPresent() ? filter.in(UserFilter.State.named(state.get())) : filter;
  }

  private static void requireText(String parameter, String searched) throws ApiProblem {
    if (searched.isEmpty()) {
      throw QueryParameters.invalid(parameter + " is empty.");
    }
  }

  private void require(String kind, String key, Predicate<Catalog> has, List<Realm> realms)
      throws ApiProblem {
    if (realms.stream().noneMatch(realm -> has.test(catalogs.of(realm)))) {
      throw QueryParameters.invalid("There is no " + kind + " '" + key + "' in the realms.");
    }
  }

  private static ExternalId externalId(String text) throws ApiProblem {
    return ExternalId.parse(text)
        .orElseThrow(
            () -> QueryParameters.invalid("external_id is SOURCE:ID, not '" + text + "'."));
  }
}
