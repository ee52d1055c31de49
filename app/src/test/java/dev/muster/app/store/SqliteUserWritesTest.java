package dev.muster.app.store;

class SqliteUserWritesTest extends UserWritesContract {

  @Override
  StoreKind kind() {
    return StoreKind.SQLITE;
  }
}
