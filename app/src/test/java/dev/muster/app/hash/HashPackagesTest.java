package dev.muster.app.hash;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which packages of the password schemes may use which. */
class HashPackagesTest {

  private static final String ROOT = "dev.muster.app.hash";

  /** Each may use those before it. */
  private static final List<String> ORDER =
      List.of(
          ROOT + ".scheme",
          ROOT + ".digest",
          ROOT + ".kdf",
          ROOT + ".crypt",
          ROOT + ".vendor",
          ROOT + ".recipe",
          ROOT + ".spelling",
          ROOT,
          ROOT + ".search");

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.muster.app", "dev.muster.bench");

  @TestFactory
  Stream<DynamicTest> aPackageUsesOnlyThoseBeforeIt() {
    return IntStream.range(0, ORDER.size())
        .mapToObj(
            i ->
                dynamicTest(
                    ORDER.get(i),
                    () ->
                        classes()
                            .that()
                            .resideInAPackage(ORDER.get(i))
                            .should()
                            .onlyDependOnClassesThat(
                                not(resideInAPackage(ROOT + ".."))
                                    .or(
                                        resideInAnyPackage(
                                            ORDER.subList(0, i + 1).toArray(String[]::new))))
                            .check(ALL)));
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    assertThat(
            ALL.that(resideInAPackage(ROOT + "..")).stream()
                .map(JavaClass::getPackageName)
                .distinct())
        .containsExactlyInAnyOrderElementsOf(ORDER);
  }

  @Test
  void nobodyElseUsesASchemeByItself() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ORDER.subList(0, 5).toArray(String[]::new))
        .check(ALL);
  }
}
