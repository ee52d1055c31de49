package dev.muster.app.store;

class SqliteKeyRulesTest extends KeyRulesContract {

  @Override
  StoreKind kind() {
    return StoreKind.SQLITE;
  }
}
