package org.cityeval.table.spec;

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
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * A table as it is published: its grain in one sentence, its key, its columns. Stages meet at
 * these.
 *
 * @param schema silver, gold or ops
 * @param grain what one row is, the comment of the table
 * @param key the leading columns that identify a row; never null
 * @param checks what holds in every row
 */
public record TableSpec(
    String schema,
    String name,
    String grain,
    List<String> key,
    List<TableColumn<?>> columns,
    List<TableCheck> checks) {

  /** Types that every reader of a published table understands (reader version 1). */
  private static final Set<DataType> PORTABLE =
      Set.of(StringType, BooleanType, IntegerType, LongType, DoubleType, DateType, TimestampType);

  private static final List<String> SLICING =
      List.of(Keys.EVALUATION_ID.name(), Keys.SOURCE_ID.name(), Keys.AS_OF.name());

  public TableSpec {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
    checks = List.copyOf(checks);
    for (TableColumn<?> column : columns) {
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
   * The columns a step's slice is made of, which partition the table. Replacing a slice then drops
   * whole files, and evaluations that run at the same time do not conflict.
   */
  public List<String> partitions() {
    return SLICING.stream()
        .filter(key::contains)
        // A row a file and day: too few rows for a partition each.
        .filter(column -> !schema.equals("ops") || !column.equals(Keys.AS_OF.name()))
        .toList();
  }

  /**
   * The order in which rows are written: by the columns of the partitions, then by the rest of the
   * key. Delta sorts rows once more that come in another order.
   */
  public List<String> order() {
    return Stream.concat(partitions().stream(), key.stream()).distinct().toList();
  }

  /** The name in SQL, as schema.table. */
  public String qualifiedName() {
    return schema + "." + name;
  }

  /** The schema with the comments of its columns. */
  public StructType structType() {
    StructType type = new StructType();
    for (TableColumn<?> column : columns) {
      type = type.add(column.field());
    }
    return type;
  }

  public String[] columnNames() {
    return columns.stream().map(TableColumn::name).toArray(String[]::new);
  }

  /** Collects keys, then columns, in their order. */
  public static final class Builder {
    private final String schema;
    private final String name;
    private final String grain;
    private final List<String> key = new ArrayList<>();
    private final List<TableColumn<?>> columns = new ArrayList<>();
    private final List<TableCheck> checks = new ArrayList<>();

    private Builder(String schema, String name, String grain) {
      this.schema = schema;
      this.name = name;
      this.grain = grain;
    }

    /** The two columns every gold key begins with. */
    public Builder evaluationKey() {
      return key(Keys.EVALUATION_ID).key(Keys.AS_OF);
    }

    public Builder key(TableColumn<?> column) {
      key.add(column.name());
      columns.add(column);
      return this;
    }

    /** More columns, after those there are. */
    public Builder columns(TableColumn<?>... more) {
      return columns(List.of(more));
    }

    public Builder columns(List<? extends TableColumn<?>> more) {
      columns.addAll(more);
      return this;
    }

    /** What holds in every row. */
    public Builder checks(TableCheck... more) {
      checks.addAll(List.of(more));
      return this;
    }

    /** What holds in every row, where SQL alone says it. */
    public Builder check(String name, String holds) {
      return checks(new TableCheck(name, holds));
    }

    public TableSpec build() {
      return new TableSpec(schema, name, grain, key, columns, checks);
    }
  }
}
