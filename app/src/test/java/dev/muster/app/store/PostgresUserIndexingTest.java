package dev.muster.app.store;

class PostgresUserIndexingTest extends UserIndexingContract {

  @Override
  StoreKind kind() {
    return StoreKind.POSTGRESQL;
  }
}
