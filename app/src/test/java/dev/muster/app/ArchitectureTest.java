package dev.muster.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.Timer;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may know whom. SourceRulesTest has the rules that only the text of the sources shows. */
class ArchitectureTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.muster");

  private static final DescribedPredicate<JavaClass> CORE =
      resideInAPackage("dev.muster..")
          .and(not(resideInAnyPackage("dev.muster.app..", "dev.muster.bench..")))
          .as("classes of the core");

  /** What every part of the core may use: computation, and nothing of the world around. */
  private static final DescribedPredicate<JavaClass> COMPUTATION =
      resideInAnyPackage(
              "java.lang..",
              "java.math..",
              "java.nio.charset..",
              "java.text..",
              "java.time..",
              "java.util..",
              "com.google.i18n.phonenumbers..",
              "com.ibm.icu..",
              "org.jspecify.annotations..")
          .and(not(resideInAnyPackage("java.util.logging..", "java.util.prefs..")))
          .or(belongToAnyOf(Serial.class, Serializable.class))
          .or(equivalentTo(java.net.URI.class))
          .or(equivalentTo(java.net.URISyntaxException.class))
          .or(equivalentTo(java.security.DigestException.class))
          .or(equivalentTo(java.security.MessageDigest.class))
          .or(equivalentTo(java.security.NoSuchAlgorithmException.class))
          .as("computation");

  private static final String VOCABULARY = "value password user problem";

  /** The core's packages in reading order, each with those of the core that it may use. */
  private static final List<CorePackage> CORE_PACKAGES =
      List.of(
          new CorePackage("value", ""),
          new CorePackage("problem", "value"),
          new CorePackage("password", "value problem"),
          new CorePackage("user", "value password"),
          new CorePackage("read", VOCABULARY),
          new CorePackage("prepare", VOCABULARY + " read"),
          new CorePackage("match", VOCABULARY + " read prepare"),
          new CorePackage("decide", VOCABULARY + " read prepare match"),
          new CorePackage("apply", VOCABULARY + " read prepare match decide"),
          new CorePackage("report", VOCABULARY + " read prepare match decide"),
          // Profiles say how records are read, prepared, decided and shown; they don't write.
          new CorePackage("profile", VOCABULARY + " read prepare match decide report"),
          new CorePackage(
              "profile.auth0", VOCABULARY + " read prepare match decide report profile"),
          new CorePackage(
              "profile.authgear", VOCABULARY + " read prepare match decide report profile"),
          new CorePackage(
              "profile.restauth", VOCABULARY + " read prepare match decide report profile"),
          new CorePackage("profile.csv.mapping", VOCABULARY + " profile"),
          new CorePackage(
              "profile.csv",
              VOCABULARY + " read prepare match decide report profile profile.csv.mapping"),
          new CorePackage(
              "profile.csv.suggest", VOCABULARY + " profile profile.csv profile.csv.mapping"));

  private record CorePackage(String name, String mayUse) {

    String fullName() {
      return "dev.muster." + name;
    }

    ArchRule rule() {
      String[] known =
          Stream.of((name + " " + mayUse).strip().split(" "))
              .map(each -> "dev.muster." + each)
              .toArray(String[]::new);
      return classes()
          .that()
          .resideInAPackage(fullName())
          .should()
          .onlyDependOnClassesThat(COMPUTATION.or(resideInAnyPackage(known)));
    }
  }

  @TestFactory
  Stream<DynamicTest> aStageOfTheCoreUsesOnlyThoseBeforeIt() {
    return CORE_PACKAGES.stream()
        .map(each -> dynamicTest(each.fullName(), () -> each.rule().check(ALL)));
  }

  @Test
  void everyPackageOfTheCoreHasItsPlaceInTheOrder() {
    assertThat(ALL.that(CORE).stream().map(JavaClass::getPackageName).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of("dev.muster"), CORE_PACKAGES.stream().map(CorePackage::fullName))
                .toList());
  }

  @Test
  void theCoreComputesAndDoesNothingElse() {
    classes().that(CORE).should().onlyDependOnClassesThat(CORE.or(COMPUTATION)).check(ALL);
  }

  @Test
  void theCoreAsksNobodyForTheTimeOrForChance() {
    noClasses()
        .that(CORE)
        .should()
        .callMethodWhere(describe("the answer is not in the arguments", Impurity::isCalledBy))
        .orShould()
        .dependOnClassesThat(belongToAnyOf(Random.class, Timer.class, Thread.class, Process.class))
        .check(ALL);
  }

  /** Calls that ask the world. */
  private static final class Impurity {

    private static final Set<String> OF_SYSTEM =
        Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "getLogger", "exit");

    static boolean isCalledBy(JavaCall<?> call) {
      JavaClass owner = call.getTargetOwner();
      String method = call.getName();
      if (owner.isEquivalentTo(Clock.class)) {
        return !method.equals("instant");
      }
      if (owner.isEquivalentTo(System.class)) {
        return OF_SYSTEM.contains(method);
      }
      return (owner.getPackageName().equals("java.time") && method.equals("now"))
          || (owner.isEquivalentTo(Math.class) && method.equals("random"))
          || (owner.isEquivalentTo(UUID.class) && method.equals("randomUUID"));
    }
  }

  @Test
  void onlyMainUsesTheCommandLine() {
    noClasses()
        .that(
            not(resideInAPackage("dev.muster.app.cli.."))
                .and(not(describe("Main", type -> type.getName().equals("dev.muster.app.Main")))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.muster.app.cli..")
        .check(ALL);
  }

  @Test
  void formatsKnowNeitherStoresNorFaces() {
    onlyUses(
            "dev.muster.app.format..",
            "dev.muster.app.json..",
            "dev.muster.app.job.unchanged..",
            "dev.muster.app.bloom..",
            "dev.muster.app.tempfile..")
        .check(ALL);
  }

  @Test
  void theEngineKnowsNoFormat() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.muster.app.job", "dev.muster.app.job.run..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.muster.app.job.restauth..", "dev.muster.profile.*..")
                .or(
                    describe(
                        "a format's own", type -> type.getSimpleName().startsWith("RestAuth"))))
        .check(ALL);
  }

  @Test
  void schemesKnowNothingOfTheAppAndOnlyThePasswordsOfTheCore() {
    classes()
        .that()
        .resideInAPackage("dev.muster.app.hash..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("dev.muster.."))
                .or(resideInAnyPackage("dev.muster.app.hash..", "dev.muster.password..")))
        .check(ALL);
  }

  @Test
  void jsonIsAboutValuesOnly() {
    classes()
        .that()
        .resideInAPackage("dev.muster.app.json..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("dev.muster.."))
                .or(resideInAnyPackage("dev.muster.app.json..", "dev.muster.value..")))
        .check(ALL);
  }

  @Test
  void storesKnowNeitherFormatsNorSettingsNorFaces() {
    onlyUses(
            "dev.muster.app.store..",
            "dev.muster.app.json..",
            "dev.muster.app.job..",
            "dev.muster.app.journal..",
            "dev.muster.app.bloom..",
            "dev.muster.app.tempfile..",
            "dev.muster.app.thread..",
            "dev.muster.app.token..",
            "dev.muster.app.upload")
        .check(ALL);
  }

  @Test
  void settingsKnowNothingThatRuns() {
    onlyUses("dev.muster.app.settings..", "dev.muster.app.format..").check(ALL);
  }

  @Test
  void partsOfTheAppDoNotGoRoundInCircles() {
    SlicesRuleDefinition.slices()
        .matching("dev.muster.app.(**)")
        .should()
        .beFreeOfCycles()
        .check(ALL);
  }

  /** Classes of one part of the app use, of the app, itself and some others. */
  private static ArchRule onlyUses(String part, String... others) {
    return classes()
        .that()
        .resideInAPackage(part)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("dev.muster.app.."))
                .or(resideInAPackage(part))
                .or(resideInAnyPackage(others)));
  }

  @Test
  void sqlIsSpokenInTheStoreOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.muster.app.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.flywaydb..")
        .check(ALL);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that(
            not(resideInAPackage("dev.muster.app.cli.."))
                .and(not(describe("Main", type -> type.getName().equals("dev.muster.app.Main")))))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(ALL);
  }

  @Test
  void noNameIsEmptyOfMeaning() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helpers?|Utils?|Utilities|Common|Impl|Base)(\\$.*)?")
        .check(ALL);
  }
}
