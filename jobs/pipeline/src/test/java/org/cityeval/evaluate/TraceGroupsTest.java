package org.cityeval.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.efficiency.JointEfficiency;
import org.cityeval.indicator.publicvalue.WorstOffGap;
import org.cityeval.indicator.structure.RecoverySynchrony;
import org.cityeval.series.Level;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class TraceGroupsTest {
  /** Gives each group back as one row whose id names its members, and whose hash is theirs. */
  private static final FlatMapFunction<Row, Row> TELL =
      group -> {
        List<String> members = new ArrayList<>();
        for (Row trace : TraceGroups.traces(group)) {
          members.add(Keys.DISTRICT_ID.of(trace) + TraceRow.trace(trace).values()[0]);
        }
        Object[] cells = new Object[IndicatorValueTable.SPEC.columns().size()];
        List<String> names = List.of(IndicatorValueTable.SPEC.columnNames());
        cells[names.indexOf("indicator_id")] = Keys.INDICATOR_ID.of(group);
        cells[names.indexOf("district_id")] = String.join(" ", members);
        cells[names.indexOf("input_hash")] = TraceGroups.inputs(TraceGroups.traces(group));
        return List.of(RowFactory.create(cells)).iterator();
      };

  private static Row trace(Indicator indicator, String id, double value) {
    return EvaluatedCity.trace(
        indicator,
        EvaluatedCity.series(id, Level.DISTRICT, Map.of()),
        new Trace(Status.OK, "", 9, 1, new double[] {value}),
        0);
  }

  private static List<Row> judged(SparkSession spark, Row... traces) {
    return TraceGroups.judged(
            spark.createDataFrame(List.of(traces), TraceRow.schema()).repartition(3),
            PooledIndicator.class,
            TableColumn.names(Keys.INDICATOR_ID),
            TableColumn.names(Keys.DISTRICT_ID),
            TELL)
        .collectAsList();
  }

  /** One indicator a group, members by their id; what is of another kind is not there. */
  @Test
  void tracesMeetByTheirKeysAndStandByTheirSubject(SparkSession spark) {
    List<Row> groups =
        judged(
            spark,
            trace(new WorstOffGap(), "B", 2),
            trace(new WorstOffGap(), "A", 3),
            trace(new RecoverySynchrony(), "A", 4),
            trace(new JointEfficiency(), "A", 5));

    assertThat(groups)
        .extracting(row -> Keys.INDICATOR_ID.of(row) + " " + Keys.DISTRICT_ID.of(row))
        .containsExactlyInAnyOrder("V2 A3.0 B2.0", "S3 A4.0");
  }

  @Test
  void whatAGroupRestsOnIsAllOfItsMembers(SparkSession spark) {
    Row one = trace(new WorstOffGap(), "A", 1);
    Row two = trace(new WorstOffGap(), "B", 1);

    String alone = Keys.INPUT_HASH.of(judged(spark, one).get(0));
    assertThat(Keys.INPUT_HASH.of(judged(spark, two, one).get(0)))
        .isNotEqualTo(alone)
        .isEqualTo(Keys.INPUT_HASH.of(judged(spark, one, two).get(0)));
  }
}
