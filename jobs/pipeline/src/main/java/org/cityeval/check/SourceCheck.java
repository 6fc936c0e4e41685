package org.cityeval.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.CrosswalkConfig;
import org.cityeval.config.lake.DistrictKey;
import org.cityeval.config.lake.DistrictsConfig;
import org.cityeval.config.lake.Location;
import org.cityeval.config.lake.Mapping;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.lake.Lake;
import org.cityeval.lake.LakeSource;
import org.cityeval.place.District;
import org.cityeval.place.DistrictList;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Quantity;
import org.cityeval.source.ExpressionKind;
import org.cityeval.source.HeadingProblems;
import org.cityeval.source.SourceRows;
import org.cityeval.source.WideDistricts;

/** Resolves every expression of a config against the real columns, before anything is computed. */
public final class SourceCheck {
  private final SparkSession spark;
  private final Supplier<List<District>> districts;
  private final List<UserProblem> problems = new ArrayList<>();
  private final Map<String, FileColumns> files = new TreeMap<>();
  private final Map<String, Lake> lakes = new TreeMap<>();
  private final Map<String, Dataset<Row>> opened = new TreeMap<>();
  private final Map<String, Dataset<Row>> wide = new TreeMap<>();

  private final ExpressionResolution expressions;

  private SourceCheck(SparkSession spark, Supplier<List<District>> districts) {
    this.spark = spark;
    this.districts = districts;
    this.expressions = new ExpressionResolution(spark, files, problems::add);
  }

  /**
   * Checks all sources and the list of districts.
   *
   * @param districts the list, which is asked for where headings are districts
   * @return the parts of the lake that it opened, by how messages name them
   * @throws UserProblem that tells every problem found, if any; its exit code is 4 if a source is
   *     absent and nothing else is wrong
   */
  public static Map<String, Lake> check(
      SparkSession spark,
      EvaluationConfig config,
      Supplier<List<District>> districts,
      String file) {
    SourceCheck check = new SourceCheck(spark, districts);
    check.districts(config.districts());
    for (Map.Entry<String, CrosswalkConfig> crosswalk : config.crosswalks().entrySet()) {
      check.crosswalk("crosswalks." + crosswalk.getKey(), crosswalk.getValue());
    }
    for (Map.Entry<String, SourceConfig> source : config.sources().entrySet()) {
      check.source(source.getKey(), source.getValue());
    }
    check.longerHeadings(config);
    // A contract may look at another source, so all are opened before.
    ContractResolution contracts = new ContractResolution(check, check.opened);
    config.sources().forEach(contracts::check);
    config.requests().forEach(new RequestResolution(check)::check);
    if (!check.problems.isEmpty()) {
      throw new SourceCheckProblem(file, check.problems);
    }
    return check.lakes;
  }

  /** The same, where nobody else needs the list of districts. */
  public static Map<String, Lake> check(SparkSession spark, EvaluationConfig config, String file) {
    return check(spark, config, () -> DistrictList.read(spark, config.districts()), file);
  }

  private void districts(DistrictsConfig config) {
    Dataset<Row> rows = open("districts", config.location()).orElse(null);
    DistrictsConfig.Columns columns = config.columns();
    expression(rows, "districts.columns.district_id", columns.districtId());
    expression(rows, "districts.columns.district_name", columns.districtName());
    expression(rows, "districts.columns.city_id", columns.cityId());
    expression(rows, "districts.columns.city_name", columns.cityName());
    expression(rows, "districts.columns.population", columns.population(), ExpressionKind.NUMBER);
    expression(rows, "districts.columns.district_name_zh", columns.districtNameZh());
    expression(rows, "districts.columns.city_name_zh", columns.cityNameZh());
    columns
        .regions()
        .forEach((name, region) -> expression(rows, "districts.columns.regions." + name, region));
    config
        .attributes()
        .forEach(
            (name, number) ->
                expression(rows, "districts.attributes." + name, number, ExpressionKind.NUMBER));
    expression(rows, "districts.where", config.where(), ExpressionKind.FILTER);
    expression(rows, "districts.neighbours", config.neighbours());
  }

  private void crosswalk(String owner, CrosswalkConfig config) {
    if (config.isListed()) {
      Dataset<Row> rows = open(owner, config.location()).orElse(null);
      expression(rows, owner + ".spelling", config.spelling(), ExpressionKind.TEXTS);
      expression(rows, owner + ".district_id", config.districtId());
      expression(rows, owner + ".valid_from", config.validFrom(), ExpressionKind.DAY);
      expression(rows, owner + ".valid_to", config.validTo(), ExpressionKind.DAY);
    }
  }

