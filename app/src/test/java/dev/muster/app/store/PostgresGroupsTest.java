package dev.muster.app.store;

class PostgresGroupsTest extends GroupsContract {

  @Override
  Session emptyStore() {
    Session store = PostgresServer.emptyStore();
    store.catalogs().createRealm("r2");
    return store;
  }
}
