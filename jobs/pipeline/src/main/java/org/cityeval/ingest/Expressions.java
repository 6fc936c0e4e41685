package org.cityeval.ingest;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import scala.jdk.javaapi.CollectionConverters;

/** Looks into the SQL expressions of a config. */
public final class Expressions {
  private Expressions() {}

  /**
   * The columns an expression is made of.
   *
   * @throws IllegalArgumentException if it is not SQL
   */
  public static Set<String> columns(SparkSession spark, String expression) {
    Set<String> columns = new LinkedHashSet<>();
    try {
      collect(spark.sessionState().sqlParser().parseExpression(expression), columns);
    } catch (ParseException e) {
      throw new IllegalArgumentException("Not a SQL expression: " + expression, e);
    }
    return columns;
  }

  /**
   * Whether a statement only asks: Spark carries out any other as soon as it is told it.
   *
   * @throws IllegalArgumentException if it is not SQL
   */
  public static boolean isQuery(SparkSession spark, String statement) {
    try {
      return isQuery(spark.sessionState().sqlParser().parsePlan(statement));
    } catch (ParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static boolean isQuery(LogicalPlan plan) {
    return !(plan instanceof Command || plan instanceof ParsedStatement)
        && CollectionConverters.asJava(plan.children()).stream().allMatch(Expressions::isQuery);
  }

  private static void collect(Expression expression, Set<String> columns) {
    if (expression instanceof UnresolvedAttribute attribute) {
      columns.add(String.join(".", CollectionConverters.asJava(attribute.nameParts())));
    }
    for (Expression child : CollectionConverters.asJava(expression.children())) {
      collect(child, columns);
    }
  }
}