  private void source(String name, SourceConfig source) {
    String owner = "sources." + name;
    Mapping mapping = source.mapping();
    Dataset<Row> rows =
        open(owner, source.location()).flatMap(lake -> unpivoted(lake, owner, source)).orElse(null);
    if (rows != null) {
      opened.put(name, rows);
    }
    expression(rows, owner + ".district", mapping.district());
    DistrictKey.Place place = source.key().place();
    if (place != null) {
      expression(rows, owner + ".place.longitude", place.longitude(), ExpressionKind.NUMBER);
      expression(rows, owner + ".place.latitude", place.latitude(), ExpressionKind.NUMBER);
    }
    expression(rows, owner + ".date", mapping.date(), ExpressionKind.DAY);
    expression(rows, owner + ".where", mapping.where(), ExpressionKind.FILTER);
    expression(rows, owner + ".event_id", source.events().eventId());
    kept(rows, owner, source.keptColumns());
    mapping
        .asOfExpression()
        .ifPresent(asOf -> expression(rows, owner + ".as_of", asOf, ExpressionKind.DAY));
    for (Map.Entry<Quantity, MeasureConfig> measure : source.measures().entrySet()) {
      expression(
          rows,
          owner + ".measures." + measure.getKey().column() + ".value",
          measure.getValue().value(),
          kind(measure.getValue().aggregate()));
    }
  }

  /** Only what is added up or averaged has to be a number by itself. */
  private static ExpressionKind kind(MeasureConfig.Aggregate aggregate) {
    if (aggregate == null
        || aggregate == MeasureConfig.Aggregate.SUM
        || aggregate == MeasureConfig.Aggregate.MEAN) {
      return ExpressionKind.NUMBER;
    }
    return ExpressionKind.VALUE;
  }

  /**
   * A heading is taken for a district by what the list knows; what is wrong with the list is told.
   */
  private void longerHeadings(EvaluationConfig config) {
    if (!problems.isEmpty() || wide.isEmpty()) {
      return;
    }
    try {
      DistrictKeys keys = new DistrictKeys(spark, config, districts.get());
      wide.forEach(
          (name, lake) ->
              problems.addAll(
                  WideDistricts.longerHeadings(
                      lake,
                      "sources." + name,
                      config.sources().get(name).key().districtColumns(),
                      keys.known(config.sources().get(name)))));
    } catch (UserProblem problem) {
      problems.add(problem);
    }
  }

  private Optional<Dataset<Row>> unpivoted(Dataset<Row> lake, String owner, SourceConfig source) {
    List<UserProblem> wrong = HeadingProblems.find(owner, source, files.get(owner).headings());
    problems.addAll(wrong);
    if (!wrong.isEmpty()) {
      return Optional.empty();
    }
    if (source.mapping().shape() == Mapping.Shape.WIDE_DISTRICTS) {
      wide.put(owner.substring(owner.indexOf('.') + 1), lake);
      List<UserProblem> missing =
          WideDistricts.problems(lake, owner, source.key().districtColumns());
      problems.addAll(missing);
      if (!missing.isEmpty()) {
        return Optional.empty();
      }
    }
    return open(owner, () -> SourceRows.reshape(lake, owner, source));
  }

  Optional<Dataset<Row>> open(String owner, Location location) {
    return open(
        owner,
        () -> {
          Lake lake = LakeSource.open(spark, owner, location, file -> true);
          files.put(owner, new FileColumns(lake.headings(), location));
          lakes.put(owner, lake);
          return lake.columns();
        });
  }

  private Optional<Dataset<Row>> open(String owner, Supplier<Dataset<Row>> rows) {
    try {
      return Optional.of(rows.get());
    } catch (UserProblem problem) {
      problems.add(problem);
      return Optional.empty();
    } catch (Exception unreadable) {
      // Spark throws its checked AnalysisException from Scala without declaring it.
      problems.add(
          new UserProblem(
              owner + " cannot be opened.",
              String.valueOf(unreadable.getMessage()).lines().findFirst().orElse(""),
              "Check " + owner + ".format and the file.",
              unreadable));
      return Optional.empty();
    }
  }

  void add(UserProblem problem) {
    problems.add(problem);
  }

  /** Takes note of an expression that cannot be used; says whether it can. */
  boolean expression(Dataset<Row> rows, String key, String expression, ExpressionKind kind) {
    return expressions.resolves(rows, key, expression, kind);
  }

  /** The same of an expression whose value is read as text. */
  boolean expression(Dataset<Row> rows, String key, String expression) {
    return expression(rows, key, expression, ExpressionKind.VALUE);
  }

  /** Takes note of each column that is to be kept and is not there. */
  void kept(Dataset<Row> rows, String owner, List<String> declared) {
    expressions.keeps(rows, owner, declared);
  }
}
