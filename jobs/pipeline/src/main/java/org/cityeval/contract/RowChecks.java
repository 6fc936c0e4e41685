package org.cityeval.contract;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.config.lake.ContractCheck;
import org.cityeval.config.lake.ContractCheck.Arguments;
import org.cityeval.config.lake.ContractCheck.CheckType;
import org.cityeval.config.lake.ContractCheck.Metric;
import org.cityeval.config.lake.ContractCheck.Unit;
import org.cityeval.config.lake.ContractConfig.Property;
import org.cityeval.config.lake.MustBe;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.lake.CellText;
import org.cityeval.lake.LakeSource;
import org.cityeval.source.CellRules;
import org.cityeval.source.PlainNumber;
import org.cityeval.source.SourceRows;

/** Checks over the rows of a source: its columns, the library's metrics and queries. */
final class RowChecks {
  private static final MustBe NONE = new MustBe(0.0, null, null, null, null, null, null, null);

  private final SourceConfig source;

  RowChecks(SourceConfig source) {
    this.source = source;
  }

  /** A count of rows, and the operators its check asks for. */
  private record Counted(String rule, boolean percent, MustBe mustBe) implements Serializable {}

  /** Whether the contract asks anything of rows, so that they must be read. */
  boolean areAny() {
    return !source.contract().schema().isEmpty()
        || source.contract().quality().stream()
            .anyMatch(check -> check.rule().type() != CheckType.CUSTOM);
  }

  /**
   * A measurement of each check.
   *
   * @param rows all rows of the source
   * @param name the source's, under which queries find the rows
   */
  Dataset<Row> measure(Dataset<Row> rows, String name) {
    Dataset<Row> kept = rows.where(CellRules.inScope(rows.sparkSession(), source));
    Map<Counted, Column> counts = new LinkedHashMap<>();
    List<Dataset<Row>> parts = new ArrayList<>();
    List<String> columns = List.of(rows.columns());
    for (Property property : source.contract().schema()) {
      if (columns.contains(property.name())) {
        counts.put(new Counted(property.rule(), false, NONE), CellRules.isBroken(source, property));
        if (property.unique()) {
          parts.add(
              duplicates(
                  kept, List.of(property.name()), new Counted(property.rule(), false, NONE)));
        }
      }
    }
    for (ContractCheck check : source.contract().quality()) {
      Counted counted = new Counted(check.id(), check.unit() == Unit.PERCENT, check.operators());
      if (check.rule().type() == CheckType.SQL) {
        parts.add(query(rows, check, name));
      } else if (check.rule().metric() == Metric.DUPLICATE_VALUES) {
        parts.add(duplicates(kept, check.arguments().properties(), counted));
      } else if (check.rule().type() == CheckType.LIBRARY) {
        counts.put(counted, isCounted(check));
      }
    }
    if (!counts.isEmpty()) {
      parts.add(0, counted(kept, counts));
    }
    return parts.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  private Column isCounted(ContractCheck check) {
    Arguments arguments = check.arguments();
    Column any = lit(check.rule().metric() == Metric.ROW_COUNT);
    for (String property : arguments.properties()) {
      Column cell = CellText.stripped(LakeSource.quoted(property).cast(DataTypes.StringType));
      Column blank = CellRules.isMissing(cell, List.of());
      Column missing =
          CellRules.isMissing(
              cell,
              Optional.ofNullable(arguments.missingValues())
                  .orElseGet(() -> source.mapping().missing()));
      any =
          any.or(
              switch (check.rule().metric()) {
                case NULL_VALUES -> blank;
                case MISSING_VALUES -> missing;
                case INVALID_VALUES -> missing.equalTo(false).and(isInvalid(arguments, cell));
                case ROW_COUNT, DUPLICATE_VALUES -> lit(false);
              });
    }
    return any;
  }

  private static Column isInvalid(Arguments arguments, Column cell) {
    Column valid = lit(true);
    if (arguments.validValues() != null) {
      valid = valid.and(cell.isin(arguments.validValues().toArray()));
    }
    if (arguments.pattern() != null) {
      valid = valid.and(cell.rlike("^(?:" + arguments.pattern() + ")$"));
    }
    return coalesce(valid.equalTo(false), lit(true));
  }

  /** All counts in one pass: the rows, then one number for each check. */
  private static Dataset<Row> counted(Dataset<Row> rows, Map<Counted, Column> counts) {
    List<Counted> checks = List.copyOf(counts.keySet());
    Column[] sums =
        counts.values().stream()
            .map(isCounted -> coalesce(sum(when(isCounted, 1L).otherwise(0L)), lit(0L)))
            .toArray(Column[]::new);
    return rows.agg(count(lit(1)), sums)
        .flatMap(
            (FlatMapFunction<Row, Row>) totals -> measurements(checks, totals),
            Encoders.row(Measurement.SCHEMA));
  }

  private static Dataset<Row> duplicates(
      Dataset<Row> rows, List<String> properties, Counted check) {
    List<Counted> checks = List.of(check);
    return rows.groupBy(properties.stream().map(LakeSource::quoted).toArray(Column[]::new))
        .agg(count(lit(1)).as("_copies"))
        .agg(coalesce(sum("_copies"), lit(0L)), coalesce(sum(col("_copies").minus(1)), lit(0L)))
        .flatMap(
            (FlatMapFunction<Row, Row>) totals -> measurements(checks, totals),
            Encoders.row(Measurement.SCHEMA));
  }

  private static Iterator<Row> measurements(List<Counted> checks, Row totals) {
    List<Row> rows = new ArrayList<>();
    double all = (double) totals.getLong(0);
    for (int i = 0; i < checks.size(); i++) {
      Counted check = checks.get(i);
      double number = (double) totals.getLong(i + 1);
      if (check.percent()) {
        number = all == 0 ? 0 : 100 * number / all;
      }
      rows.add(whole(check.rule(), number, check.mustBe()));
    }
    return rows.iterator();
  }

  private static Dataset<Row> query(Dataset<Row> rows, ContractCheck check, String name) {
    Dataset<Row> answer = rows.sparkSession().sql(check.queryOver(SourceRows.register(rows, name)));
    String rule = check.id();
    MustBe mustBe = check.operators();
    return answer
        .limit(1)
        .select(LakeSource.quoted(answer.columns()[0]).cast(DataTypes.StringType))
        .flatMap(
            (FlatMapFunction<Row, Row>)
                found -> List.of(whole(rule, number(found.getString(0)), mustBe)).iterator(),
            Encoders.row(Measurement.SCHEMA));
  }

  /** A truth value is 1 or 0; what is neither number nor truth value satisfies no operator. */
  private static double number(String answer) {
    if (answer == null) {
      return Double.NaN;
    }
    return switch (answer) {
      case "true" -> 1;
      case "false" -> 0;
      default -> {
        Double number = PlainNumber.read(UTF8String.fromString(answer));
        yield number == null ? Double.NaN : number;
      }
    };
  }

  private static Row whole(String rule, double number, MustBe mustBe) {
    return new Measurement(
            rule, Measurement.Subject.SOURCE, null, null, number, mustBe.holds(number))
        .row();
  }
}
