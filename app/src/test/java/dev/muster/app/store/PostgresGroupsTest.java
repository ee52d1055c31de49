package dev.muster.app.store;

class PostgresGroupsTest extends GroupsContract {

  @Override
  Store emptyStore() {
    Store store = PostgresServer.emptyStore();
    store.catalogs().createRealm("r2");
    return store;
  }
}
