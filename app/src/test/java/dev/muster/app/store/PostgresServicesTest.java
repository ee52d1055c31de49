package dev.muster.app.store;

class PostgresServicesTest extends ServicesContract {

  @Override
  Session emptyStore() {
    Session store = PostgresServer.emptyStore();
    store.catalogs().createRealm("r2");
    return store;
  }
}
