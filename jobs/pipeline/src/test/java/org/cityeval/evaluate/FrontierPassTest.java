package org.cityeval.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.indicator.FrontierIndicator;
import org.cityeval.indicator.FrontierIndicator.Entry;
import org.cityeval.indicator.FrontierIndicator.Subject;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.efficiency.JointEfficiency;
import org.cityeval.indicator.publicvalue.WorstOffGap;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How everyone is measured is told by the indicator, which has a test of its own. */
@ExtendWith(SparkExtension.class)
class FrontierPassTest {
  private static final FrontierIndicator JOINT = new JointEfficiency();

  private final EvaluationScope scope = EvaluatedCity.scope(0);
  private final SparkSession spark;

  FrontierPassTest(SparkSession spark) {
    this.spark = spark;
  }

  private static Trace nothing(String why) {
    return Trace.none(Status.MISSING_INPUT, why, 3, 0.5);
  }

  private List<Row> evaluated(List<Row> traces) {
    return new FrontierPass(scope)
        .evaluate(spark.createDataFrame(traces, TraceRow.schema()))
        .collectAsList();
  }

  private static Row trace(String id, Level level, Trace trace, double covered) {
    return EvaluatedCity.trace(JOINT, EvaluatedCity.series(id, level, Map.of()), trace, covered);
  }

  /** Subjects meet in one group whatever their level, and each gets its own result. */
  @Test
  void everySubjectHasTheResultThatTheIndicatorGivesIt() {
    List<Entry> entries = new ArrayList<>();
    List<Row> traces = new ArrayList<>();
    Map<String, Level> subjects =
        new TreeMap<>(Map.of("A", Level.DISTRICT, "B", Level.DISTRICT, "c", Level.CITY));
    subjects.forEach(
        (id, level) -> {
          Trace trace = nothing("no input of " + id);
          traces.add(trace(id, level, trace, level == Level.CITY ? 0.75 : Double.NaN));
          entries.add(new Entry(new Subject("c", id, level, "span"), Period.Kind.SPAN, trace));
        });
    entries.sort(Entry.BY_SUBJECT);
    Map<Subject, Result> expected =
        JOINT.judge(
            entries,
            Parameters.DEFAULTS,
            subject ->
                scope.seed(subject.cityId(), subject.districtId(), subject.periodId(), JOINT));

    List<Row> rows = evaluated(traces);

    assertThat(rows).hasSize(3);
    for (Row row : rows) {
      Level level = Level.ofId(Keys.LEVEL.of(row));
      Subject subject = new Subject("c", Keys.DISTRICT_ID.of(row), level, "span");
      assertThat(IndicatorValueTable.STATUS.of(row)).isEqualTo(expected.get(subject).status().id());
      assertThat(IndicatorValueTable.REASON.of(row)).isEqualTo(expected.get(subject).reason());
      assertThat(IndicatorValueTable.SEED.of(row))
          .isEqualTo(scope.seed("c", subject.districtId(), "span", JOINT));
      assertThat(IndicatorValueTable.PARTS.of(row).contains("\"covered_population_share\":0.75"))
          .isEqualTo(level == Level.CITY);
    }
    assertThat(rows.stream().map(Keys.INPUT_HASH::of).distinct()).hasSize(3);
  }

  /** What one is measured against is everybody: a new member changes what all rest on. */
  @Test
  void whatEverybodyRestsOnChangesWithEveryMember() {
    Row one = trace("A", Level.DISTRICT, nothing("x"), Double.NaN);
    Row two = trace("B", Level.DISTRICT, nothing("x"), Double.NaN);

    String alone = Keys.INPUT_HASH.of(evaluated(List.of(one)).get(0));
    String beside =
        evaluated(List.of(one, two)).stream()
            .filter(row -> Keys.DISTRICT_ID.of(row).equals("A"))
            .map(Keys.INPUT_HASH::of)
            .findFirst()
            .orElseThrow();

    assertThat(beside).isNotEqualTo(alone);
    assertThat(evaluated(List.of(two, one)).stream().map(Keys.INPUT_HASH::of).toList())
        .contains(beside);
  }

  @Test
  void tracesOfOtherKindsAreLeftAlone() {
    assertThat(
            evaluated(
                List.of(
                    EvaluatedCity.trace(
                        new WorstOffGap(),
                        EvaluatedCity.series("A", Level.DISTRICT, Map.of()),
                        nothing("x"),
                        0))))
        .isEmpty();
  }
}
