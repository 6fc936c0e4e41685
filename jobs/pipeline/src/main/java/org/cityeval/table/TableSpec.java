package org.cityeval.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * A table as it is published: its grain in one sentence, its key, its columns. Stages meet at
 * these.
 *
 * @param schema silver, gold or ops
 * @param grain what one row is, the comment of the table
 * @param key the leading columns that identify a row; never null
 */
public record TableSpec(
    String schema, String name, String grain, List<String> key, List<Column> columns) {

  /** Types that every reader of a published table understands (reader version 1). */
  private static final Set<DataType> PORTABLE =
      Set.of(StringType, BooleanType, IntegerType, LongType, DoubleType, DateType, TimestampType);

  private static final List<String> SLICING = List.of("evaluation_id", "source_id", "as_of");

  public TableSpec {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
    for (Column column : columns) {
      if (!PORTABLE.contains(column.type())) {
        throw new IllegalArgumentException(
            schema + "." + name + "." + column.name() + " has a type that some readers lack");
      }
    }
  }

  /** Begins a table. */
  public static Builder of(String schema, String name, String grain) {
    return new Builder(schema, name, grain);
  }

  /**
   * The columns a step's slice is made of, which partition the table: replacing a slice then drops
   * whole files, and evaluations that run at the same time do not meet.
   */
  public List<String> partitions() {
    return SLICING.stream()
        .filter(key::contains)
        // A row a file and day: too few rows for a partition each.
        .filter(column -> !schema.equals("ops") || !column.equals("as_of"))
        .toList();
  }

  /** The name in SQL, as schema.table. */
  public String qualifiedName() {
    return schema + "." + name;
  }

  /** The schema with the comments of its columns. */
  public StructType structType() {
    StructType type = new StructType();
    for (Column column : columns) {
      type = type.add(column.field());
    }
    return type;
  }

  public String[] columnNames() {
    return columns.stream().map(Column::name).toArray(String[]::new);
  }

  /** Collects keys, then columns, in their order. */
  public static final class Builder {
    private final String schema;
    private final String name;
    private final String grain;
    private final List<String> key = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    private Builder(String schema, String name, String grain) {
      this.schema = schema;
      this.name = name;
      this.grain = grain;
    }

    /** The two columns every gold key begins with. */
    public Builder evaluationKey() {
      return key("evaluation_id", StringType, "Which evaluation: the id in its config.")
          .key(
              "as_of",
              DateType,
              "The day whose knowledge the evaluation rests on; one evaluation may be published for"
                  + " several.");
    }

    public Builder key(String column, DataType type, String comment) {
      key.add(column);
      return column(column, type, comment);
    }

    public Builder column(String column, DataType type, String comment) {
      columns.add(new Column(column, type, comment));
      return this;
    }

    public TableSpec build() {
      return new TableSpec(schema, name, grain, key, columns);
    }
  }
}
