package org.cityeval.ingest;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
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

  private static void collect(Expression expression, Set<String> columns) {
    if (expression instanceof UnresolvedAttribute attribute) {
      columns.add(String.join(".", CollectionConverters.asJava(attribute.nameParts())));
    }
    for (Expression child : CollectionConverters.asJava(expression.children())) {
      collect(child, columns);
    }
  }
}
