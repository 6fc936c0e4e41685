package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.events.cell.Feed;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.ingest.Reason;
import org.cityeval.source.Notation;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class MeasureColumnsTest {
  @TempDir private Path folder;

  private final SparkSession spark;

  MeasureColumnsTest(SparkSession spark) {
    this.spark = spark;
  }

  /** What a measure makes of rows: a value and the name of a reason each. */
  private List<String> judged(String rows, List<String> marks, String measure) {
    TripSource trips =
        TripSource.of(
            folder,
            List.of("path: t.csv", "date: day", "district: zone"),
            "mobility_transit_change: {kind: level, baseline: march, " + measure + "}");
    MeasureConfig config = trips.measure();
    Dataset<Row> events = spark.sql("select * from values " + rows);
    MeasureColumns columns =
        new MeasureColumns(events, marks, Notation.of(trips.source().location()));
    Feed feed = columns.feed("m", config);
    List<String> judged = new ArrayList<>(List.of(feed.type().name()));
    for (Row row :
        events.select(columns.value(feed, config), columns.reason(feed, config)).collectAsList()) {
      Reason reason = ReasonCodes.reason(PackedReasons.unpack(row.getLong(1), 0));
      judged.add(reason == Reason.NONE ? String.valueOf(row.get(0)) : reason.code());
    }
    return judged;
  }

  @Test
  void textIsANumberWithoutItsBlanksOrWhyItIsNone() {
    assertThat(
            judged(
                "(' 2.5 '), ('ten'), (''), (null), ('NA'), ('-1'), ('NaN') as t(n)",
                List.of("NA"),
                "value: n, aggregate: sum"))
        .containsExactly(
            "NUMBER",
            "2.5",
            "unparsable_number",
            "no_value",
            "no_value",
            "no_value",
            "-1.0",
            "unparsable_number");
  }

  @Test
  void aNumberThatIsNotFiniteIsNone() {
    assertThat(
            judged(
                "(double('NaN')), (double('Infinity')), (1.5D), (null) as t(n)",
                List.of(),
                "value: n, aggregate: mean"))
        .containsExactly("NUMBER", "unparsable_number", "unparsable_number", "1.5", "no_value");
  }

  @Test
  void bothEndsOfARangeAreInIt() {
    assertThat(
            judged(
                "(-0.1D), (0D), (10D), (10.1D) as t(n)",
                List.of(),
                "value: n, aggregate: sum, range: [0, 10]"))
        .containsExactly("NUMBER", "out_of_range", "0.0", "10.0", "out_of_range");
  }

  /** Two columns are behind it: only where both are blank is nothing said. */
  @Test
  void aSumOfColumnsSaysNothingWhereAllOfThemAreBlank() {
    assertThat(
            judged(
                "(1, 2), (1, null), (null, null) as t(a, b)",
                List.of(),
                "value: a + b, aggregate: sum"))
        .containsExactly("NUMBER", "3.0", "unparsable_number", "no_value");
  }

  /** A comparison has no answer as soon as one of its columns is blank. */
  @Test
  void aComparisonSaysNothingWhereAnyColumnIsBlank() {
    assertThat(
            judged(
                "(2, 1), (1, 2), (1, null) as t(a, b)",
                List.of(),
                "value: a > b, aggregate: share"))
        .containsExactly("TRUTH", "true", "false", "no_value");
    assertThat(judged("(1) as t(a)", List.of(), "value: 'true', aggregate: share"))
        .containsExactly("TRUTH", "true");
    assertThat(judged("(1) as t(a)", List.of(), "value: cast(null as boolean), aggregate: share"))
        .containsExactly("TRUTH", "no_value");
  }

  @Test
  void textIsTrueOrFalseOrNeither() {
    assertThat(
            judged(
                "(' true'), ('no'), ('maybe'), ('') as t(b)",
                List.of(),
                "value: b, aggregate: share"))
        .containsExactly("TRUTH", "true", "false", "unparsable_number", "no_value");
  }

  @Test
  void whatIsCountedNeedsOnlyBeThere() {
    assertThat(judged("('x'), (' '), (null) as t(d)", List.of(), "value: d, aggregate: count"))
        .containsExactly("PRESENCE", "null", "no_value", "no_value");
    assertThat(judged("('x') as t(d)", List.of(), "value: '1', aggregate: count"))
        .containsExactly("PRESENCE", "null");
  }

  @Test
  void aRangeMakesEvenWhatIsCountedANumber() {
    assertThat(
            judged(
                "('1'), ('11'), ('x') as t(d)",
                List.of(),
                "value: d, aggregate: count, range: [0, 10]"))
        .containsExactly("PRESENCE", "null", "out_of_range", "unparsable_number");
  }

  @Test
  void wholeNumbersAreToldApartAsNumbersAndAllElseAsText() {
    assertThat(judged("(7), (null) as t(d)", List.of(), "value: d, aggregate: distinct"))
        .containsExactly("LONG", "7", "no_value");
    assertThat(judged("(' d1 '), ('') as t(d)", List.of(), "value: d, aggregate: distinct"))
        .containsExactly("TEXT", "d1", "no_value");
    assertThat(judged("(1.5D) as t(d)", List.of(), "value: d, aggregate: distinct_approximate"))
        .containsExactly("TEXT", "1.5");
  }

  /** A mark stands for nothing in numbers too, such as 999. */
  @Test
  void aMarkIsOneInWhateverTypeItStands() {
    assertThat(judged("(999), (1) as t(n)", List.of("999"), "value: n, aggregate: sum"))
        .isEqualTo(Arrays.asList("NUMBER", "no_value", "1.0"));
  }

  @Test
  void aCountOfPersonsIsNotNegative() {
    TripSource trips =
        TripSource.of(
            folder,
            List.of("path: t.csv", "date: day", "district: zone"),
            "mobility_transit_change: {kind: level, baseline: march, value: n, aggregate: sum}");
    MeasureConfig level = trips.measure();
    MeasureConfig count =
        new MeasureConfig(
            level.reading(),
            MeasureKind.DAILY_COUNT,
            level.scale(),
            level.smoothedDays(),
            null,
            level.beforeFirst(),
            level.placement());
    Dataset<Row> events = spark.sql("select * from values (-1), (0) as t(n)");
    MeasureColumns columns =
        new MeasureColumns(events, List.of(), Notation.of(trips.source().location()));
    Feed feed = columns.feed("m", count);

    assertThat(feed.isCount()).isTrue();
    assertThat(events.select(columns.reason(feed, count)).collectAsList())
        .extracting(row -> ReasonCodes.reason(PackedReasons.unpack(row.getLong(0), 0)))
        .containsExactly(Reason.NEGATIVE_COUNT, Reason.NONE);
  }
}
