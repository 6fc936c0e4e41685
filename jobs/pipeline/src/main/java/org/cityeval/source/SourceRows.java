package org.cityeval.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.lake.Mapping;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.lake.CellText;
import org.cityeval.lake.LakeSource;
import org.cityeval.lake.Provenance;

/** The rows of a source as the expressions of its config see them, and how cells are understood. */
public final class SourceRows {
  private SourceRows() {}

  /**
   * Reads a source; where a column is a day, each cell is a row.
   *
   * @param owner how messages name the source, such as {@code sources.cases}
   */
  public static Dataset<Row> read(SparkSession spark, String owner, SourceConfig source) {
    return reshape(LakeSource.read(spark, owner, source.location()), owner, source);
  }

  /** The rows of a source of any shape, a wide one's with a row a cell. */
  public static Dataset<Row> reshape(Dataset<Row> lake, String owner, SourceConfig source) {
    return switch (source.mapping().shape()) {
      case LONG, EVENTS -> lake;
      case WIDE_DATES -> WideDates.unpivot(lake, owner, source.mapping().dateColumns());
      case WIDE_DISTRICTS -> WideDistricts.unpivot(lake, owner, source.key().districtColumns());
    };
  }

  /** How many records one row of the lake is: one for each measure, of a wide one for each cell. */
  public static int recordsOfRow(Dataset<Row> lake, String owner, SourceConfig source) {
    int measures = source.measures().size();
    return switch (source.mapping().shape()) {
      case LONG, EVENTS -> measures;
      case WIDE_DATES ->
          measures * WideDates.days(lake, owner, source.mapping().dateColumns()).size();
      case WIDE_DISTRICTS ->
          WideDistricts.headings(lake, owner, source.key().districtColumns()).said().size();
    };
  }

  /** Whether a filter keeps a row; without one, every row. Never null. */
  public static Column isKept(SparkSession spark, String where) {
    return where == null ? lit(true) : coalesce(Expressions.column(spark, where), lit(false));
  }

  /**
   * What the lake says in the columns of a row that are kept, as JSON or, of a row that could not
   * be read, as it stands.
   */
  public static Column told(KeptColumns kept) {
    Column json = to_json(struct(kept.columns()));
    return kept.keepsUnreadable() ? coalesce(functions.col(Provenance.RAW), json) : json;
  }

  /** The expression that gives the day of a row. */
  public static String date(Mapping mapping) {
    return mapping.shape() == Mapping.Shape.WIDE_DATES ? WideDates.DATE : mapping.date();
  }

  /** The day an expression gives, as a DATE or an ISO text; null where it gives none. */
  public static Column day(SparkSession spark, String expression) {
    Column text = Expressions.column(spark, expression).cast(DataTypes.StringType);
    return IsoDay.of(CellText.stripped(text));
  }

  /** The day on which a row was published; null where nothing says it. */
  public static Column asOf(
      Dataset<Row> rows, Optional<LocalDate> declared, Optional<String> expression) {
    return declared
        .map(day -> lit(day).cast(DataTypes.DateType))
        .or(
            () ->
                expression.map(
                    text -> Expressions.column(rows.sparkSession(), text).cast(DataTypes.DateType)))
        .orElseGet(() -> lit(null).cast(DataTypes.DateType));
  }

  /** The number a cell of the source holds; null where it holds none. */
  public static Column number(SourceConfig source, Column cell) {
    return Notation.of(source.location())
        .number(CellText.stripped(cell.cast(DataTypes.StringType)));
  }

  /**
   * Registers a source's rows for queries of this session.
   *
   * @return the name they are found under
   */
  public static String register(Dataset<Row> rows, String source) {
    String view = "contract_" + source.replace('-', '_');
    rows.createOrReplaceTempView(view);
    return view;
  }
}
