package org.cityeval.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.lake.ContractConfig.Exclusion;
import org.cityeval.series.Quantity;
import org.cityeval.table.ops.SourceFileTable;

/** Which exclusion of a contract leaves a record out. */
public final class Exclusions {
  /** The number of an exclusion in its contract, from 0. */
  public static final String NUMBER = "exclusion";

  private Exclusions() {}

  /** The number of the first exclusion that covers a record, from 0; null where none does. */
  static Column of(List<Exclusion> exclusions, Column district, Column day, Column measure) {
    Column number = lit(null).cast(DataTypes.IntegerType);
    for (int i = exclusions.size() - 1; i >= 0; i--) {
      Exclusion exclusion = exclusions.get(i);
      Column covered = district.isin(exclusion.districts().toArray());
      if (!exclusion.measures().isEmpty()) {
        covered =
            covered.and(
                measure.isin(exclusion.measures().stream().map(Quantity::column).toArray()));
      }
      if (exclusion.from() != null) {
        covered = covered.and(day.geq(lit(exclusion.from())));
      }
      if (exclusion.to() != null) {
        covered = covered.and(day.leq(lit(exclusion.to())));
      }
      number = when(covered, lit(i)).otherwise(number);
    }
    return number;
  }

  /** How many records each exclusion left out, by source_id, exclusion, measure and district_id. */
  public static Dataset<Row> counted(Dataset<Row> records) {
    return records
        .where(col(RecordColumns.REASON).equalTo(Reason.EXCLUDED.code()))
        .groupBy(
            col(RecordColumns.SOURCE_ID),
            col(RecordColumns.DETAIL).cast(DataTypes.IntegerType).as(NUMBER),
            col(RecordColumns.MEASURE),
            col(RecordColumns.DISTRICT))
        .agg(
            count(lit(1)).as(SourceFileTable.RECORDS.name()),
            min(RecordColumns.DATE).as(SourceFileTable.FIRST_DAY.name()),
            max(RecordColumns.DATE).as(SourceFileTable.LAST_DAY.name()));
  }
}
