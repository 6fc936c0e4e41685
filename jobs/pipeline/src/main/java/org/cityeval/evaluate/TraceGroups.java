package org.cityeval.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.series.Fingerprint;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.spec.TableColumn;

/** Traces that a kind of indicator judges together, each group in one task. */
final class TraceGroups {
  /** Columns that say what a series left. */
  private static final List<String> LEFT =
      Stream.concat(
              TableColumn.names(
                  IndicatorValueTable.STATUS,
                  IndicatorValueTable.REASON,
                  IndicatorValueTable.N,
                  IndicatorValueTable.COVERAGE,
                  INPUT_HASH,
                  TraceRow.COVERED)
                  .stream(),
              Stream.of(TraceRow.TRACE))
          .toList();

  private static final String TRACES = "traces";

  private TraceGroups() {}

  /**
   * Rows of gold.indicator_value.
   *
   * @param traces rows of {@link DistrictPass} that carry a trace
   * @param kind of the indicators
   * @param keys columns that make a group; they lead the row that {@code judged} is given
   * @param subject columns that say of whom a trace is, and sort a group; what it left comes after
   * @param judged from the keys and the traces of a group, an array of rows, to finished rows
   */
  static Dataset<Row> judged(
      Dataset<Row> traces,
      Class<? extends Indicator> kind,
      List<String> keys,
      List<String> subject,
      FlatMapFunction<Row, Row> judged) {
    Object[] ids =
        Indicators.ALL.stream()
            .filter(kind::isInstance)
            .map(indicator -> indicator.spec().id())
            .toArray();
    return traces
        .where(INDICATOR_ID.col().isin(ids))
        .groupBy(columns(keys.stream()))
        .agg(
            sort_array(
                    collect_list(struct(columns(Stream.concat(subject.stream(), LEFT.stream())))))
                .as(TRACES))
        .flatMap(judged, Encoders.row(IndicatorValueTable.SPEC.structType()));
  }

  private static Column[] columns(Stream<String> names) {
    return names.map(name -> col(name)).toArray(Column[]::new);
  }

  /** The traces of a group, as {@code judged} is given it. */
  static List<Row> traces(Row group) {
    return group.getList(group.fieldIndex(TRACES));
  }

  /** Hash of what all traces of a group rest on. */
  static String inputs(List<Row> group) {
    Fingerprint all = new Fingerprint();
    group.forEach(row -> all.add(INPUT_HASH.of(row)));
    return all.hex();
  }
}
