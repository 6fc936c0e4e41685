package org.cityeval.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.SeriesIndicator;
import org.cityeval.problem.UserProblem;
import org.cityeval.run.Run;
import org.cityeval.run.RunLog;
import org.cityeval.series.Level;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyDistricts;
import org.cityeval.testing.TinyLake;
import org.cityeval.testing.Written;
import org.cityeval.warehouse.Slice;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class EvaluateJobTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2020, 4, 10);

  private final SparkSession spark;
  @TempDir private Path folder;

  EvaluateJobTest(SparkSession spark) {
    this.spark = spark;
  }

  /** A run that finds an observation of the tenth, so that there is a vintage. */
  private Run observed() {
    Run run = TinyLake.in(folder).begin(spark);
    Written.to(
        run.warehouse().stored(),
        ObservationTable.SPEC,
        new TableRow(ObservationTable.SPEC)
            .set(Keys.DISTRICT_ID, "A")
            .set(Keys.DATE, TinyLake.FIRST_DAY)
            .set(Keys.MEASURE, "new_cases")
            .set(Keys.AS_OF, PUBLISHED)
            .set(Keys.SOURCE_ID, "tiny/cases")
            .set(ObservationTable.SOURCE_VERSION, "v"));
    return run;
  }

  private static TableRow period(String evaluation, LocalDate asOf) {
    return new TableRow(PeriodTable.SPEC)
        .set(Keys.EVALUATION_ID, evaluation)
        .set(Keys.AS_OF, asOf)
        .set(Keys.CITY_ID, "tiny")
        .set(Keys.DISTRICT_ID, "tiny")
        .set(Keys.PERIOD_ID, "span")
        .set(PeriodTable.TITLE, "The span")
        .set(PeriodTable.KIND, "span")
        .set(PeriodTable.FIRST_DAY, TinyLake.FIRST_DAY)
        .set(PeriodTable.LAST_DAY, TinyLake.FIRST_DAY.plusDays(39));
  }

  @Test
  void nothingIsEvaluatedBeforeAnythingWasRead() {
    Run run = TinyLake.in(folder).begin(spark);

    assertThatThrownBy(() -> new EvaluateJob(run, TinyDistricts.all()).run())
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("Nothing of tiny was published");
  }

  /** Those of another evaluation, or of another vintage, are none. */
  @Test
  void withoutPeriodsThereIsNoPanel() {
    Run run = observed();
    Written.to(
        run.warehouse().stored(),
        PeriodTable.SPEC,
        period("other", PUBLISHED),
        period("tiny", PUBLISHED.minusDays(1)));

    assertThatThrownBy(() -> new EvaluateJob(run, TinyDistricts.all()).run())
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem ->
                assertThat(problem.render())
                    .contains(
                        "There is no panel of tiny as of 2020-04-10.",
                        "Run 'cityeval panel' first."));
    assertThat(run.warehouse().exists(IndicatorValueTable.SPEC)).isFalse();
  }

  /** Indicators look back upon days before the span, so that its first day is too late. */
  @Test
  void aPanelThatWasMadeForShorterLagsIsRefused() {
    Run run = observed();
    Written.to(run.warehouse().stored(), PeriodTable.SPEC, period("tiny", PUBLISHED));
    Written.to(
        run.warehouse().stored(),
        DistrictDayTable.SILVER,
        new TableRow(DistrictDayTable.SILVER)
            .set(Keys.EVALUATION_ID, "tiny")
            .set(Keys.AS_OF, PUBLISHED)
            .set(Keys.CITY_ID, "tiny")
            .set(Keys.DISTRICT_ID, "A")
            .set(Keys.LEVEL, "district")
            .set(Keys.DATE, TinyLake.FIRST_DAY));

    assertThatThrownBy(() -> new EvaluateJob(run, TinyDistricts.all()).run())
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem ->
                assertThat(problem.render())
                    .contains(
                        "The panel of tiny begins too late for the lags of the config.",
                        "silver.district_day begins on 2020-03-01.",
                        "Run 'cityeval panel' with the same --config and --warehouse first."));
  }

  private static String key(StoredRow row) {
    return row.get(Keys.LEVEL)
        + " "
        + row.get(Keys.DISTRICT_ID)
        + " "
        + row.get(Keys.PERIOD_ID)
        + " "
        + row.get(Keys.INDICATOR_ID);
  }

  /**
   * Districts and cities have every indicator of their level over every period of the city, and
   * districts those of one series over their own waves as well. A row of another vintage stays.
   */
  @Test
  void everyIndicatorIsThereOnceForEveryDistrictCityAndPeriod() {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("lake"));
    Run run = lake.begin(spark);
    run.warehouse()
        .replace(
            IndicatorValueTable.SPEC,
            Slice.of("tiny", PUBLISHED.minusDays(1)),
            run.warehouse()
                .rows(
                    IndicatorValueTable.SPEC,
                    List.of(
                        new TableRow(IndicatorValueTable.SPEC)
                            .set(Keys.EVALUATION_ID, "tiny")
                            .set(Keys.AS_OF, PUBLISHED.minusDays(1))
                            .set(Keys.DISTRICT_ID, "earlier")
                            .row())),
            "an earlier run");
    Set<String> ofCity = new TreeSet<>();
    Set<String> own = new TreeSet<>();
    for (StoredRow period : run.warehouse().stored().rows(PeriodTable.SPEC).list()) {
      if (period.get(PeriodTable.KIND).equals("own_wave")) {
        own.add(period.get(Keys.DISTRICT_ID) + " " + period.get(Keys.PERIOD_ID));
      } else {
        ofCity.add(period.get(Keys.PERIOD_ID));
      }
    }

    RunLog.Counts counts = new EvaluateJob(run, TinyDistricts.all()).run();

    List<StoredRow> rows =
        run.warehouse().stored().rows(IndicatorValueTable.SPEC).where(Keys.AS_OF, PUBLISHED).list();
    List<String> keys = rows.stream().map(EvaluateJobTest::key).toList();
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(counts.rowsOut()).isEqualTo(keys.size());
    assertThat(counts.rowsIn()).isZero();
    assertThat(counts.inputVersions()).containsKeys("tiny/cases", "tiny/mobility");
    assertThat(ofCity).contains("span");
    List<String> expected = new ArrayList<>();
    for (Indicator indicator : Indicators.ALL) {
      String id = " " + indicator.spec().id();
      Set<Level> levels = indicator.spec().levels();
      for (String period : ofCity) {
        if (levels.contains(Level.CITY)) {
          expected.add("city tiny " + period + id);
        }
        if (levels.contains(Level.DISTRICT)) {
          TinyLake.DISTRICTS.forEach(one -> expected.add("district " + one + " " + period + id));
        }
      }
      if (levels.contains(Level.DISTRICT) && indicator instanceof SeriesIndicator) {
        own.forEach(wave -> expected.add("district " + wave + id));
      }
    }
    assertThat(own).isNotEmpty();
    assertThat(keys).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(
            run.warehouse()
                .stored()
                .rows(IndicatorValueTable.SPEC)
                .where(Keys.AS_OF, PUBLISHED.minusDays(1))
                .list())
        .hasSize(1);
  }
}
