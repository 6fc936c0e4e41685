package org.cityeval.indicator.efficiency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.Control;
import org.cityeval.numeric.statistics.Quantiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How far each rule of control is off, where the day of control is known. */
class ControlAccuracyTest {
  private static final Path DECISION =
      Path.of("../docs/decisions/0019-when-an-epidemic-is-under-control.md");
  private static final int RUNS = 100;
  private static final int NEVER = 10_000;
  private static final int[] SIZES = {1, 3, 10, 30, 100, 300, 1000};
  private static final double[] BROUGHT_IN = {0, 0.25};
  private static final Parameters.Low NO_LOW = new Parameters.Low(14, 0, 1);
  private static final Parameters.Low LOW = Parameters.DEFAULTS.control().low();

  /** The rules alone, and together. */
  private static final List<Control> RULES =
      List.of(
          new Control(7, NEVER, NO_LOW),
          new Control(NEVER, 28, NO_LOW),
          new Control(NEVER, NEVER, LOW),
          Parameters.DEFAULTS.control());

  private static final Map<String, List<Accuracy>> FOUND = new LinkedHashMap<>();

  /** Errors where it was told, in days, and how many never were. */
  private record Accuracy(double[] errors, int never) {
    static Accuracy of(List<SimulatedOutbreak> outbreaks, Control rule) {
      double[] errors =
          outbreaks.stream()
              .map(outbreak -> outbreak.error(rule))
              .filter(OptionalDouble::isPresent)
              .mapToDouble(OptionalDouble::getAsDouble)
              .toArray();
      return new Accuracy(errors, outbreaks.size() - errors.length);
    }

    double median() {
      return Quantiles.median(errors);
    }

    /** Told for fewer than one in twenty, a median says nothing. */
    @Override
    public String toString() {
      String share = String.format(Locale.ROOT, "%.0f %%", 100.0 * never / RUNS);
      return errors.length < RUNS / 20
          ? "never " + share
          : String.format(Locale.ROOT, "%+.0f, never %s", median(), share);
    }
  }

  @BeforeAll
  static void simulates() {
    for (double broughtIn : BROUGHT_IN) {
      for (int size : SIZES) {
        List<SimulatedOutbreak> outbreaks =
            SimulatedOutbreak.several(RUNS, size, broughtIn, 19 + size);
        FOUND.put(
            size + " | " + (broughtIn == 0 ? "none" : "0.25"),
            RULES.stream().map(rule -> Accuracy.of(outbreaks, rule)).toList());
      }
    }
  }

  @Test
  void togetherTheRulesTellOfControlWhateverTheSize() {
    FOUND.forEach(
        (size, rules) -> {
          assertThat(rules.get(3).never()).as(size).isLessThanOrEqualTo(1);
          assertThat(Math.abs(rules.get(3).median())).as(size).isLessThanOrEqualTo(14);
        });
  }

  @Test
  void fromThirtyCasesADayTheyAreAWeekLateAtMost() {
    FOUND.forEach(
        (size, rules) -> {
          if (Integer.parseInt(size.substring(0, size.indexOf(' '))) >= 30) {
            assertThat(rules.get(3).median()).as(size).isBetween(0.0, 7.0);
          }
        });
  }

  @Test
  void withoutFewCasesASmallOutbreakIsNeverOver() {
    for (String size : List.of("1 | 0.25", "3 | 0.25")) {
      assertThat(FOUND.get(size).get(0).never()).as(size).isGreaterThan(90);
      assertThat(FOUND.get(size).get(1).never()).as(size).isGreaterThan(80);
    }
  }

  @Test
  void theDecisionHoldsTheTable() throws IOException {
    StringBuilder table = new StringBuilder();
    FOUND.forEach(
        (size, rules) ->
            table
                .append("| " + size + " | ")
                .append(String.join(" | ", rules.stream().map(Accuracy::toString).toList()))
                .append(" |\n"));

    assertThat(Files.readString(DECISION)).contains(table);
  }
}
