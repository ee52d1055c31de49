package dev.muster.app.console.directory;

import dev.muster.app.console.page.Link;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.console.page.Section;
import dev.muster.app.console.page.Visit;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.store.Service;
import dev.muster.app.store.Session;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists roles, realms and services. */
public final class CatalogPages {

  /** Rows of a page. */
  static final int ROWS = 200;

  private static final int HOSTS_MAX = 5;

  private final DirectoryAccess directory;

  public CatalogPages(DirectoryAccess directory) {
    this.directory = directory;
  }

  /** The roles of a realm. */
  public record RoleListView(
      String realm, List<String> realms, List<RoleRow> roles, Optional<String> next) {}

  /** A role, with a link to the users who have it. */
  public record RoleRow(String key, String name, String users) {}

  /** Realms. */
  public record RealmListView(List<RealmRow> realms, Optional<String> next) {}

  /**
   * A realm.
   *
   * @param username among which users a user name is unique: realm, global or none
   */
  public record RealmRow(
      String name, String username, String email, String phoneNumber, String users) {}

  /** Services. */
  public record ServiceListView(List<ServiceRow> services, Optional<String> next) {}

  /** A service; its hosts may be cut. */
  public record ServiceRow(String name, String hosts, boolean hasPassword) {}

  /** Adds the pages. */
  public void addTo(PageRoutes pages) {
    pages.get("/roles/", this::roles);
    pages.get("/realms/", this::realms);
    pages.get("/services/", this::services);
  }

  private void roles(Visit visit) throws PageProblem {
    try (Session session = directory.database().openReading()) {
      Realm realm = VisibleRealms.chosen(session, visit);
      Portion<Role> roles = Portion.of(session.catalogs().roles(realm), Role::key, visit, ROWS);
      visit.show(
          Section.ROLES,
          "roles",
          visit.texts().text("section.roles"),
          new RoleListView(
              realm.name(),
              VisibleRealms.namesOf(VisibleRealms.of(session, visit)),
              roles.items().stream().map(role -> row(realm, role)).toList(),
              roles.next(Link.to("/roles/").with("realm", realm.name()))));
    }
  }

  private static RoleRow row(Realm realm, Role role) {
    return new RoleRow(
        Shown.inList(role.key()),
        Shown.inList(role.name()),
        Link.to("/users/").with("realm", realm.name()).with("role", role.key()).href());
  }

  private void realms(Visit visit) throws PageProblem {
    try (Session session = directory.database().openReading()) {
      Portion<Realm> realms =
          Portion.of(VisibleRealms.of(session, visit), Realm::name, visit, ROWS);
      visit.show(
          Section.REALMS,
          "realms",
          visit.texts().text("section.realms"),
          new RealmListView(
              realms.items().stream().map(CatalogPages::row).toList(),
              realms.next(Link.to("/realms/"))));
    }
  }

  private static RealmRow row(Realm realm) {
    Function<LoginIdKind, String> scope = kind -> realm.scopeOf(kind).wireName();
    return new RealmRow(
        realm.name(),
        scope.apply(LoginIdKind.USERNAME),
        scope.apply(LoginIdKind.EMAIL),
        scope.apply(LoginIdKind.PHONE_NUMBER),
        Link.to("/users/").with("realm", realm.name()).href());
  }

  private void services(Visit visit) throws PageProblem {
    visit.requireAllRealms();
    try (Session session = directory.database().openReading()) {
      Portion<Service> services = Portion.of(session.services().all(), Service::name, visit, ROWS);
      visit.show(
          Section.SERVICES,
          "services",
          visit.texts().text("section.services"),
          new ServiceListView(
              services.items().stream().map(CatalogPages::row).toList(),
              services.next(Link.to("/services/"))));
    }
  }

  private static ServiceRow row(Service service) {
    List<String> hosts = service.hosts().stream().limit(HOSTS_MAX).map(Shown::inList).toList();
    return new ServiceRow(
        Shown.inList(service.name()),
        String.join(", ", hosts) + (service.hosts().size() > HOSTS_MAX ? ", …" : ""),
        service.password() != null);
  }
}
