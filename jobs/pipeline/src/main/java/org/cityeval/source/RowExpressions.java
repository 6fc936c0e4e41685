package org.cityeval.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.Star;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.CommonExpressionRef;
import org.apache.spark.sql.catalyst.expressions.CurrentTime;
import org.apache.spark.sql.catalyst.expressions.EulerNumber;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
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
import org.apache.spark.sql.catalyst.expressions.WindowTime;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What an expression of a config may be made of: a config is data, and an expression makes a value
 * of the values of its row. It is judged by its parsed and its analysed form, never by its words.
 */
final class RowExpressions {
  /** Groups of the engine's functions that make a value of values. */
  private static final Set<String> OF_A_ROW =
      Set.of(
          "array_funcs",
          "bitwise_funcs",
          "collection_funcs",
          "conditional_funcs",
          "conversion_funcs",
          "csv_funcs",
          "datetime_funcs",
          "hash_funcs",
          "json_funcs",
          "lambda_funcs",
          "map_funcs",
          "math_funcs",
          "predicate_funcs",
          "string_funcs",
          "struct_funcs",
          "url_funcs");

  /** The group of the others holds calls of Java, the session, the user and files. */
  private static final Set<String> FURTHER = Set.of("typeof");

  /** What a query of a contract may call besides. */
  private static final Set<String> OF_MANY_ROWS =
      Set.of("agg_funcs", "window_funcs", "generator_funcs");

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
            expression instanceof UnresolvedFunction call
                ? refusedCall(call, true)
                : expression instanceof UnresolvedGenerator generator
                    ? Optional.of(generator.name().unquotedString())
                        .filter(name -> !isOf(OF_MANY_ROWS, name))
                        .map(RowExpressions::notAllowed)
                    : Optional.empty());
  }

  /** Whether a function of the name makes rows of a value. */
  static boolean isGenerator(String name) {
    return isOf(Set.of("generator_funcs"), name);
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
      return refusedCall(call, false);
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

  private static Optional<String> refusedCall(UnresolvedFunction call, boolean ofManyRows) {
    List<String> parts = CollectionConverters.asJava(call.nameParts());
    String name = String.join(".", parts).toLowerCase(Locale.ROOT);
    if (isOfTime(name)) {
      return Optional.of(name + " looks at other rows.");
    } else if (isOf(OF_A_ROW, name)
        || FURTHER.contains(name)
        || (ofManyRows && isOf(OF_MANY_ROWS, name))) {
      return Optional.empty();
    } else if (isOf(Set.of("agg_funcs"), name)) {
      return Optional.of(name + " is an aggregate: it puts several rows together.");
    } else if (isOf(Set.of("window_funcs"), name)) {
      return Optional.of(name + " is a window function: it looks at other rows.");
    } else if (isOf(Set.of("generator_funcs"), name)) {
      return Optional.of(name + " is a generator: it makes several rows of one.");
    }
    return Optional.of(notAllowed(name));
  }

  /** Windows of time stand among the functions of dates. */
  private static boolean isOfTime(String name) {
    ExpressionInfo info = info(name);
    return info != null
        && Set.of(
                TimeWindow.class.getName(),
                SessionWindow.class.getName(),
                WindowTime.class.getName())
            .contains(info.getClassName());
  }

  private static String notAllowed(String name) {
    return info(name) == null
        ? "There is no function " + name + "."
        : name + " reaches outside the row; a config is data, not a program.";
  }

  private static boolean isOf(Set<String> groups, String name) {
    ExpressionInfo info = info(name);
    return info != null && groups.contains(info.getGroup());
  }

  /** Of the engine's own functions alone: what a session was given is code from elsewhere. */
  private static ExpressionInfo info(String name) {
    var known = FunctionRegistry.builtin().lookupFunction(new FunctionIdentifier(name));
    return known.isDefined() ? known.get() : null;
  }
}
