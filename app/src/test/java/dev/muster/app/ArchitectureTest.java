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
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
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
          .as("computation");

  private static final String[] VOCABULARY = {"value", "password", "user", "problem"};

  /** The core's packages in reading order, each with those of the core that it may use. */
  private enum CorePackage {
    VALUE,
    PASSWORD("value"),
    USER("value", "password"),
    PROBLEM("value"),
    READ(VOCABULARY),
    PREPARE(and(VOCABULARY, "read")),
    MATCH(and(VOCABULARY, "read", "prepare")),
    DECIDE(and(VOCABULARY, "read", "prepare", "match")),
    APPLY(and(VOCABULARY, "read", "prepare", "match", "decide")),
    REPORT(and(VOCABULARY, "read", "prepare", "match", "decide")),
    // A profile says how records are read, prepared, decided and shown; writing is not its affair.
    PROFILE(and(VOCABULARY, "read", "prepare", "match", "decide", "report")),
    PROFILE_AUTHGEAR(and(VOCABULARY, "read", "prepare", "match", "decide", "report", "profile")),
    PROFILE_CSV(and(VOCABULARY, "read", "prepare", "match", "decide", "report", "profile"));

    private final Set<String> allowed;

    CorePackage(String... allowed) {
      this.allowed = Stream.of(allowed).map(CorePackage::full).collect(Collectors.toSet());
    }

    String fullName() {
      return full(name().toLowerCase(java.util.Locale.ROOT).replace('_', '.'));
    }

    ArchRule rule() {
      return classes()
          .that()
          .resideInAPackage(fullName())
          .should()
          .onlyDependOnClassesThat(
              COMPUTATION
                  .or(resideInAPackage(fullName()))
                  .or(resideInAnyPackage(allowed.toArray(String[]::new))));
    }

    private static String full(String name) {
      return "dev.muster." + name;
    }

    private static String[] and(String[] some, String... more) {
      return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
  }

  @TestFactory
  Stream<DynamicTest> aStageOfTheCoreUsesOnlyThoseBeforeIt() {
    return Stream.of(CorePackage.values())
        .map(each -> dynamicTest(each.fullName(), () -> each.rule().check(ALL)));
  }

  @Test
  void everyPackageOfTheCoreHasItsPlaceInTheOrder() {
    assertThat(ALL.that(CORE).stream().map(JavaClass::getPackageName).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of("dev.muster"),
                    Stream.of(CorePackage.values()).map(CorePackage::fullName))
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
        .dependOnClassesThat(
            belongToAnyOf(
                java.util.Random.class, java.util.Timer.class, Thread.class, Process.class))
        .check(ALL);
  }

  /** Calls that ask the world. */
  private static final class Impurity {

    private static final Set<String> OF_SYSTEM =
        Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "getLogger", "exit");

    static boolean isCalledBy(JavaCall<?> call) {
      JavaClass owner = call.getTargetOwner();
      String method = call.getName();
      return owner.isEquivalentTo(Clock.class) && !method.equals("instant")
          || owner.getPackageName().equals("java.time") && method.equals("now")
          || owner.isEquivalentTo(System.class) && OF_SYSTEM.contains(method)
          || owner.isEquivalentTo(Math.class) && method.equals("random")
          || owner.isEquivalentTo(java.util.UUID.class) && method.equals("randomUUID");
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
    onlyUses("dev.muster.app.format..", "dev.muster.app.json..", "dev.muster.app.job..").check(ALL);
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
    onlyUses("dev.muster.app.store..", "dev.muster.app.json..", "dev.muster.app.job..").check(ALL);
  }

  @Test
  void settingsKnowNothingThatRuns() {
    onlyUses("dev.muster.app.settings..", "dev.muster.app.format..").check(ALL);
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
