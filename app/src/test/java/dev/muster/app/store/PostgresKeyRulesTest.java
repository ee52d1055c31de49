package dev.muster.app.store;

class PostgresKeyRulesTest extends KeyRulesContract {

  @Override
  StoreKind kind() {
    return StoreKind.POSTGRESQL;
  }
}
