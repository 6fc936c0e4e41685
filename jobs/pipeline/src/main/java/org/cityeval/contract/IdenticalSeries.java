package org.cityeval.contract;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.ContractCheck;
import org.cityeval.config.MustBe;
import org.cityeval.series.Quantity;

/**
 * Finds pairs of districts with the same series. Series are cut into stretches of 28 days and
 * grouped by what a stretch holds, so no two districts are compared that have nothing in common;
 * the numbers themselves are the key, not a hash of them.
 */
final class IdenticalSeries implements Serializable {
  private static final int STRETCH_DAYS = 28;

  /** Stretches of fewer different numbers other than 0 agree by chance: a few cases, a zero. */
  private static final int FEWEST_NUMBERS = 3;

  private static final StructType STRETCH =
      new StructType()
          .add("measure", DataTypes.StringType)
          .add("district_id", DataTypes.StringType)
          .add("first_day", DataTypes.DateType)
          .add("last_day", DataTypes.DateType)
          .add("days", DataTypes.LongType)
          .add("numbers", DataTypes.StringType);

  private static final StructType PAIR =
      new StructType()
          .add("measure", DataTypes.StringType)
          .add("one", DataTypes.StringType)
          .add("other", DataTypes.StringType)
          .add("first_day", DataTypes.DateType)
          .add("last_day", DataTypes.DateType)
          .add("days", DataTypes.LongType);

  private final String rule;
  private final MustBe mustBe;
  private final List<String> measures;
  private final LocalDate from;

  /**
   * @param from first day of a stretch
   */
  IdenticalSeries(ContractCheck check, List<Quantity> measures, LocalDate from) {
    this.rule = check.id();
    this.mustBe = check.operators();
    this.measures =
        measures.stream()
            .filter(measure -> SeriesChecks.isOverSeries(check, measure))
            .map(Quantity::column)
            .toList();
    this.from = from;
  }

  /** The pairs that break the check. */
  Dataset<Row> of(Dataset<Row> bySeries) {
    Dataset<Row> shared =
        bySeries
            .flatMap((FlatMapFunction<Row, Row>) this::stretches, Encoders.row(STRETCH))
            .groupBy("measure", "numbers")
            .agg(
                array_sort(collect_set("district_id")).as("districts"),
                min("first_day").as("first_day"),
                max("last_day").as("last_day"),
                max("days").as("days"))
            .where(size(col("districts")).gt(1));
    return shared
        .flatMap((FlatMapFunction<Row, Row>) IdenticalSeries::pairs, Encoders.row(PAIR))
        .groupBy("measure", "one", "other")
        .agg(min("first_day"), max("last_day"), sum("days"))
        .map((MapFunction<Row, Row>) this::measurement, Encoders.row(Measurement.SCHEMA))
        .where(col("holds").equalTo(lit(false)));
  }

  private Iterator<Row> stretches(Row district) {
    Map<String, Series.Collector> collected = SeriesChecks.collected(district);
    List<Row> rows = new ArrayList<>();
    for (String measure : measures) {
      Series series = Series.of(collected, measure);
      Map<Long, List<Integer>> stretches = new TreeMap<>();
      for (int i = 0; i < series.days().length; i++) {
        long stretch =
            Math.floorDiv(series.days()[i].toEpochDay() - from.toEpochDay(), (long) STRETCH_DAYS);
        stretches.computeIfAbsent(stretch, key -> new ArrayList<>()).add(i);
      }
      for (List<Integer> stretch : stretches.values()) {
        long different =
            stretch.stream().map(i -> series.values()[i]).filter(v -> v != 0).distinct().count();
        if (different >= FEWEST_NUMBERS) {
          rows.add(stretch(measure, district.getString(0), series, stretch));
        }
      }
    }
    return rows.iterator();
  }

  private static Row stretch(
      String measure, String district, Series series, List<Integer> positions) {
    StringBuilder numbers = new StringBuilder();
    for (int i : positions) {
      numbers.append(series.days()[i]).append(' ').append(series.values()[i]).append(';');
    }
    return RowFactory.create(
        measure,
        district,
        series.days()[positions.get(0)],
        series.days()[positions.get(positions.size() - 1)],
        (long) positions.size(),
        numbers.toString());
  }

  private static Iterator<Row> pairs(Row shared) {
    List<String> districts = shared.getList(2);
    List<Row> pairs = new ArrayList<>();
    for (int one = 0; one < districts.size(); one++) {
      for (int other = one + 1; other < districts.size(); other++) {
        pairs.add(
            RowFactory.create(
                shared.get(0),
                districts.get(one),
                districts.get(other),
                shared.get(3),
                shared.get(4),
                shared.get(5)));
      }
    }
    return pairs.iterator();
  }

  private Row measurement(Row pair) {
    double days = (double) pair.getLong(5);
    return new Measurement(
            rule,
            new Measurement.Subject(pair.getString(0), pair.getString(1), pair.getString(2)),
            pair.getAs(3),
            pair.getAs(4),
            days,
            mustBe.holds(days))
        .row();
  }
}
