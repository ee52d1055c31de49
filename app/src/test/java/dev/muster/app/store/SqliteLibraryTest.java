package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLibraryTest {

  @TempDir private Path folder;

  /** The driver looks for that name in the folder of {@code org.sqlite.lib.path}. */
  @Test
  void is_unpacked_as_the_system_loads_it() throws Exception {
    Path target = folder.resolve("library");
    SqliteLibrary.unpack(target);

    Path library = target.resolve(System.mapLibraryName("sqlitejdbc"));
    assertThat(library).isRegularFile();
    try (Stream<Path> all = Files.list(target)) {
      assertThat(all).containsExactly(library);
    }
    System.load(library.toAbsolutePath().toString());
  }
}
