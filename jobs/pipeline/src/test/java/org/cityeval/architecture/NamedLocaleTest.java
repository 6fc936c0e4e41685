package org.cityeval.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cityeval.indicator.Indicator;
import org.junit.jupiter.api.Test;

/** A machine's locale writes 0.65 as 0,65 and makes a dotted capital of i (Turkish): name one. */
class NamedLocaleTest {
  /** Methods that look at the machine's locale unless they are given one. */
  private static final Map<String, Set<String>> BY_LOCALE =
      Map.of(
          "java.lang.String", Set.of("format", "formatted", "toLowerCase", "toUpperCase"),
          "java.io.PrintStream", Set.of("format", "printf"),
          "java.io.PrintWriter", Set.of("format", "printf"),
          "java.util.Formatter", Set.of("<init>"),
          "java.util.Scanner", Set.of("<init>"),
          "java.text.DecimalFormat", Set.of("<init>"),
          "java.text.MessageFormat", Set.of("<init>", "format"),
          "java.text.SimpleDateFormat", Set.of("<init>"),
          "java.text.NumberFormat",
              Set.of("getInstance", "getNumberInstance", "getPercentInstance"),
          "java.time.format.DateTimeFormatter", Set.of("ofPattern"));

  private static final ArchRule A_LOCALE_IS_NAMED =
      noClasses()
          .should()
          .accessTargetWhere(
              describe("it looks at the machine's locale", NamedLocaleTest::looksAtTheMachine))
          .because("the same evaluation gives the same texts on any machine");

  private static boolean looksAtTheMachine(JavaAccess<?> access) {
    return BY_LOCALE
            .getOrDefault(access.getTargetOwner().getFullName(), Set.of())
            .contains(access.getTarget().getName())
        && access.getTarget() instanceof CodeUnitAccessTarget called
        && called.getRawParameterTypes().stream()
            .noneMatch(type -> type.isAssignableTo(Locale.class));
  }

  @Test
  void everyFormatAndChangeOfCaseNamesItsLocale() {
    JavaClasses both =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cityeval");
    assertThat(both.contain(Indicator.class)).as("the other module is looked at too").isTrue();
    A_LOCALE_IS_NAMED.check(both);
    assertThat(
            A_LOCALE_IS_NAMED
                .evaluate(new ClassFileImporter().importClasses(OfTheMachine.class))
                .getFailureReport()
                .getDetails())
        .hasSize(5);
  }

  /** Breaks the rule, so that it is seen to notice. */
  @SuppressWarnings({"StringCaseLocaleUsage", "AnnotateFormatMethod"})
  static final class OfTheMachine {
    String number = String.format("%.2f", 0.65);
    String same = "%.2f".formatted(0.65);
    UnaryOperator<String> lower = String::toLowerCase;
    String upper = "i".toUpperCase();
    DateTimeFormatter days = DateTimeFormatter.ofPattern("d MMM uuuu");
    String named = String.format(Locale.ROOT, "%.2f", 0.65).toLowerCase(Locale.ROOT);
  }
}
