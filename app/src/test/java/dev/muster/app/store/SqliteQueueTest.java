package dev.muster.app.store;

class SqliteQueueTest extends QueueContract {

  @Override
  String emptyDirectory() {
    return StoreKind.SQLITE.emptyDirectory(folder, "muster");
  }
}
