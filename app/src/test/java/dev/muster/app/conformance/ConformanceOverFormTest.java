package dev.muster.app.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.StoreKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cases of conformance/csv, auth0 and authgear, their files uploaded through the console's form and
 * executed. The last test prints which cases are left out and why.
 */
class ConformanceOverFormTest {

  /** Few cases ask for what the form can't say. */
  private static final int LEFT_OUT_MAX = 12;

  private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).resolve("..");

  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicTest> everyCasePasses() throws IOException {
    Path folder = ROOT.resolve("conformance").normalize();
    List<DynamicTest> tests = new ArrayList<>();
    Map<String, Integer> leftOut = new TreeMap<>();
    for (String profile : List.of("csv", "auth0", "authgear")) {
      for (Path file : ConformanceCase.filesBelow(folder.resolve(profile))) {
        ConformanceCase read = ConformanceCase.read(file);
        Optional<String> reason = unsayable(read);
        if (reason.isPresent()) {
          leftOut.merge(reason.get(), 1, Integer::sum);
        } else {
          String name = folder.relativize(file).toString();
          tests.add(dynamicTest(name, file.toUri(), () -> assertPasses(read)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(300);
    tests.add(dynamicTest("cases that the form can't say", () -> assertFew(leftOut)));
    return tests.stream();
  }

  private static void assertFew(Map<String, Integer> leftOut) {
    leftOut.forEach((reason, count) -> System.out.println(count + " left out: " + reason));
    assertThat(leftOut.values().stream().mapToInt(Integer::intValue).sum())
        .isLessThanOrEqualTo(LEFT_OUT_MAX);
  }

  private static Optional<String> unsayable(ConformanceCase read) {
    return read.steps().stream()
        .map(step -> step.get("import"))
        .filter(Struct.class::isInstance)
        .map(spec -> OverForm.unsayable(ConformanceCase.texts((Struct) spec, "args")))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void assertPasses(ConformanceCase read) throws IOException {
    Path folder = Files.createTempDirectory(temporary, "case");
    ConformanceCase shown =
        new ConformanceCase(
            read.name(),
            read.config(),
            read.steps().stream().map(ConformanceOverFormTest::withoutPlaces).toList());
    CaseRun run;
    try (OverForm form = new OverForm()) {
      run = new CaseRun(shown, form, StoreKind.SQLITE, folder);
      assertThat(run.firstProblem()).as(read.name()).isEmpty();
    }
    DirectoryInvariants.assertHold(folder, run.address());
  }

  /** A page shows a problem of a file by its code, and its place only in words. */
  private static Struct withoutPlaces(Struct step) {
    if (!(step.get("expect") instanceof Struct expect)
        || !(expect.get("errors") instanceof Value.Array errors)) {
      return step;
    }
    List<Value> placeless = new ArrayList<>();
    for (Value error : errors.items()) {
      Struct.Builder edited = ((Struct) error).edit();
      edited.remove("line");
      edited.remove("column");
      placeless.add(edited.build());
    }
    Struct.Builder edited = expect.edit();
    edited.put("errors", new Value.Array(placeless));
    return step.edit().put("expect", edited.build()).build();
  }
}
