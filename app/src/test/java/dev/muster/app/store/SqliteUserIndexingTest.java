package dev.muster.app.store;

class SqliteUserIndexingTest extends UserIndexingContract {

  @Override
  StoreKind kind() {
    return StoreKind.SQLITE;
  }
}
