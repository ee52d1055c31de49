package dev.muster.app.console.directory;

import dev.muster.app.console.page.Link;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.console.page.Section;
import dev.muster.app.console.page.Visit;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.store.Session;
import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserFilter;
import dev.muster.app.store.UserPage;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Lists users, finds them, and shows single ones. */
public final class UserPages {

  static final int ROWS = 50;

  private static final String PATH = "/users/";

  private final DirectoryAccess directory;

  public UserPages(DirectoryAccess directory) {
    this.directory = directory;
  }

  /**
   * A page of users.
   *
   * @param query what was searched for, by the parameters' names
   * @param realms the names of the realms that can be chosen
   * @param next the next page; empty at the end
   */
  public record UserListView(
      Map<String, String> query, List<String> realms, List<UserRow> users, Optional<String> next) {

    /** The value of a field of the search form. */
    public String value(String name) {
      return query.getOrDefault(name, "");
    }

    /** Whether users are searched for, rather than all listed. */
    public boolean isSearch() {
      return query.values().stream().anyMatch(value -> !value.isEmpty());
    }
  }

  /** Adds the pages. */
  public void addTo(PageRoutes pages) {
    pages.get(PATH, this::list);
    pages.get(PATH + "{id}", this::show);
  }

  private void list(Visit visit) throws PageProblem {
    try (Session session = directory.database().openReading()) {
      List<Realm> realms = VisibleRealms.of(session, visit);
      UserFilter filter = filter(session, visit, realms);
      UserPage found =
          UserSearch.of(session.users(), filter, visit.query("q"))
              .page(after(session, visit), ROWS);
      Map<Integer, String> names =
          realms.stream().collect(Collectors.toMap(Realm::number, Realm::name));
      List<UserRow> rows =
          found.users().stream()
              .map(user -> row(session, user, names.getOrDefault(user.realm(), "")))
              .toList();
      visit.show(
          Section.USERS,
          "users",
          visit.texts().text("section.users"),
          new UserListView(
              query(visit),
              VisibleRealms.namesOf(realms),
              rows,
              found.next().map(next -> nextPage(session, visit, next))));
    }
  }

  static UserRow row(Session session, User user, String realm) {
    return UserRow.of(user, session.users().ids().show(user.id()), realm);
  }

  private static Map<String, String> query(Visit visit) {
    return List.of("q", "realm", "state", "role", "group").stream()
        .collect(Collectors.toMap(name -> name, visit::query));
  }

  private static String nextPage(Session session, Visit visit, UserCursor next) {
    Link link = Link.to(PATH);
    for (String name : List.of("q", "realm", "state", "role", "group")) {
      link.with(name, visit.query(name));
    }
    return link.with("after", session.users().ids().show(next.number())).href();
  }

  /** The place of the query parameter {@code after}. */
  static UserCursor after(Session session, Visit visit) throws PageProblem {
    String id = visit.query("after");
    if (id.isEmpty()) {
      return UserCursor.START;
    }
    OptionalLong number = session.users().ids().parse(id);
    return new UserCursor(number.orElseThrow(PageProblem::badQuery));
  }

  private static UserFilter filter(Session session, Visit visit, List<Realm> realms)
      throws PageProblem {
    UserFilter filter = UserFilter.ALL;
    if (!visit.query("realm").isEmpty()) {
      filter = filter.ofRealm(VisibleRealms.chosen(session, visit).number());
    } else if (!visit.reader().mayUseAll()) {
      filter = filter.ofRealms(realms.stream().map(Realm::number).collect(Collectors.toSet()));
    }
    String state = visit.query("state");
    if (!state.isEmpty()) {
      filter = filter.in(state(state));
    }
    String role = visit.query("role");
    filter = role.isEmpty() ? filter : filter.withRole(role);
    String group = visit.query("group");
    return group.isEmpty() ? filter : filter.inGroup(group);
  }

  private static UserFilter.State state(String name) throws PageProblem {
    for (UserFilter.State each : UserFilter.State.values()) {
      if (each.wireName().equals(name)) {
        return each;
      }
    }
    throw PageProblem.badQuery();
  }

  private void show(Visit visit) throws PageProblem {
    try (Session session = directory.database().openReading()) {
      OptionalLong number = session.users().ids().parse(visit.context().pathParam("id"));
      Optional<User> found =
          number.isEmpty() ? Optional.empty() : session.users().withNumber(number.getAsLong());
      User user = found.orElseThrow(PageProblem::notFound);
      String realm = session.catalogs().realmName(user.realm()).orElse("");
      visit.requireRealm(realm);
      UserView view = new UserDetails(session, directory.settings(), visit.texts()).of(user, realm);
      visit.show(Section.USERS, "user", view.label(), view);
    }
  }
}
