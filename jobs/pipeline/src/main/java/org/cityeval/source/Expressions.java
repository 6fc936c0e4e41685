package org.cityeval.source;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Add;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Divide;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.IntegralDivide;
import org.apache.spark.sql.catalyst.expressions.Multiply;
import org.apache.spark.sql.catalyst.expressions.NumericEvalContext;
import org.apache.spark.sql.catalyst.expressions.Remainder;
import org.apache.spark.sql.catalyst.expressions.Subtract;
import org.apache.spark.sql.catalyst.expressions.TryEval;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataType;
import org.cityeval.problem.UserProblem;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/** Reads the SQL expressions of a config. */
public final class Expressions {
  private static final NumericEvalContext TRYING = new NumericEvalContext(EvalMode.TRY(), true);

  private Expressions() {}

  /**
   * The columns an expression is made of.
   *
   * @throws IllegalArgumentException if it is not SQL
   */
  public static Set<String> columns(SparkSession spark, String expression) {
    Set<String> columns = new LinkedHashSet<>();
    collect(parsed(spark, expression), columns);
    return columns;
  }

  /**
   * An expression over the lake, which holds anything: what cannot be computed of a row is null,
   * and never ends the run. Sums beyond the range of their type, which Spark would wrap around or
   * cut, are such; so are functions that fail on bad text.
   *
   * @throws IllegalArgumentException if it is not SQL
   */
  public static Column column(SparkSession spark, String expression) {
    Expression parsed = parsed(spark, expression);
    RowExpressions.findForeign(parsed)
        .ifPresent(
            why -> {
              throw new UserProblem(
                  "'" + expression + "' is no expression over a row.",
                  why,
                  "Correct it in the config; 'cityeval check' names the key.");
            });
    // A column as it is cannot fail; the largest lakes need not pay for trying.
    return ExpressionUtils.column(
        parsed instanceof UnresolvedAttribute
            ? parsed
            : new TryEval(parsed.transformUp(new Trying())));
  }

  /**
   * Whether an expression multiplies or divides: its number need not be whole where those of the
   * lake are.
   *
   * @throws IllegalArgumentException if it is not SQL
   */
  public static boolean scales(SparkSession spark, String expression) {
    return scales(parsed(spark, expression));
  }

  private static boolean scales(Expression expression) {
    return expression instanceof Divide
        || expression instanceof Multiply
        || CollectionConverters.asJava(expression.children()).stream()
            .anyMatch(Expressions::scales);
  }

  /**
   * Why an expression cannot be used, as far as it tells by itself; empty where it can, and where
   * it is not SQL at all.
   */
  public static Optional<String> findFault(SparkSession spark, String expression) {
    try {
      return RowExpressions.findForeign(parsed(spark, expression));
    } catch (IllegalArgumentException notSql) {
      return Optional.empty();
    }
  }

  /**
   * Why an expression cannot be used over rows: it reaches outside its row, or gives what the key
   * cannot take. Empty where it can be used.
   *
   * <p>Spark throws, checked but undeclared, where a name does not resolve.
   */
  public static Optional<String> findFault(
      Dataset<Row> rows, String expression, ExpressionKind kind) {
    SparkSession spark = rows.sparkSession();
    Expression parsed = parsed(spark, expression);
    Optional<String> foreign = RowExpressions.findForeign(parsed);
    if (foreign.isPresent()) {
      return foreign;
    }
    Dataset<Row> values = rows.select(ExpressionUtils.column(parsed));
    Optional<String> reached = Optional.empty();
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) values).queryExecution().analyzed();
    for (Expression resolved : CollectionConverters.asJava(plan.expressions())) {
      reached = reached.or(() -> RowExpressions.findReached(resolved));
    }
    DataType type = values.schema().fields()[0].dataType();
    return reached.or(
        () ->
            kind.fits(type)
                ? Optional.empty()
                : Optional.of("It gives " + type.sql() + "; the key takes " + kind.wanted() + "."));
  }

  static Expression parsed(SparkSession spark, String expression) {
    try {
      return spark.sessionState().sqlParser().parseExpression(expression);
    } catch (ParseException e) {
      throw new IllegalArgumentException("Not a SQL expression: " + expression, e);
    }
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

  /**
   * Why a query reaches outside the rows of one view, if it does: by a function, or by a table.
   *
   * @param view the only table it may read, besides those it names itself
   * @throws IllegalArgumentException if it is not SQL
   */
  public static Optional<String> findFaultOfQuery(SparkSession spark, String query, String view) {
    try {
      return QueryForm.findFault(spark.sessionState().sqlParser().parsePlan(query), view);
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

  /** Lets arithmetic and casts give null where they overflow. */
  private static final class Trying extends AbstractPartialFunction<Expression, Expression> {
    @Override
    public boolean isDefinedAt(Expression expression) {
      return expression instanceof Cast
          || expression instanceof Add
          || expression instanceof Subtract
          || expression instanceof Multiply
          || expression instanceof Divide
          || expression instanceof IntegralDivide
          || expression instanceof Remainder;
    }

    @Override
    public Expression apply(Expression expression) {
      if (expression instanceof Cast cast) {
        return new Cast(cast.child(), cast.dataType(), cast.timeZoneId(), EvalMode.TRY());
      } else if (expression instanceof Add sum) {
        return new Add(sum.left(), sum.right(), TRYING);
      } else if (expression instanceof Subtract difference) {
        return new Subtract(difference.left(), difference.right(), TRYING);
      } else if (expression instanceof Multiply product) {
        return new Multiply(product.left(), product.right(), TRYING);
      } else if (expression instanceof Divide ratio) {
        return new Divide(ratio.left(), ratio.right(), TRYING);
      } else if (expression instanceof IntegralDivide ratio) {
        return new IntegralDivide(ratio.left(), ratio.right(), TRYING);
      } else if (expression instanceof Remainder rest) {
        return new Remainder(rest.left(), rest.right(), TRYING);
      }
      return expression;
    }
  }
}
