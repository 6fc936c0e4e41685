package org.cityeval.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.lake.ContractCheck.Severity;
import org.cityeval.config.lake.ContractConfig.Property;
import org.cityeval.config.lake.ContractConfig.TypeOptions;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.lake.CellText;
import org.cityeval.lake.LakeSource;
import org.cityeval.lake.Provenance;

/** What a contract says of the cells of a row. */
public final class CellRules {
  private static final String INTEGER = "^[+-]?[0-9]+(\\.0+)?$";

  private CellRules() {}

  /**
   * What is wrong with a row for which records are refused, as rule and sentence; null where
   * nothing is.
   *
   * @param columns the columns there are; a property that is not among them has no cells
   */
  public static Column refused(SourceConfig source, List<String> columns) {
    List<Column> broken = new ArrayList<>();
    for (Property property : source.contract().schema()) {
      if (property.severity() == Severity.QUARANTINE && columns.contains(property.name())) {
        broken.add(
            when(
                isBroken(source, property),
                concat(lit(property.rule() + ", "), coalesce(text(property), lit("(blank)")))));
      }
    }
    broken.add(lit(null).cast(DataTypes.StringType));
    return coalesce(broken.toArray(Column[]::new));
  }

  /** Whether the cell breaks its type, its bounds or that it must be filled; never null. */
  public static Column isBroken(SourceConfig source, Property property) {
    Column text = text(property);
    Column blank = isMissing(text, source.mapping().missing());
    Column wrong =
        isOfType(source, property, text)
            .equalTo(false)
            .or(isWithin(source, property, text).equalTo(false));
    return when(blank, lit(property.required())).otherwise(coalesce(wrong, lit(false)));
  }

  /** Whether a cell is blank or holds a mark of a missing value; never null. */
  public static Column isMissing(Column text, List<String> marks) {
    Column blank = text.isNull().or(text.equalTo(""));
    return marks.isEmpty() ? blank : blank.or(coalesce(text.isin(marks.toArray()), lit(false)));
  }

  /** The rows a source is made of: those its filter keeps, and that could be read. */
  public static Column inScope(SparkSession spark, SourceConfig source) {
    return SourceRows.isKept(spark, source.mapping().where())
        .and(functions.col(Provenance.MALFORMED).isNull());
  }

  private static Column text(Property property) {
    return CellText.stripped(LakeSource.quoted(property.name()).cast(DataTypes.StringType));
  }

  private static Column isOfType(SourceConfig source, Property property, Column text) {
    return switch (property.logicalType()) {
      case STRING -> lit(true);
      case NUMBER -> SourceRows.number(source, text).isNotNull();
      case INTEGER -> text.rlike(INTEGER);
      case DATE -> date(text).isNotNull();
      case BOOLEAN -> lower(text).isin("true", "false");
    };
  }

  private static Column isWithin(SourceConfig source, Property property, Column text) {
    TypeOptions options = property.logicalTypeOptions();
    Column within = lit(true);
    if (options.pattern() != null) {
      within = within.and(text.rlike("^(?:" + options.pattern() + ")$"));
    }
    return switch (property.logicalType()) {
      case NUMBER, INTEGER -> {
        Column number = SourceRows.number(source, text);
        yield bounded(within, number, options, DataTypes.DoubleType);
      }
      case DATE -> bounded(within, date(text), options, DataTypes.DateType);
      case STRING, BOOLEAN -> within;
    };
  }

  private static Column bounded(
      Column within, Column value, TypeOptions options, org.apache.spark.sql.types.DataType type) {
    Column bounded = within;
    if (options.minimum() != null) {
      bounded = bounded.and(value.geq(lit(options.minimum()).cast(type)));
    }
    if (options.maximum() != null) {
      bounded = bounded.and(value.leq(lit(options.maximum()).cast(type)));
    }
    return bounded;
  }

  private static Column date(Column text) {
    return IsoDay.of(text);
  }
}
