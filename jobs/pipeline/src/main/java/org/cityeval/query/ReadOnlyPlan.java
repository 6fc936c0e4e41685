package org.cityeval.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedStarBase;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.cityeval.functions.AllowedFunctions;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.warehouse.NamedTables;
import scala.Tuple3;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether the plan of a statement, as it was parsed, only reads tables of the warehouse. What a
 * plan may consist of is listed; whatever else the engine parses, now or in a later version, is
 * refused.
 */
final class ReadOnlyPlan {
  /** Parts of a query, by the engine's names for them. */
  private static final Set<String> RELATIONS =
      Set.of(
          "Aggregate",
          "Distinct",
          "Except",
          "Filter",
          "Generate",
          "GlobalLimit",
          "Intersect",
          "Join",
          "LateralJoin",
          "LocalRelation",
          "LocalLimit",
          "Offset",
          "OneRowRelation",
          "Pivot",
          "Project",
          "Sample",
          "Sort",
          "SubqueryAlias",
          "Union",
          "Unpivot",
          "UnresolvedHaving",
          "UnresolvedHint",
          "UnresolvedInlineTable",
          "UnresolvedRelation",
          "UnresolvedSubqueryColumnAliases",
          "UnresolvedTVFAliases",
          "UnresolvedTableValuedFunction",
          "UnresolvedWith",
          "WithWindowDefinition");

  /** What its expressions may be made of; calls by name are judged by {@link AllowedFunctions}. */
  private static final Set<String> EXPRESSIONS =
      Set.of(
          "Add",
          "AggregateExpression",
          "Alias",
          "And",
          "AnyValue",
          "AttributeReference",
          "Between",
          "BitwiseAnd",
          "BitwiseNot",
          "BitwiseOr",
          "BitwiseXor",
          "CaseWhen",
          "Cast",
          "Coalesce",
          "Concat",
          "CreateNamedStruct",
          "Cube",
          "CurrentDate",
          "CurrentRow$",
          "CurrentTimestamp",
          "Divide",
          "EqualNullSafe",
          "EqualTo",
          "Exists",
          "First",
          "GreaterThan",
          "GreaterThanOrEqual",
          "GroupingSets",
          "ILike",
          "In",
          "InSubquery",
          "IntegralDivide",
          "IsNotNull",
          "IsNull",
          "LambdaFunction",
          "Last",
          "LateralSubquery",
          "LessThan",
          "LessThanOrEqual",
          "Like",
          "LikeAll",
          "LikeAny",
          "ListQuery",
          "Literal",
          "Lower",
          "MultiAlias",
          "Multiply",
          "NamePlaceholder$",
          "NamedArgumentExpression",
          "Not",
          "NotLikeAll",
          "NotLikeAny",
          "Or",
          "Overlay",
          "PosParameter",
          "RLike",
          "Remainder",
          "Rollup",
          "ScalarSubquery",
          "ShiftLeft",
          "ShiftRight",
          "ShiftRightUnsigned",
          "SortOrder",
          "SpecifiedWindowFrame",
          "StringLocate",
          "StringTrim",
          "StringTrimLeft",
          "StringTrimRight",
          "Substring",
          "Subtract",
          "TimestampAdd",
          "TimestampDiff",
          "UnaryMinus",
          "UnaryPositive",
          "UnboundedFollowing$",
          "UnboundedPreceding$",
          "UnresolvedAlias",
          "UnresolvedAttribute",
          "UnresolvedExtractValue",
          "UnresolvedFunction",
          "UnresolvedGenerator",
          "UnresolvedNamedLambdaVariable",
          "UnresolvedOrdinal",
          "UnresolvedStar",
          "UnresolvedStarExceptOrReplace",
          "UnresolvedWindowExpression",
          "UnspecifiedFrame$",
          "WindowExpression",
          "WindowSpecDefinition",
          "WindowSpecReference");

  /** A column that the engine adds to every table of files: their paths and times. */
  private static final String FILE_METADATA = "_metadata";

  private static final String CATALYST = "org.apache.spark.sql.catalyst.";

  private final Reach reach;

  ReadOnlyPlan(Reach reach) {
    this.reach = reach;
  }

  /**
   * Passes over a plan that only reads.
   *
   * @throws UserProblem that says which part of it does something else
   */
  void require(LogicalPlan plan) {
    check(plan, Set.of());
  }

