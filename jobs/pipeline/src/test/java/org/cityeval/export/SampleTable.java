package org.cityeval.export;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cityeval.table.TableSpec;
import org.cityeval.warehouse.StoredRow;

/** A table with a column of every type, one full row and one that is empty but for its key. */
final class SampleTable {
  static final TableSpec SPEC =
      TableSpec.of("gold", "some", "A row.")
          .key("name", StringType, "A name.")
          .column("value", DoubleType, "A value.")
          .column("seed", LongType, "A seed.")
          .column("rank", IntegerType, "A rank.")
          .column("is_so", BooleanType, "Whether.")
          .column("day", DateType, "A day.")
          .column("at", TimestampType, "When.")
          .build();

  private static final List<String> COLUMNS = List.of(SPEC.columnNames());

  static final StoredRow FULL =
      new StoredRow(
          COLUMNS,
          "港口区, \"A\"\u0001",
          0.1 + 0.2,
          Long.MIN_VALUE,
          -7,
          true,
          LocalDate.of(1918, 3, 4),
          Instant.parse("2020-01-01T23:59:59.123456Z"));

  static final StoredRow EMPTY = new StoredRow(COLUMNS, "", null, null, null, null, null, null);

  private SampleTable() {}
}
