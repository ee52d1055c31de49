package dev.muster.app.store;

class PostgresQueueTest extends QueueContract {

  @Override
  String emptyDirectory() {
    return StoreKind.POSTGRESQL.emptyDirectory(folder, "muster");
  }
}
