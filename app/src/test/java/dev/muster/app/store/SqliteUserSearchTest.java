package dev.muster.app.store;

class SqliteUserSearchTest extends UserSearchContract {

  @Override
  StoreKind kind() {
    return StoreKind.SQLITE;
  }
}
