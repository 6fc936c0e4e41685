package org.cityeval.contract;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.ContractCheck;
import org.cityeval.table.ops.QualityCheckTable;

/**
 * Measurements of several sources on their way to the driver. Those of one group stand together: a
 * group is a district, or whoever has the same numbers over the same days.
 */
final class MeasuredRows {
  private static final String SOURCE = "source_id";

  /** What a stretch of a series holds; null for a measurement that needs no other beside it. */
  private static final String NUMBERS = "numbers";

  private static final String MEMBERS = "members";

  /** What a pass over series finds. */
  static final StructType FOUND = found();

  private MeasuredRows() {}

  private static StructType found() {
    StructType type =
        new StructType().add(SOURCE, DataTypes.StringType).add(NUMBERS, DataTypes.StringType);
    return new StructType(
        Stream.of(type.fields(), Measurement.SCHEMA.fields())
            .flatMap(Arrays::stream)
            .toArray(StructField[]::new));
  }

  /** Rows of {@link Measurement#SCHEMA}, each a group of its own. */
  static Dataset<Row> of(String sourceId, Dataset<Row> measurements) {
    return measurements.select(
        lit(sourceId).as(SOURCE),
        lit(null).cast(DataTypes.StringType).as(NUMBERS),
        array(member()).as(MEMBERS));
  }

  /** Rows of {@link #FOUND}, without stretches that one district alone has. */
  static Dataset<Row> together(Dataset<Row> found) {
    return found
        .groupBy(
            col(SOURCE),
            QualityCheckTable.RULE.col(),
            MEASURE.col(),
            col(NUMBERS),
            coalesce(col(NUMBERS), DISTRICT_ID.col()).as("_group"))
        .agg(collect_list(member()).as(MEMBERS))
        .where(col(NUMBERS).isNull().or(size(col(MEMBERS)).gt(1)))
        .select(SOURCE, NUMBERS, MEMBERS);
  }

  private static Column member() {
    return struct(
        Arrays.stream(Measurement.SCHEMA.fieldNames()).map(functions::col).toArray(Column[]::new));
  }

  /** The measurements by source_id. */
  static Map<String, List<Measurement>> read(EvaluationConfig config, List<Row> groups) {
    Map<String, List<Measurement>> bySource = new HashMap<>();
    Map<String, IdenticalPairs> pairs = new HashMap<>();
    for (Row group : groups) {
      List<Measurement> members =
          group.<Row>getList(group.fieldIndex(MEMBERS)).stream().map(Measurement::of).toList();
      if (group.getAs(NUMBERS) == null) {
        bySource.computeIfAbsent(SOURCE_ID.of(group), id -> new ArrayList<>()).addAll(members);
      } else {
        pairs.computeIfAbsent(SOURCE_ID.of(group), id -> new IdenticalPairs()).add(members);
      }
    }
    config
        .sources()
        .forEach(
            (name, source) -> {
              IdenticalPairs found = pairs.get(config.sourceId(name));
              if (found != null) {
                for (ContractCheck check : source.contract().quality()) {
                  bySource
                      .computeIfAbsent(config.sourceId(name), id -> new ArrayList<>())
                      .addAll(found.breaking(check.id(), check.operators()));
                }
              }
            });
    return bySource;
  }
}
