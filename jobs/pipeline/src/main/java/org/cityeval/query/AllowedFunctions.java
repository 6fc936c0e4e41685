package org.cityeval.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;

/**
 * The functions that a query may call: those of the engine that make a value of values. Its group
 * {@code misc_funcs} calls Java, tells users and files, or ends the query; functions of xml read
 * what a document points to. Functions that a session was given are none of the engine's.
 */
final class AllowedFunctions {
  private static final Set<String> GROUPS =
      Set.of(
          "agg_funcs",
          "array_funcs",
          "bitwise_funcs",
          "collection_funcs",
          "conditional_funcs",
          "conversion_funcs",
          "csv_funcs",
          "datetime_funcs",
          "generator_funcs",
          "hash_funcs",
          "json_funcs",
          "lambda_funcs",
          "map_funcs",
          "math_funcs",
          "predicate_funcs",
          "string_funcs",
          "struct_funcs",
          "url_funcs",
          "window_funcs");
  private static final Set<String> FURTHER = Set.of("typeof");

  /** Functions that stand where a table could. */
  private static final Set<String> OF_ROWS =
      Set.of(
          "explode",
          "explode_outer",
          "inline",
          "inline_outer",
          "json_tuple",
          "posexplode",
          "posexplode_outer",
          "range",
          "stack");

  private AllowedFunctions() {}

  /** Whether it may be called in an expression. */
  static boolean inExpressions(List<String> name) {
    if (name.size() != 1) {
      return false;
    }
    String function = name.get(0).toLowerCase(Locale.ROOT);
    ExpressionInfo known = builtin(function);
    return known != null && (GROUPS.contains(known.getGroup()) || FURTHER.contains(function));
  }

  /** Whether it may stand in place of a table. */
  static boolean inPlaceOfTables(List<String> name) {
    return name.size() == 1 && OF_ROWS.contains(name.get(0).toLowerCase(Locale.ROOT));
  }

  private static ExpressionInfo builtin(String function) {
    var known = FunctionRegistry.builtin().lookupFunction(new FunctionIdentifier(function));
    return known.isDefined() ? known.get() : null;
  }
}
