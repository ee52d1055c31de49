package dev.muster.app.http.auth0;

import dev.muster.app.http.auth.Caller;
import dev.muster.app.store.ConnectionIds;
import dev.muster.app.store.Session;
import dev.muster.user.Realm;
import java.util.List;
import java.util.Optional;

/** The realms that a caller may use, as connections. For one request. */
final class Connections {

  private final List<Realm> realms;
  private final ConnectionIds ids;

  Connections(Session session, Caller caller) {
    this.realms =
        session.catalogs().realms().stream().filter(each -> caller.mayUse(each.name())).toList();
    this.ids = session.catalogs().connectionIds();
  }

  /** All of them, the oldest first. */
  List<Realm> all() {
    return realms;
  }

  /** The realm with a connection's id. */
  Optional<Realm> withId(String id) {
    return realms.stream().filter(realm -> ids.of(realm).equals(id)).findFirst();
  }

  /** The id of the connection with a name; empty if there is none. */
  Optional<String> idOf(String name) {
    return realms.stream().filter(realm -> realm.name().equals(name)).findFirst().map(ids::of);
  }

  ConnectionIds ids() {
    return ids;
  }
}
