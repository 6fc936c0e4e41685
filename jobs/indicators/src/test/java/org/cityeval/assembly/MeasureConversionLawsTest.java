package org.cityeval.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.assembly.MeasureRule.BeforeFirst;
import org.cityeval.assembly.Placement.Dated;
import org.cityeval.assembly.Placement.Every;
import org.cityeval.series.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every series, over seeded random ones. */
class MeasureConversionLawsTest {
  private static final int DAYS = 800;
  private static final LocalDate FROM = LocalDate.of(2019, 1, 1);

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void spreadingKeepsTheSumToTheLastBit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Placement placement = placement(random);
    double[] published = periodic(random, placement);
    double[] daily = convert(published, MeasureKind.DAILY_COUNT, placement, null);

    for (PublishedPeriod period : PublishedPeriod.list(published, placement, FROM)) {
      double sum = 0;
      for (int day = period.firstDay(); day <= period.lastDay(); day++) {
        sum += daily[day];
      }
      assertThat(sum).isEqualTo(period.value());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void differencesAndTheFirstReportGiveBackTheCumulativeCount(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Placement placement = placement(random);
    // Whole numbers, with falls and missing reports.
    double[] published = periodic(random, placement);
    double[] daily = convert(published, MeasureKind.CUMULATIVE_COUNT, placement, null);

    double cumulative = Double.NaN;
    for (PublishedPeriod report : PublishedPeriod.list(published, placement, FROM)) {
      if (Double.isNaN(cumulative)) {
        cumulative = report.value();
        continue;
      }
      for (int day = report.firstDay(); day <= report.lastDay(); day++) {
        cumulative += daily[day];
      }
      assertThat(cumulative).isCloseTo(report.value(), within(1e-7));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSeriesThatIsAlwaysAtItsNormalHasNoChange(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double level = random.nextDouble(1, 1e6);
    double[] published = new double[DAYS];
    Arrays.setAll(published, day -> random.nextInt(5) == 0 ? Double.NaN : level);

    double[] change = convert(published, MeasureKind.LEVEL, Placement.DAILY, baseline(random));

    assertThat(observed(change)).isNotEmpty();
    for (double of : observed(change)) {
      assertThat(of).isCloseTo(0, within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theUnitOfALevelDoesNotMatter(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Baseline baseline = baseline(random);
    double scale = random.nextDouble(.001, 1000);
    double[] published = new double[DAYS];
    Arrays.setAll(
        published, day -> random.nextInt(5) == 0 ? Double.NaN : random.nextDouble(1, 100));

    double[] one = convert(published, MeasureKind.LEVEL, Placement.DAILY, baseline);
    double[] other =
        convert(
            Arrays.stream(published).map(level -> scale * level).toArray(),
            MeasureKind.LEVEL,
            Placement.DAILY,
            baseline);

    for (int day = 0; day < DAYS; day++) {
      assertThat(other[day]).isCloseTo(one[day], within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyDayOfAPeriodSaysTheSame(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Placement placement = placement(random);
    double[] published = periodic(random, placement);
    double[] daily = convert(published, MeasureKind.PERCENT_CHANGE, placement, null);

    int placed = 0;
    for (PublishedPeriod period : PublishedPeriod.list(published, placement, FROM)) {
      for (int day = period.firstDay(); day <= period.lastDay(); day++) {
        assertThat(daily[day]).isEqualTo(period.value());
        placed++;
      }
    }
    assertThat(observed(daily)).hasSize(placed);
  }

  private static double[] observed(double[] daily) {
    return Arrays.stream(daily).filter(value -> !Double.isNaN(value)).toArray();
  }

  private static <T> T any(SplittableRandom random, T[] of) {
    return of[random.nextInt(of.length)];
  }

  private static Placement placement(SplittableRandom random) {
    return new Placement(any(random, Every.values()), any(random, Dated.values()));
  }

  /** Whole counts, one a period, a fifth of them missing; the ends of the series are left empty. */
  private static double[] periodic(SplittableRandom random, Placement placement) {
    double[] published = new double[DAYS];
    Arrays.fill(published, Double.NaN);
    int day = 31 + random.nextInt(7);
    while (day < DAYS - 31) {
      published[day] = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(1_000_000);
      LocalDate date = FROM.plusDays(day);
      day +=
          switch (placement.every()) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> date.lengthOfMonth() - date.getDayOfMonth() + 1 + random.nextInt(28);
          };
    }
    return published;
  }

  private static Baseline baseline(SplittableRandom random) {
    Normal normal =
        switch (random.nextInt(3)) {
          case 0 -> new WindowNormal(FROM, FROM.plusDays(59), WindowNormal.Method.WEEKDAY_MEDIAN);
          case 1 -> new WindowNormal(FROM, FROM.plusDays(59), WindowNormal.Method.MEAN);
          default ->
              new YearBeforeNormal(
                  any(random, Alignment.values()),
                  7,
                  any(random, YearBeforeNormal.Average.values()));
        };
    return new Baseline("normal", normal, Baseline.Timing.BEFORE_THE_EMERGENCY);
  }

  private static double[] convert(
      double[] published, MeasureKind kind, Placement placement, Baseline baseline) {
    Quantity quantity = baseline == null ? Quantity.NEW_CASES : Quantity.MOBILITY_ACTIVITY_CHANGE;
    MeasureRule rule =
        new MeasureRule(quantity, kind, 1, 1, BeforeFirst.MISSING, baseline, placement);
    return MeasureConversion.convert(published, rule, FROM).daily();
  }
}
