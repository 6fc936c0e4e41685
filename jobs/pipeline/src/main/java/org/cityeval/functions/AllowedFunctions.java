package org.cityeval.functions;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.SessionWindow;
import org.apache.spark.sql.catalyst.expressions.TimeWindow;
import org.apache.spark.sql.catalyst.expressions.WindowTime;

/**
 * The engine's functions that make a value of values, the only ones that a text of a user may call.
 * Its group {@code misc_funcs} calls Java, tells users and files, or ends the query; functions of
 * xml read what a document points to. Functions that a session was given are code from elsewhere.
 */
public final class AllowedFunctions {
  /** What a function does with rows. */
  public enum Kind {
    /** Makes a value of the values of one row. */
    OF_A_ROW,
    /** Puts several rows together. */
    AGGREGATE,
    /** Looks at other rows. */
    WINDOW,
    /** Looks at other rows by their time; it may stand where a function of a row does. */
    WINDOW_OF_TIME,
    /** Makes several rows of one. */
    GENERATOR
  }

  private static final Map<String, Kind> GROUPS =
      Map.ofEntries(
          entry("array_funcs", Kind.OF_A_ROW),
          entry("bitwise_funcs", Kind.OF_A_ROW),
          entry("collection_funcs", Kind.OF_A_ROW),
          entry("conditional_funcs", Kind.OF_A_ROW),
          entry("conversion_funcs", Kind.OF_A_ROW),
          entry("csv_funcs", Kind.OF_A_ROW),
          entry("datetime_funcs", Kind.OF_A_ROW),
          entry("hash_funcs", Kind.OF_A_ROW),
          entry("json_funcs", Kind.OF_A_ROW),
          entry("lambda_funcs", Kind.OF_A_ROW),
          entry("map_funcs", Kind.OF_A_ROW),
          entry("math_funcs", Kind.OF_A_ROW),
          entry("predicate_funcs", Kind.OF_A_ROW),
          entry("string_funcs", Kind.OF_A_ROW),
          entry("struct_funcs", Kind.OF_A_ROW),
          entry("url_funcs", Kind.OF_A_ROW),
          entry("agg_funcs", Kind.AGGREGATE),
          entry("window_funcs", Kind.WINDOW),
          entry("generator_funcs", Kind.GENERATOR));

  /** Of the groups that are not allowed. */
  private static final Map<String, Kind> FURTHER = Map.of("typeof", Kind.OF_A_ROW);

  /** They stand among the functions of dates. */
  private static final Set<String> WINDOWS_OF_TIME =
      Set.of(TimeWindow.class.getName(), SessionWindow.class.getName(), WindowTime.class.getName());

  /** What makes rows, though its group is another or none. */
  private static final Set<String> FURTHER_IN_PLACE_OF_TABLES = Set.of("json_tuple", "range");

  private AllowedFunctions() {}

  /** What a call by this name does with rows, if it is allowed. */
  public static Optional<Kind> find(List<String> name) {
    String function = only(name);
    return Optional.ofNullable(known(function))
        .map(
            known ->
                WINDOWS_OF_TIME.contains(known.getClassName())
                    ? Kind.WINDOW_OF_TIME
                    : FURTHER.getOrDefault(function, GROUPS.get(known.getGroup())));
  }

  /** Whether the engine has a function of this name, allowed or not. */
  public static boolean isKnown(List<String> name) {
    return known(only(name)) != null;
  }

  /** Whether it may stand in place of a table: its rows are made of what it is given. */
  public static boolean inPlaceOfTables(List<String> name) {
    return FURTHER_IN_PLACE_OF_TABLES.contains(only(name))
        || find(name).filter(Kind.GENERATOR::equals).isPresent();
  }

  /** No function of the engine stands in a schema. */
  private static String only(List<String> name) {
    return name.size() == 1 ? name.get(0).toLowerCase(Locale.ROOT) : "";
  }

  private static ExpressionInfo known(String function) {
    var known = FunctionRegistry.builtin().lookupFunction(new FunctionIdentifier(function));
    return known.isDefined() ? known.get() : null;
  }
}
