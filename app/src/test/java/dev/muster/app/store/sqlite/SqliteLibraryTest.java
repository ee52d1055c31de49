package dev.muster.app.store.sqlite;

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
    // in a process of its own: here, native methods that were not called yet would be linked to the
    // second copy, in which nothing is set up
    Process loading =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", // as bin/muster says; newer Javas warn else
                "-cp",
                System.getProperty("java.class.path"),
                SqliteLibraryTest.class.getName(),
                library.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .start();
    assertThat(loading.inputReader().readLine()).isEqualTo("loaded");
    assertThat(loading.waitFor()).isZero();
  }

  public static void main(String[] args) {
    System.load(args[0]);
    System.out.println("loaded");
  }
}
