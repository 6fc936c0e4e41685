package org.cityeval.source;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.cityeval.functions.AllowedFunctions;
import scala.Tuple3;
import scala.jdk.javaapi.CollectionConverters;

/** Whether the query of a contract, as it was parsed, reads the rows of its source alone. */
final class QueryForm {
  private final Set<String> tables = new HashSet<>();

  private QueryForm(String view) {
    tables.add(view.toLowerCase(Locale.ROOT));
  }

  /** Why it does not, if so. */
  static Optional<String> findFault(LogicalPlan parsed, String view) {
    return new QueryForm(view).of(parsed);
  }

  private Optional<String> of(LogicalPlan plan) {
    Optional<String> found = Optional.empty();
    if (plan instanceof UnresolvedWith with) {
      for (Tuple3<String, SubqueryAlias, ?> named :
          CollectionConverters.asJava(with.cteRelations())) {
        found = found.or(() -> of(named._2()));
        tables.add(named._1().toLowerCase(Locale.ROOT));
      }
    } else if (plan instanceof UnresolvedRelation relation) {
      List<String> name = CollectionConverters.asJava(relation.multipartIdentifier());
      if (name.size() != 1 || !tables.contains(name.get(0).toLowerCase(Locale.ROOT))) {
        return Optional.of("It reads " + String.join(".", name) + ", not {object} alone.");
      }
    } else if (plan instanceof UnresolvedTableValuedFunction function) {
      List<String> name = CollectionConverters.asJava(function.name());
      if (!AllowedFunctions.inPlaceOfTables(name)) {
        return Optional.of("It reads " + String.join(".", name) + "(), not {object} alone.");
      }
    }
    for (Expression expression : CollectionConverters.asJava(plan.expressions())) {
      found = found.or(() -> RowExpressions.findForeignInQuery(expression));
      found = found.or(() -> subqueries(expression));
    }
    for (LogicalPlan child : CollectionConverters.asJava(plan.children())) {
      found = found.or(() -> of(child));
    }
    return found;
  }

  private Optional<String> subqueries(Expression expression) {
    Optional<String> found = Optional.empty();
    if (expression instanceof PlanExpression<?> subquery
        && subquery.plan() instanceof LogicalPlan plan) {
      found = of(plan);
    }
    for (Expression child : CollectionConverters.asJava(expression.children())) {
      found = found.or(() -> subqueries(child));
    }
    return found;
  }
}
