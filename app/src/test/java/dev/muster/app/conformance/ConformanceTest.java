package dev.muster.app.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.StoreKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every case of a folder with every store, in process and from the outside.
 *
 * <p>The folder is the project's conformance/ unless {@code -Dmuster.cases=FOLDER} names another,
 * relative to the project's root. {@code -Dmuster.store=SQLITE} runs the cases with that store
 * alone.
 */
class ConformanceTest {

  private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).resolve("..");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path temporary;

  @Execution(ExecutionMode.CONCURRENT)
  @TestFactory
  Stream<DynamicTest> everyCasePassesWithEveryStore() throws IOException {
    Path folder = ROOT.resolve(System.getProperty("muster.cases", "conformance")).normalize();
    List<Path> files = ConformanceCase.filesBelow(folder);
    assertThat(files).as("cases below " + folder.toAbsolutePath()).isNotEmpty();
    return Arrays.stream(StoreKind.values())
        .filter(store -> System.getProperty("muster.store", store.name()).equals(store.name()))
        .flatMap(store -> files.stream().map(file -> test(store, folder.relativize(file), file)));
  }

  private DynamicTest test(StoreKind store, Path name, Path file) {
    return dynamicTest(
        store + " " + name,
        file.toUri(),
        () -> assertTimeoutPreemptively(PATIENCE, () -> assertPasses(store, file)));
  }

  private void assertPasses(StoreKind store, Path file) throws IOException {
    ConformanceCase conformanceCase = ConformanceCase.read(file);
    Path folder = Files.createTempDirectory(temporary, "case");
    CaseRun run = new CaseRun(conformanceCase, new InProcess(), store, folder);
    assertThat(run.firstProblem()).as(conformanceCase.name()).isEmpty();
    if (store != StoreKind.SQLITE || Files.exists(folder.resolve("muster.db"))) {
      DirectoryInvariants.assertHold(folder, run.address());
    }
  }
}
