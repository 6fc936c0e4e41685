package org.cityeval.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.catalyst.analysis.Star;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.CommonExpressionRef;
import org.apache.spark.sql.catalyst.expressions.CurrentTime;
import org.apache.spark.sql.catalyst.expressions.EulerNumber;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Generator;
import org.apache.spark.sql.catalyst.expressions.LeafExpression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedLambdaVariable;
import org.apache.spark.sql.catalyst.expressions.Pi;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.expressions.SessionWindow;
import org.apache.spark.sql.catalyst.expressions.TimeWindow;
import org.apache.spark.sql.catalyst.expressions.UnresolvedNamedLambdaVariable;
import org.apache.spark.sql.catalyst.expressions.UnresolvedWindowExpression;
import org.apache.spark.sql.catalyst.expressions.UserDefinedExpression;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.WindowFunction;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;
import org.cityeval.functions.AllowedFunctions;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What an expression of a config may be made of: a config is data, and an expression makes a value
 * of the values of its row. It is judged by its parsed and its analysed form, never by its words.
 */
final class RowExpressions {
  private RowExpressions() {}

  /**
   * Why an expression, as it was parsed, is none over a row, if it is not. What hides behind a name
   * of a column is told by {@link #findReached} alone.
   */
  static Optional<String> findForeign(Expression parsed) {
    return find(parsed, RowExpressions::foreign);
  }

  /** The same of an expression of which every name is resolved. */
  static Optional<String> findReached(Expression resolved) {
    return find(resolved, RowExpressions::reached);
  }

  /** Why an expression of a query, as it was parsed, reaches outside its rows, if it does. */
  static Optional<String> findForeignInQuery(Expression parsed) {
    return find(
        parsed,
        expression ->
            callee(expression)
                .filter(name -> AllowedFunctions.find(name).isEmpty())
                .map(RowExpressions::notAllowed));
  }

  private interface Judge {
    Optional<String> of(Expression expression);
  }

  private static Optional<String> find(Expression expression, Judge judge) {
    Optional<String> found = judge.of(expression);
    for (Expression child : CollectionConverters.asJava(expression.children())) {
      found = found.or(() -> find(child, judge));
    }
    return found;
  }

  private static Optional<String> foreign(Expression expression) {
    if (expression instanceof UnresolvedFunction call) {
      return refusedCall(CollectionConverters.asJava(call.nameParts()));
    } else if (expression instanceof UnresolvedGenerator) {
      return Optional.of("A generator makes several rows of one.");
    } else if (expression instanceof Star) {
      return Optional.of("A star stands for several columns.");
    }
    return manyRows(expression);
  }

  private static Optional<String> reached(Expression expression) {
    if (expression instanceof Generator) {
      return Optional.of("A generator makes several rows of one.");
    } else if (expression instanceof UserDefinedExpression
        || expression instanceof CurrentTime
        || (expression instanceof LeafExpression && !isOfTheRow(expression))) {
      return Optional.of(
          expression.prettyName() + " is not told by the row, but by the session or the clock.");
    } else if (!expression.deterministic()
        && CollectionConverters.asJava(expression.children()).stream()
            .allMatch(Expression::deterministic)) {
      return Optional.of(expression.prettyName() + " gives another value each time.");
    }
    return manyRows(expression);
  }

  private static boolean isOfTheRow(Expression leaf) {
    return leaf instanceof Attribute
        || leaf instanceof Literal
        || leaf instanceof CommonExpressionRef
        || leaf instanceof NamedLambdaVariable
        || leaf instanceof UnresolvedNamedLambdaVariable
        || leaf instanceof Pi
        || leaf instanceof EulerNumber;
  }

  private static Optional<String> manyRows(Expression expression) {
    if (expression instanceof PlanExpression) {
      return Optional.of("A subquery reads other rows.");
    } else if (expression instanceof WindowExpression
        || expression instanceof UnresolvedWindowExpression
        || expression instanceof WindowFunction
        || expression instanceof TimeWindow
        || expression instanceof SessionWindow) {
      return Optional.of("A window looks at other rows.");
    } else if (expression instanceof AggregateExpression
        || expression instanceof AggregateFunction) {
      return Optional.of("An aggregate puts several rows together.");
    }
    return Optional.empty();
  }

  private static Optional<List<String>> callee(Expression expression) {
    if (expression instanceof UnresolvedFunction call) {
      return Optional.of(CollectionConverters.asJava(call.nameParts()));
    } else if (expression instanceof UnresolvedGenerator call) {
      return Optional.of(CollectionConverters.asJava(call.name().nameParts()));
    }
    return Optional.empty();
  }

  private static Optional<String> refusedCall(List<String> name) {
    Optional<AllowedFunctions.Kind> allowed = AllowedFunctions.find(name);
    if (allowed.isEmpty()) {
      return Optional.of(notAllowed(name));
    }
    return switch (allowed.get()) {
      case OF_A_ROW -> Optional.empty();
      case AGGREGATE -> told(name, " is an aggregate: it puts several rows together.");
      case WINDOW -> told(name, " is a window function: it looks at other rows.");
      case WINDOW_OF_TIME -> told(name, " looks at other rows.");
      case GENERATOR -> told(name, " is a generator: it makes several rows of one.");
    };
  }

  private static Optional<String> told(List<String> name, String what) {
    return Optional.of(written(name) + what);
  }

  private static String notAllowed(List<String> name) {
    return AllowedFunctions.isKnown(name)
        ? written(name) + " reaches outside the row; a config is data, not a program."
        : "There is no function " + written(name) + ".";
  }

  private static String written(List<String> name) {
    return String.join(".", name).toLowerCase(Locale.ROOT);
  }
}
