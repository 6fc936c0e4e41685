package org.cityeval.source;

import static org.apache.spark.sql.functions.lit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.classic.ExpressionUtils;
import scala.jdk.javaapi.CollectionConverters;

/** The cells of a row that an expression is made of. */
public final class ExpressionCells {
  private ExpressionCells() {}

  /**
   * The cells an expression is made of, a nested one by its path.
   *
   * @throws IllegalArgumentException if it is not SQL
   */
  public static List<Column> of(SparkSession spark, String expression) {
    Map<String, Column> cells = new LinkedHashMap<>();
    cells(Expressions.parsed(spark, expression), cells);
    return List.copyOf(cells.values());
  }

  private static void cells(Expression expression, Map<String, Column> cells) {
    if (expression instanceof UnresolvedAttribute attribute) {
      cells.putIfAbsent(
          String.join(".", CollectionConverters.asJava(attribute.nameParts())),
          ExpressionUtils.column(attribute));
    }
    CollectionConverters.asJava(expression.children()).forEach(child -> cells(child, cells));
  }

  /**
   * Whether an expression gives nothing, whatever else a row holds, where these columns are blank.
   *
   * @param blank columns of the rows
   */
  public static boolean areNeeded(Dataset<Row> rows, String expression, Set<String> blank) {
    Dataset<Row> without = rows;
    for (String column : blank) {
      without = without.withColumn(column, lit(null).cast(rows.schema().apply(column).dataType()));
    }
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>)
                without.select(
                    ExpressionUtils.column(Expressions.parsed(rows.sparkSession(), expression))))
            .queryExecution()
            .optimizedPlan();
    return plan instanceof Project project
        && project.projectList().size() == 1
        && project.projectList().head() instanceof Alias alias
        && alias.child() instanceof Literal literal
        && literal.value() == null;
  }
}
