package org.cityeval.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineLayersTest {
  private static final String[] STAGES = {
    "ingest", "contract", "panel", "evaluate", "compare", "revision"
  };
  private static final Set<String> ACTIONS =
      Set.of("collectAsList", "collect", "count", "show", "head", "first", "take", "foreach");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.cityeval");

  private static final ArchRule ONLY_WAREHOUSE_AND_CLI_KNOW_DELTA =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.cityeval.warehouse..", "org.cityeval.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..")
          .because("the warehouse writes, and the command line tells its failures");

  private static final ArchRule ONLY_LAKE_AND_WAREHOUSE_READ_AND_WRITE =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.cityeval.lake..", "org.cityeval.warehouse..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*\\.DataFrame(Reader|Writer|WriterV2)")
          .because("the lake is read in one place, and tables in another");

  private static final ArchRule ONLY_CLI_BUILDS_A_SESSION =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.cityeval.cli..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "org\\.apache\\.spark\\.sql\\..*SparkSession\\$Builder|.*SparkSessionBuilder")
          .because("a job joins the session it is given");

  private static final ArchRule NO_OLD_DATES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.(sql\\.(Date|Timestamp)|util\\.(Date|Calendar))")
          .because("they carry the machine's time zone");

  private static final ArchRule ONLY_CLI_KNOWS_THE_TIME =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.cityeval.cli..")
          .should()
          .accessTargetWhere(describe("it reads the clock", PipelineLayersTest::readsTheClock))
          .because("the same evaluation gives the same numbers on any day");

  private static final ArchRule NO_VAGUE_NAMES =
      noClasses()
          .should()
          .haveSimpleNameContaining("Util")
          .orShould()
          .haveSimpleNameContaining("Helper")
          .orShould()
          .haveSimpleNameContaining("Manager")
          .because("a function lives with the thing it is about");

  @Test
  void onlyTheWarehouseAndTheCommandLineKnowDelta() {
    ONLY_WAREHOUSE_AND_CLI_KNOW_DELTA.check(MAIN);
    assertThat(violations(ONLY_WAREHOUSE_AND_CLI_KNOW_DELTA, MeddlingHelper.class)).isNotEmpty();
  }

  @Test
  void onlyTheLakeAndTheWarehouseReadAndWrite() {
    ONLY_LAKE_AND_WAREHOUSE_READ_AND_WRITE.check(MAIN);
    assertThat(violations(ONLY_LAKE_AND_WAREHOUSE_READ_AND_WRITE, MeddlingHelper.class))
        .isNotEmpty();
  }

  @Test
  void onlyTheCommandLineBuildsASession() {
    ONLY_CLI_BUILDS_A_SESSION.check(MAIN);
    assertThat(violations(ONLY_CLI_BUILDS_A_SESSION, MeddlingHelper.class)).isNotEmpty();
  }

  @Test
  void onlyTheCommandLineKnowsTheTime() {
    ONLY_CLI_KNOWS_THE_TIME.check(MAIN);
    assertThat(violations(ONLY_CLI_KNOWS_THE_TIME, MeddlingHelper.class)).hasSize(2);
  }

  @Test
  void datesAreDays() {
    NO_OLD_DATES.check(MAIN);
    assertThat(violations(NO_OLD_DATES, MeddlingHelper.class)).isNotEmpty();
  }

  @Test
  void nothingHasAVagueName() {
    NO_VAGUE_NAMES.check(MAIN);
    assertThat(violations(NO_VAGUE_NAMES, MeddlingHelper.class)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "contract", "panel", "evaluate", "compare", "revision"})
  void stagesMeetAtTablesAlone(String stage) {
    String[] others =
        Stream.concat(
                Stream.of(STAGES), Stream.of("run", "check", "job", "cli", "report", "explain"))
            .filter(other -> !other.equals(stage))
            .map(other -> "org.cityeval." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("org.cityeval." + stage + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(MAIN);
  }

  /** They map records as ingest does, and end in a table of their own. */
  @Test
  void requestsSeeTheLakeAndTheRecordsAlone() {
    noClasses()
        .that()
        .resideInAPackage("org.cityeval.requests..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("org.cityeval..")
                .and(
                    JavaClass.Predicates.resideOutsideOfPackages(
                        "org.cityeval.requests..",
                        "org.cityeval.ingest..",
                        "org.cityeval.source..",
                        "org.cityeval.lake..",
                        "org.cityeval.config..")))
        .check(MAIN);
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.cityeval.requests..", "org.cityeval.job..", "org.cityeval.check..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.cityeval.requests..")
        .check(MAIN);
  }

  /** A tally is what a job counts by, and a check of sources looks at nothing but headings. */
  @Test
  void stagesStartNoSparkJob() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.cityeval.ingest..",
            "org.cityeval.contract..",
            "org.cityeval.events..",
            "org.cityeval.requests..",
            "org.cityeval.panel..",
            "org.cityeval.evaluate..",
            "org.cityeval.compare..",
            "org.cityeval.revision..")
        .and()
        .doNotHaveSimpleName("FileTallies")
        .should()
        .callMethodWhere(
            describe(
                "it is an action",
                call ->
                    call.getTargetOwner().getFullName().equals("org.apache.spark.sql.Dataset")
                        && ACTIONS.contains(call.getTarget().getName())))
        .check(MAIN);
  }

  @Test
  void nothingKnowsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.cityeval.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.cityeval.cli..")
        .check(MAIN);
  }

  /** A draft is made before there is a config, and must not wait for an engine to start. */
  @Test
  void aDraftIsMadeOfSamplesAlone() {
    noClasses()
        .that()
        .resideInAPackage("org.cityeval.draft..")
        .should()
        .dependOnClassesThat(
            describe(
                "are neither the vocabulary, nor problems, nor readers of files",
                known ->
                    known.getPackageName().startsWith("org.apache.spark")
                        || (known.getPackageName().startsWith("org.cityeval.")
                            && Stream.of("draft", "csv", "problem", "series")
                                .noneMatch(
                                    seen ->
                                        (known.getPackageName() + ".")
                                            .startsWith("org.cityeval." + seen + ".")))))
        .check(MAIN);
    noClasses()
        .that()
        .resideOutsideOfPackages("org.cityeval.draft..", "org.cityeval.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.cityeval.draft..")
        .because("what was only guessed decides nothing")
        .check(MAIN);
  }

  @Test
  void packagesDoNotFormACycle() {
    slices().matching("org.cityeval.(*)..").should().beFreeOfCycles().check(MAIN);
    // The list of indicators knows them all, and they know what an indicator is.
    slices()
        .matching("org.cityeval.(**)")
        .should()
        .beFreeOfCycles()
        .check(MAIN.that(JavaClass.Predicates.resideOutsideOfPackage("org.cityeval.indicator..")));
  }

  private static boolean readsTheClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    String name = access.getTarget().getName();
    return (owner.startsWith("java.time.") && name.equals("now"))
        || (owner.equals("java.lang.System") && name.matches("currentTimeMillis|nanoTime"));
  }

  private static List<String> violations(ArchRule rule, Class<?> of) {
    return rule.evaluate(new ClassFileImporter().importClasses(of)).getFailureReport().getDetails();
  }

  /** Breaks the rules, so that they are seen to notice. */
  static final class MeddlingHelper {
    Supplier<Instant> clock = Instant::now;
    long millis = System.currentTimeMillis();
    java.sql.Date day = java.sql.Date.valueOf("2020-03-01");

    io.delta.tables.DeltaTable open() {
      SparkSession.builder().getOrCreate().read().format("delta");
      return null;
    }
  }
}
