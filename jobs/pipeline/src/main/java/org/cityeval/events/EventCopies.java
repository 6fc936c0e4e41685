package org.cityeval.events;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.ingest.Reason;
import org.cityeval.lake.CellText;
import org.cityeval.lake.Provenance;
import org.cityeval.source.Expressions;

/**
 * Tells copies of events by their declared identity. Copies that say the same in all that the
 * source's measures read are deduplicated but for the first by file and line; of others none is
 * believed. This sorts the whole source by identity, which the path without one never does.
 */
final class EventCopies {
  private EventCopies() {}

  /**
   * The rows in the given columns, with the fault set on copies.
   *
   * @param columns those of {@link EventColumns}
   * @param further columns that follow them
   */
  static Dataset<Row> told(
      Dataset<Row> located, String identity, List<Column> columns, List<Column> further) {
    Column id =
        CellText.stripped(
            Expressions.column(located.sparkSession(), identity).cast(DataTypes.StringType));
    Column place = concat_ws(":", col(Provenance.FILE), col(Provenance.LINE));
    List<Column> all = new ArrayList<>(columns);
    all.addAll(further);
    int width = all.size();
    all.add(id.as("_copy_id"));
    all.add(col(Provenance.FILE).as("_copy_file"));
    all.add(col(Provenance.LINE).as("_copy_line"));
    all.add(place.as("_copy_place"));
    Dataset<Row> rows = located.select(all.toArray(Column[]::new));
    String[] names = rows.columns();
    Column subject =
        col(EventColumns.FAULT_NAME)
            .equalTo(PackedReasons.code(Reason.NONE))
            .and(col("_copy_id").isNotNull())
            .and(not(col("_copy_id").equalTo("")));
    // Whoever has no identity is alone, and not all of them in one place.
    Column group =
        struct(
            when(subject, col("_copy_id")).as("id"),
            when(subject, lit(null).cast(DataTypes.StringType))
                .otherwise(col("_copy_place"))
                .as("place"));
    WindowSpec inOrder =
        Window.partitionBy(group)
            .orderBy(col("_copy_file"), length(col("_copy_line")), col("_copy_line"));
    // These need no order. With the same one, events are sorted once.
    WindowSpec same = inOrder.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Column content = struct(content(names, columns.size()));
    Column fault =
        when(
                subject.and(not(min(content).over(same).eqNullSafe(max(content).over(same)))),
                PackedReasons.code(Reason.CONFLICTING_DUPLICATE))
            .when(
                subject.and(row_number().over(inOrder).gt(1)),
                PackedReasons.code(Reason.IDENTICAL_DUPLICATE))
            .otherwise(col(EventColumns.FAULT_NAME));
    Dataset<Row> told = rows.withColumn("_copy_fault", fault);
    Column[] kept = new Column[width];
    for (int i = 0; i < width; i++) {
      kept[i] =
          names[i].equals(EventColumns.FAULT_NAME)
              ? col("_copy_fault").as(EventColumns.FAULT_NAME)
              : col(names[i]);
    }
    return told.select(kept);
  }

  /** All but the path and the fault. */
  private static Column[] content(String[] names, int width) {
    List<Column> content = new ArrayList<>();
    for (int i = 2; i < width; i++) {
      content.add(col(names[i]));
    }
    return content.toArray(Column[]::new);
  }
}
