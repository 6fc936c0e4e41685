package org.cityeval.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayersTest {
  private static final int MOST_LINES = 300;
  private static final Set<String> CLOCK_AND_CHANCE =
      Set.of("java.lang.Math.random", "java.lang.System.currentTimeMillis");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.cityeval");

  private static final ArchRule NO_CLOCK_AND_NO_CHANCE =
      noClasses()
          .should()
          .callMethodWhere(describe("it reads the clock or draws unseeded", LayersTest::isImpure))
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
  void numericKnowsTheJdkAndItsTwoLibrariesOnly() {
    classes()
        .that()
        .resideInAPackage("org.cityeval.numeric..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.cityeval.numeric..", "java..", "org.hipparchus..", "org.ojalgo..")
        .check(MAIN);
  }

  @Test
  void seriesKnowsTheJdkOnly() {
    classes()
        .that()
        .resideInAPackage("org.cityeval.series..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.cityeval.series..", "java..")
        .check(MAIN);
  }

  @Test
  void indicatorsDoNotKnowTheComparison() {
    noClasses()
        .that()
        .resideInAPackage("org.cityeval.indicator..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.cityeval.comparison..")
        .check(MAIN);
  }

  @Test
  void packagesDoNotFormACycle() {
    slices().matching("org.cityeval.(*)..").should().beFreeOfCycles().check(MAIN);
    slices().matching("org.cityeval.numeric.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void nothingHasAVagueName() {
    NO_VAGUE_NAMES.check(MAIN);
    assertThat(violations(NO_VAGUE_NAMES, DateHelper.class)).isNotEmpty();
  }

  @Test
  void nothingReadsTheClockOrDrawsUnseeded() {
    NO_CLOCK_AND_NO_CHANCE.check(MAIN);
    assertThat(violations(NO_CLOCK_AND_NO_CHANCE, DateHelper.class)).hasSize(2);
  }

  @Test
  void noFileIsLongerThanAReaderHolds() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).isNotEmpty();
      for (Path source : sources) {
        assertThat(Files.readAllLines(source))
            .as("%s", source)
            .hasSizeLessThanOrEqualTo(MOST_LINES);
      }
    }
  }

  private static boolean isImpure(JavaMethodCall call) {
    String owner = call.getTargetOwner().getFullName();
    String method = call.getTarget().getName();
    return (owner.startsWith("java.time.") && method.equals("now"))
        || CLOCK_AND_CHANCE.contains(owner + "." + method);
  }

  private static List<String> violations(ArchRule rule, Class<?> of) {
    return rule.evaluate(new ClassFileImporter().importClasses(of)).getFailureReport().getDetails();
  }

  /** Breaks the rules, so that they are seen to notice. */
  static final class DateHelper {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    double chance = Math.random();
  }
}
