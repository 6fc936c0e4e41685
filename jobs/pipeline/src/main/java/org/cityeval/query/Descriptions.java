package org.cityeval.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedNamespace;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.plans.logical.DescribeColumn;
import org.apache.spark.sql.catalyst.plans.logical.DescribeRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ShowColumns;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.execution.command.ShowNamespacesCommand;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.cityeval.problem.UserProblem;
import org.cityeval.warehouse.NamedTables;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Answers SHOW and DESCRIBE from the specs of the tables; no command of the engine is carried out.
 */
final class Descriptions {
  private final SparkSession spark;
  private final NamedTables tables;
  private final Reach reach;

  Descriptions(SparkSession spark, NamedTables tables, Reach reach) {
    this.spark = spark;
    this.tables = tables;
    this.reach = reach;
  }

  /** The answer, if the statement is a SHOW or DESCRIBE of schemas, tables or columns. */
  Optional<Dataset<Row>> find(LogicalPlan plan) {
    if (plan instanceof ShowNamespacesCommand schemas) {
      return Optional.of(
          list(
              List.of("schema"),
              reach.schemas().stream()
                  .filter(schema -> fits(schema, schemas.pattern()))
                  .map(schema -> RowFactory.create(schema))
                  .toList()));
    } else if (plan instanceof ShowTables shown) {
      return Optional.of(tables(shown));
    } else if (plan instanceof ShowColumns columns) {
      return Optional.of(columns(spark, named(columns.child()).table().structType()));
    } else if (plan instanceof DescribeRelation relation) {
      return Optional.of(columns(spark, named(relation.relation()).table().structType()));
    } else if (plan instanceof DescribeColumn column) {
      return Optional.of(column(column));
    }
    return Optional.empty();
  }

  private Dataset<Row> tables(ShowTables shown) {
    String schema = "*";
    if (shown.namespace() instanceof UnresolvedNamespace namespace) {
      schema =
          String.join(
              ".",
              Reach.withoutCatalog(CollectionConverters.asJava(namespace.multipartIdentifier())));
      if (!reach.schemas().contains(schema)) {
        throw new UserProblem(
            "There is no schema " + schema + ".",
            "The schemas are " + String.join(", ", reach.schemas()) + ".",
            "");
      }
    }
    List<Row> rows = new ArrayList<>();
    for (NamedTables.Name name : reach.present(tables)) {
      if ((schema.equals("*") || schema.equals(name.schema()))
          && fits(name.table().name(), shown.pattern())) {
        rows.add(RowFactory.create(name.schema(), name.table().name(), name.table().grain()));
      }
    }
    return list(List.of("schema", "table", "comment"), rows);
  }

  private Dataset<Row> column(DescribeColumn asked) {
    StructType all = named(asked.relation()).table().structType();
    String name = asked.column() instanceof UnresolvedAttribute attribute ? attribute.name() : "";
    StructType one = new StructType();
    for (StructField field : all.fields()) {
      if (field.name().equalsIgnoreCase(name)) {
        one = one.add(field);
      }
    }
    if (one.isEmpty()) {
      throw new UserProblem(
          "There is no column " + name + ".",
          "The columns are " + String.join(", ", all.fieldNames()) + ".",
          "");
    }
    return columns(spark, one);
  }

  private NamedTables.Name named(LogicalPlan relation) {
    if (relation instanceof UnresolvedTableOrView table) {
      return new ReadOnlyPlan(reach)
          .requireTable(CollectionConverters.asJava(table.multipartIdentifier()));
    }
    throw new ReadOnlyPlan(reach).refused(relation.nodeName());
  }

  /** The columns of rows, one a row, with type and comment. */
  static Dataset<Row> columns(SparkSession spark, StructType type) {
    List<Row> rows = new ArrayList<>();
    for (StructField field : type.fields()) {
      Option<String> comment = field.getComment();
      rows.add(
          RowFactory.create(
              field.name(),
              field.dataType().simpleString(),
              comment.isDefined() ? comment.get() : null));
    }
    return list(spark, List.of("col_name", "data_type", "comment"), rows);
  }

  private Dataset<Row> list(List<String> columns, List<Row> rows) {
    return list(spark, columns, rows);
  }

  private static Dataset<Row> list(SparkSession spark, List<String> columns, List<Row> rows) {
    StructType type = new StructType();
    for (String column : columns) {
      type = type.add(column, DataTypes.StringType);
    }
    return spark.createDataFrame(rows, type);
  }

  /** A pattern as SHOW takes it: a star stands for anything, a bar separates alternatives. */
  private static boolean fits(String name, Option<String> pattern) {
    if (pattern.isEmpty()) {
      return true;
    }
    for (String alternative : pattern.get().split("\\|", -1)) {
      String expression =
          String.join(
              ".*",
              Arrays.stream(alternative.strip().split("\\*", -1)).map(Pattern::quote).toList());
      if (Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(name).matches()) {
        return true;
      }
    }
    return false;
  }
}
