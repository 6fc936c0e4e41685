package org.cityeval.revision;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import scala.jdk.javaapi.CollectionConverters;

/** Two states of one table of results beside each other: {@code a} and {@code b}, by its key. */
final class Beside {
  static final String OUTCOME = "outcome";
  static final String BECAUSE = "because";
  static final String EQUAL = "equal";
  static final String ONLY_A = "only_a";
  static final String ONLY_B = "only_b";

  private Beside() {}

  /** What identifies a row within one publication. */
  static List<String> keys(TableSpec table) {
    return table.key().stream()
        .filter(column -> !column.equals(EVALUATION_ID.name()) && !column.equals(AS_OF.name()))
        .toList();
  }

  /** A row per key of either: the key, and what each says of it, null where it has no such row. */
  static Dataset<Row> join(TableSpec table, Dataset<Row> a, Dataset<Row> b, List<Column> compared) {
    List<String> keys = keys(table);
    return side("a", keys, a, compared)
        .join(
            side("b", keys, b, compared), CollectionConverters.asScala(keys).toSeq(), "full_outer");
  }

  private static Dataset<Row> side(
      String name, List<String> keys, Dataset<Row> rows, List<Column> compared) {
    Column said = struct(compared.toArray(Column[]::new)).as(name);
    return rows.select(
        Stream.concat(keys.stream().map(key -> col(key)), Stream.of(said)).toArray(Column[]::new));
  }

  /** Whether a column differs; null is like null alone. */
  static Column differs(TableColumn<?> column) {
    return not(col("a." + column.name()).eqNullSafe(col("b." + column.name())));
  }

  static Column inBoth() {
    return col("a").isNotNull().and(col("b").isNotNull());
  }

  /**
   * Whether each of two estimates lies in the other's interval; null where an interval is lacking.
   */
  static Column within(TableColumn<?> value, TableColumn<?> low, TableColumn<?> high) {
    return inside("b." + value.name(), "a." + low.name(), "a." + high.name())
        .and(inside("a." + value.name(), "b." + low.name(), "b." + high.name()));
  }

  private static Column inside(String value, String low, String high) {
    Column inside =
        coalesce(col(value).geq(col(low)), lit(true))
            .and(coalesce(col(value).leq(col(high)), lit(true)));
    return when(col(value).isNotNull().and(col(low).isNotNull().or(col(high).isNotNull())), inside);
  }

  /** What became of something, as "ok > censored"; null where the condition does not hold. */
  static Column move(Column condition, String column) {
    return when(condition, concat_ws(" > ", col("a." + column), col("b." + column)));
  }

  /** Of a group: each text and how often it stands there, as "ok > censored 3, censored > ok 1". */
  static Column tally(Column text) {
    Column all = collect_list(text);
    return array_join(
        transform(
            array_sort(array_distinct(all)),
            one ->
                concat_ws(" ", one, size(filter(all, other -> other.equalTo(one))).cast("string"))),
        ", ");
  }
}
