package dev.muster.app.console.directory;

import dev.muster.app.console.directory.UserView.Reference;
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
import dev.muster.user.GroupId;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.util.List;
import java.util.Optional;

/** Lists groups, and shows single ones with their members. */
public final class GroupPages {

  private static final String PATH = "/groups/";
  private static final String MEMBERS = PATH + "members/";
  private static final int LINKS_MAX = 100;

  private final DirectoryAccess directory;

  public GroupPages(DirectoryAccess directory) {
    this.directory = directory;
  }

  /** The groups of a realm, and those of services for administrators of all realms. */
  public record GroupListView(
      String realm, List<String> realms, List<Reference> groups, Optional<String> next) {}

  /**
   * A group.
   *
   * @param label its name, after that of its service if it has one
   * @param parents the groups that contain it, at any depth
   * @param subgroups its direct subgroups
   * @param members a page of its direct members
   */
  public record GroupView(
      String label,
      String realm,
      List<Reference> parents,
      List<Reference> subgroups,
      List<UserRow> members,
      Optional<String> next) {}

  /** The address of a group's page. */
  static String href(String realm, GroupId group) {
    return link(realm, group).href();
  }

  private static Link link(String realm, GroupId group) {
    return Link.to(MEMBERS)
        .with("realm", realm)
        .with("service", group.service() == null ? "" : group.service())
        .with("name", group.name());
  }

  /** Adds the pages. */
  public void addTo(PageRoutes pages) {
    pages.get(PATH, this::list);
    pages.get(MEMBERS, this::show);
  }

  private void list(Visit visit) throws PageProblem {
    try (Session session = directory.database().openReading()) {
      Realm realm = VisibleRealms.chosen(session, visit);
      List<GroupId> visible =
          session.groups().all(realm).stream()
              .filter(group -> group.service() == null || visit.reader().mayUseAll())
              .toList();
      Portion<GroupId> groups = Portion.of(visible, GroupPages::key, visit, CatalogPages.ROWS);
      visit.show(
          Section.GROUPS,
          "groups",
          visit.texts().text("section.groups"),
          new GroupListView(
              realm.name(),
              VisibleRealms.namesOf(VisibleRealms.of(session, visit)),
              references(realm, groups.items()),
              groups.next(Link.to(PATH).with("realm", realm.name()))));
    }
  }

  private static String key(GroupId group) {
    return (group.service() == null ? "" : group.service()) + ":" + group.name();
  }

  private static List<Reference> references(Realm realm, List<GroupId> groups) {
    return groups.stream()
        .limit(CatalogPages.ROWS)
        .map(group -> new Reference(UserDetails.label(group), href(realm.name(), group)))
        .toList();
  }

  private void show(Visit visit) throws PageProblem {
    try (Session session = directory.database().openReading()) {
      Realm realm = VisibleRealms.chosen(session, visit);
      GroupId group = group(visit);
      if (!session.groups().exists(realm, group)) {
        throw PageProblem.notFound();
      }
      UserCursor after = UserPages.after(session, visit);
      UserPage members =
          group.service() == null
              ? ofRealm(session, realm, group, after)
              : session.groups().members(realm, group, after, UserPages.ROWS);
      visit.show(
          Section.GROUPS,
          "group",
          UserDetails.label(group),
          new GroupView(
              UserDetails.label(group),
              realm.name(),
              links(realm, session.groups().ancestors(realm, group)),
              links(realm, session.groups().subgroups(realm, group)),
              rows(session, members.users()),
              members
                  .next()
                  .map(
                      next ->
                          link(realm.name(), group)
                              .with("after", session.users().ids().show(next.number()))
                              .href())));
    }
  }

  private static GroupId group(Visit visit) throws PageProblem {
    String service = visit.query("service");
    if (service.isEmpty()) {
      return new GroupId(null, visit.query("name"));
    }
    visit.requireAllRealms();
    return new GroupId(service, visit.query("name"));
  }

  private static List<Reference> links(Realm realm, List<GroupId> groups) {
    return references(realm, groups.subList(0, Math.min(LINKS_MAX, groups.size())));
  }

  private static UserPage ofRealm(Session session, Realm realm, GroupId group, UserCursor after) {
    UserFilter filter = UserFilter.ALL.ofRealm(realm.number()).inGroup(group.name());
    return UserSearch.of(session.users(), filter, "").page(after, UserPages.ROWS);
  }

  private static List<UserRow> rows(Session session, List<User> users) {
    return users.stream()
        .map(
            user ->
                UserPages.row(session, user, session.catalogs().realmName(user.realm()).orElse("")))
        .toList();
  }
}
