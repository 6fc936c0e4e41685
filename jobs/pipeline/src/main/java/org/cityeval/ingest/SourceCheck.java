package org.cityeval.ingest;

import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.DistrictsConfig;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.Mapping;
import org.cityeval.config.MeasureConfig;
import org.cityeval.config.SourceConfig;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Quantity;
import org.cityeval.source.LakeSource;
import org.cityeval.source.WideDates;

/** Resolves every expression of a config against the real columns, before anything is computed. */
public final class SourceCheck {
  private final SparkSession spark;
  private final List<UserProblem> problems = new ArrayList<>();

  private SourceCheck(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Checks all sources and the list of districts.
   *
   * @throws UserProblem that tells every problem found, if any; its exit code is 4 if a source is
   *     absent and nothing else is wrong
   */
  public static void of(SparkSession spark, EvaluationConfig config, String file) {
    SourceCheck check = new SourceCheck(spark);
    check.districts(config.districts());
    for (Map.Entry<String, SourceConfig> source : config.sources().entrySet()) {
      check.source("sources." + source.getKey(), source.getValue());
    }
    if (!check.problems.isEmpty()) {
      throw new SourceCheckProblem(file, check.problems);
    }
  }

  private void districts(DistrictsConfig config) {
    open("districts", () -> LakeSource.read(spark, "districts", config.location()))
        .ifPresent(
            rows -> {
              DistrictsConfig.Columns columns = config.columns();
              expression(rows, "districts.columns.district_id", columns.districtId());
              expression(rows, "districts.columns.district_name", columns.districtName());
              expression(rows, "districts.columns.city_id", columns.cityId());
              expression(rows, "districts.columns.city_name", columns.cityName());
              expression(rows, "districts.columns.population", columns.population());
              expression(rows, "districts.columns.district_name_zh", columns.districtNameZh());
              expression(rows, "districts.columns.city_name_zh", columns.cityNameZh());
              expression(rows, "districts.where", config.where());
              expression(rows, "districts.neighbours", config.neighbours());
            });
  }

  private void source(String owner, SourceConfig source) {
    Mapping mapping = source.mapping();
    boolean wide = mapping.shape() == Mapping.Shape.WIDE_DATES;
    open(
            owner,
            () -> {
              Dataset<Row> rows = LakeSource.read(spark, owner, source.location());
              return wide ? WideDates.unpivot(rows, owner, mapping.dateColumns()) : rows;
            })
        .ifPresent(
            rows -> {
              expression(rows, owner + ".district", mapping.district());
              expression(rows, owner + ".date", mapping.date());
              expression(rows, owner + ".where", mapping.where());
              expression(rows, owner + ".event_id", source.events().eventId());
              mapping.asOfExpression().ifPresent(asOf -> expression(rows, owner + ".as_of", asOf));
              for (Map.Entry<Quantity, MeasureConfig> measure : source.measures().entrySet()) {
                expression(
                    rows,
                    owner + ".measures." + measure.getKey().column() + ".value",
                    measure.getValue().value());
              }
            });
  }

  private Optional<Dataset<Row>> open(
      String owner, java.util.function.Supplier<Dataset<Row>> rows) {
    try {
      return Optional.of(rows.get());
    } catch (UserProblem problem) {
      problems.add(problem);
      return Optional.empty();
    } catch (RuntimeException unreadable) {
      problems.add(
          new UserProblem(
              owner + " cannot be opened.",
              String.valueOf(unreadable.getMessage()).lines().findFirst().orElse(""),
              "Check " + owner + ".format and the file.",
              unreadable));
      return Optional.empty();
    }
  }

  private void expression(Dataset<Row> rows, String key, String expression) {
    if (expression == null) {
      return;
    }
    try {
      Column column = expr(expression);
      rows.select(column);
    } catch (RuntimeException unresolved) {
      problems.add(problem(rows, key, expression, unresolved));
    } catch (Exception unresolved) {
      // Spark throws its checked AnalysisException from Scala without declaring it.
      problems.add(problem(rows, key, expression, unresolved));
    }
  }

  private UserProblem problem(
      Dataset<Row> rows, String key, String expression, Exception unresolved) {
    List<String> columns = LakeSource.ownColumns(rows);
    Optional<String> missing = missingColumn(columns, expression);
    String shown =
        String.join(", ", columns.stream().limit(20).toList())
            + (columns.size() > 20 ? ", ... (" + columns.size() + " in all)" : "");
    return missing
        .map(
            name ->
                new UserProblem(
                    key + ": no column " + name + ".",
                    "The columns are " + shown + ".",
                    NearestName.of(name, columns)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Correct the expression: " + expression)))
        .orElseGet(
            () ->
                new UserProblem(
                    key + ": '" + expression + "' does not resolve.",
                    firstLine(unresolved),
                    "Write it as a Spark SQL expression over " + shown + "."));
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

  private static String firstLine(Exception failure) {
    String message =
        failure instanceof AnalysisException analysis
            ? analysis.getSimpleMessage()
            : failure.getMessage();
    return String.valueOf(message).lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}
