package dev.muster.app.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.StoreKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cases of conformance/authgear, imports through Authgear's API: every case with SQLite, and some
 * with PostgreSQL, because {@link ConformanceTest} has all of them with both. {@code
 * -Dmuster.store=POSTGRESQL} takes all of them, {@code -Dmuster.cases.http=FOLDER} those of another
 * folder, relative to the project's root.
 */
class ConformanceOverHttpTest {

  /** PostgreSQL gets one of so many cases. */
  private static final int SAMPLE = 4;

  private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).resolve("..");

  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicTest> everyCasePasses() throws IOException {
    Path folder =
        ROOT.resolve(System.getProperty("muster.cases.http", "conformance/authgear")).normalize();
    List<Path> files = ConformanceCase.filesBelow(folder);
    assertThat(files).as("cases below " + folder.toAbsolutePath()).isNotEmpty();
    String only = System.getProperty("muster.store", "");
    return Arrays.stream(StoreKind.values())
        .filter(store -> only.isEmpty() || only.equals(store.name()))
        .flatMap(
            store ->
                IntStream.range(0, files.size())
                    .filter(i -> store == StoreKind.SQLITE || !only.isEmpty() || i % SAMPLE == 0)
                    .mapToObj(files::get)
                    .map(file -> test(store, folder.relativize(file), file)));
  }

  private DynamicTest test(StoreKind store, Path name, Path file) {
    return dynamicTest(store + " " + name, file.toUri(), () -> assertPasses(store, file));
  }

  private void assertPasses(StoreKind store, Path file) throws IOException {
    ConformanceCase conformanceCase = ConformanceCase.read(file);
    Path folder = Files.createTempDirectory(temporary, "case");
    CaseRun run;
    try (OverHttp server = new OverHttp()) {
      run = new CaseRun(conformanceCase, server, store, folder);
      assertThat(run.firstProblem()).as(conformanceCase.name()).isEmpty();
    }
    DirectoryInvariants.assertHold(folder, run.address());
  }
}
