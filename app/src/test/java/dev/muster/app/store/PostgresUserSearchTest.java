package dev.muster.app.store;

class PostgresUserSearchTest extends UserSearchContract {

  @Override
  StoreKind kind() {
    return StoreKind.POSTGRESQL;
  }
}