  /**
   * @param queries names of the WITH clauses in whose reach it stands
   */
  private void check(Object part, Set<String> queries) {
    if (part instanceof UnresolvedWith with) {
      checkWith(with, queries);
    } else if (part instanceof LogicalPlan plan) {
      requireListed(plan, RELATIONS);
      checkRelation(plan, queries);
      checkParts(plan, queries);
    } else if (part instanceof Expression expression) {
      requireListed(expression, EXPRESSIONS);
      checkCall(expression);
      checkParts(expression, queries);
    } else {
      checkParts(part, queries);
    }
  }

  private void checkParts(Object part, Set<String> queries) {
    PlanParts.in(part).forEach(each -> check(each, queries));
  }

  /** A named query is seen by those after it, by the statement, and by itself if it may recur. */
  private void checkWith(UnresolvedWith with, Set<String> queries) {
    Set<String> known = new HashSet<>(queries);
    for (Tuple3<String, SubqueryAlias, ?> named :
        CollectionConverters.asJava(with.cteRelations())) {
      String name = named._1().toLowerCase(Locale.ROOT);
      if (with.allowRecursion()) {
        known.add(name);
      }
      check(named._2(), Set.copyOf(known));
      known.add(name);
    }
    check(with.child(), known);
  }

  private void checkRelation(LogicalPlan plan, Set<String> queries) {
    if (plan instanceof UnresolvedRelation relation) {
      List<String> name = CollectionConverters.asJava(relation.multipartIdentifier());
      boolean query = name.size() == 1 && queries.contains(name.get(0).toLowerCase(Locale.ROOT));
      if (!query) {
        requireTable(name);
      }
      if (!relation.options().isEmpty()) {
        throw refused("options of a table");
      }
    } else if (plan instanceof UnresolvedTableValuedFunction function) {
      List<String> name = CollectionConverters.asJava(function.name());
      if (!AllowedFunctions.inPlaceOfTables(name)) {
        throw refused("the function " + String.join(".", name) + " in place of a table");
      }
    }
  }

  /** The parts of a column's name, or of what a star stands for. */
  private static List<String> names(Expression expression) {
    if (expression instanceof UnresolvedAttribute column) {
      return CollectionConverters.asJava(column.nameParts());
    }
    return expression instanceof UnresolvedStarBase star && star.target().isDefined()
        ? CollectionConverters.asJava(star.target().get())
        : List.of();
  }

  private void checkCall(Expression expression) {
    if (names(expression).stream().anyMatch(FILE_METADATA::equalsIgnoreCase)) {
      throw refused("the column " + FILE_METADATA);
    }
    List<String> name = null;
    if (expression instanceof UnresolvedFunction call) {
      name = CollectionConverters.asJava(call.nameParts());
    } else if (expression instanceof UnresolvedGenerator call) {
      name = new ArrayList<>(List.of(call.name().funcName()));
      call.name().database().foreach(name::add);
    }
    if (name != null && AllowedFunctions.find(name).isEmpty()) {
      throw refused("the function " + String.join(".", name));
    }
  }

  private void requireListed(Object node, Set<String> listed) {
    Class<?> type = node.getClass();
    if (!type.getName().startsWith(CATALYST) || !listed.contains(type.getSimpleName())) {
      throw refused(type.getSimpleName().replace("$", ""));
    }
  }

  /**
   * The table that a name stands for.
   *
   * @throws UserProblem where it is none of the warehouse's
   */
  NamedTables.Name requireTable(List<String> name) {
    var found = reach.find(name);
    if (found.isPresent()) {
      return found.get();
    }
    String written = String.join(".", name);
    List<String> names = reach.names().stream().map(NamedTables.Name::qualified).toList();
    throw new UserProblem(
        "There is no table " + written + ".",
        "A query reads the warehouse's own tables alone: " + String.join(", ", names) + ".",
        NearestName.find(name.size() == 1 ? NamedTables.CURRENT + "." + written : written, names)
            .map(near -> "Did you mean " + near + "?")
            .orElse("See 'cityeval list tables'."));
  }

  UserProblem refused(String what) {
    return new UserProblem(
        "The statement holds what a query may not: " + what + ".",
        "A query only reads, and only tables of the warehouse.",
        "Write SELECT, WITH, "
            + (reach.showsPlans() ? "EXPLAIN " : "")
            + "or DESCRIBE over "
            + String.join(", ", reach.schemas())
            + ", or SHOW SCHEMAS, TABLES or COLUMNS.");
  }
}
