package org.cityeval.check;

import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.source.ExpressionKind;
import org.cityeval.source.Expressions;
import org.cityeval.source.KeptColumns;

/**
 * Resolves names and expressions against the real columns.
 *
 * @param files the files of each part of the config, as they are opened
 * @param problems told of what does not resolve
 */
record ExpressionResolution(
    SparkSession spark, Map<String, FileColumns> files, Consumer<UserProblem> problems) {

  /**
   * Takes note of an expression that cannot be used; says whether it can.
   *
   * @param rows null where they could not be opened: then the expression is judged by itself
   */
  boolean resolves(Dataset<Row> rows, String key, String expression, ExpressionKind kind) {
    if (expression == null) {
      return true;
    }
    if (rows == null) {
      // Without rows, an expression is judged by what it is made of.
      Expressions.findFault(spark, expression)
          .ifPresent(why -> problems.accept(notAllowed(key, expression, why, kind)));
      return false;
    }
    try {
      Optional<UserProblem> wrong =
          Expressions.findFault(rows, expression, kind)
              .map(why -> notAllowed(key, expression, why, kind))
              .or(() -> columnsOf(key).flatMap(columns -> columns.lacking(rows, key, expression)));
      wrong.ifPresent(problems);
      return wrong.isEmpty();
    } catch (RuntimeException unresolved) {
      problems.accept(problem(rows, key, expression, asSparkTells(rows, expression, unresolved)));
    } catch (Exception unresolved) {
      // Spark throws its checked AnalysisException from Scala without declaring it.
      problems.accept(problem(rows, key, expression, unresolved));
    }
    return false;
  }

  /** What Spark says of an expression that is no SQL, where we only say that it is none. */
  private static Exception asSparkTells(
      Dataset<Row> rows, String expression, RuntimeException unresolved) {
    try {
      rows.select(expr(expression));
      return unresolved;
    } catch (Exception told) {
      // Spark throws its checked AnalysisException from Scala without declaring it.
      return told;
    }
  }

  private static UserProblem notAllowed(
      String key, String expression, String why, ExpressionKind kind) {
    return new UserProblem(
        key + ": '" + expression + "' is not allowed here.",
        why,
        "Write an expression over one row that gives " + kind.wanted() + ".");
  }

  /** Takes note of each column that is to be kept and is not there. */
  void keeps(Dataset<Row> rows, String owner, List<String> declared) {
    if (rows == null || declared == null) {
      return;
    }
    for (String name : KeptColumns.unknown(rows, declared)) {
      String key = owner + ".kept_columns";
      problems.accept(
          twice(key, name)
              .orElseGet(() -> noColumn(rows, key, name, "Correct the name, or leave it out.")));
    }
  }

  /** The files of the part of the config that a key is below. */
  private Optional<FileColumns> columnsOf(String key) {
    return files.entrySet().stream()
        .filter(owner -> key.startsWith(owner.getKey() + "."))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private UserProblem problem(
      Dataset<Row> rows, String key, String expression, Exception unresolved) {
    List<String> columns = LakeSource.ownColumns(rows);
    Optional<String> missing = missingColumn(columns, expression);
    return missing
        .flatMap(name -> twice(key, name))
        .or(
            () ->
                missing.map(
                    name -> noColumn(rows, key, name, "Correct the expression: " + expression)))
        .orElseGet(
            () ->
                new UserProblem(
                    key + ": '" + expression + "' does not resolve.",
                    firstLine(unresolved),
                    "Write it as a Spark SQL expression over " + LakeSource.shown(columns) + "."));
  }

  private Optional<UserProblem> twice(String key, String name) {
    return columnsOf(key).flatMap(of -> of.twice(key, name));
  }

  private static UserProblem noColumn(Dataset<Row> rows, String key, String name, String fix) {
    List<String> columns = LakeSource.ownColumns(rows);
    return new UserProblem(
        key + ": no column " + name + ".",
        "The columns are " + LakeSource.shown(columns) + ".",
        NearestName.find(name, columns).map(near -> "Did you mean " + near + "?").orElse(fix));
  }

  private Optional<String> missingColumn(List<String> columns, String expression) {
    try {
      return Expressions.columns(spark, expression).stream()
          .filter(name -> columns.stream().noneMatch(name::equalsIgnoreCase))
          .filter(name -> !name.startsWith("_"))
          .findFirst();
    } catch (IllegalArgumentException notSql) {
      return Optional.empty();
    }
  }

  static String firstLine(Exception failure) {
    String message =
        failure instanceof AnalysisException analysis
            ? analysis.getSimpleMessage()
            : failure.getMessage();
    return String.valueOf(message).lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}
