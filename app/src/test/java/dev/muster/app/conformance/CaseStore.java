package dev.muster.app.conformance;

import dev.muster.app.store.PostgresServer;
import java.nio.file.Path;

/** The stores that every case has to pass with. */
enum CaseStore {
  SQLITE {
    @Override
    String emptyDirectory(Path folder) {
      return "sqlite:" + folder.resolve("muster.db");
    }
  },
  POSTGRESQL {
    @Override
    String emptyDirectory(Path folder) {
      return PostgresServer.emptyDirectory();
    }
  };

  /** The address of a directory that nobody has used, for a case that has a folder of its own. */
  abstract String emptyDirectory(Path folder);
}
