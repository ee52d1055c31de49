package dev.muster.app.store;

class PostgresAdministratorsTest extends AdministratorsContract {

  @Override
  Session emptyStore() {
    Session store = PostgresServer.emptyStore();
    store.catalogs().createRealm("r2");
    return store;
  }
}
