package dev.muster.app.console.directory;

import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.Visit;
import dev.muster.app.store.Session;
import dev.muster.user.Realm;
import java.util.List;

/** The realms that the reader of a page may see. */
final class VisibleRealms {

  private VisibleRealms() {}

  /** All of them, in the order of their creation. */
  static List<Realm> of(Session session, Visit visit) {
    return session.catalogs().realms().stream()
        .filter(realm -> visit.reader().mayUse(realm.name()))
        .toList();
  }

  static List<String> namesOf(List<Realm> realms) {
    return realms.stream().map(Realm::name).toList();
  }

  /**
   * The realm that the query parameter {@code realm} names, or else the first.
   *
   * @throws PageProblem if there is no such realm, or the reader may not see it
   */
  static Realm chosen(Session session, Visit visit) throws PageProblem {
    String name = visit.query("realm");
    if (name.isEmpty()) {
      return of(session, visit).stream().findFirst().orElseThrow(PageProblem::forbidden);
    }
    Realm realm = session.catalogs().realm(name).orElseThrow(PageProblem::notFound);
    visit.requireRealm(name);
    return realm;
  }
}
