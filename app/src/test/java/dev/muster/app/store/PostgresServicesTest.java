package dev.muster.app.store;

class PostgresServicesTest extends ServicesContract {

  @Override
  Store emptyStore() {
    Store store = PostgresServer.emptyStore();
    store.catalogs().createRealm("r2");
    return store;
  }
}
