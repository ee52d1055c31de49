package dev.muster.app.store;

class PostgresUserWritesTest extends UserWritesContract {

  @Override
  StoreKind kind() {
    return StoreKind.POSTGRESQL;
  }
}
