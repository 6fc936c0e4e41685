package org.cityeval.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.assembly.ValueDomain;
import org.cityeval.config.lake.Mapping;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.lake.CellText;
import org.cityeval.lake.LakeSource;
import org.cityeval.lake.Provenance;
import org.cityeval.series.Quantity;
import org.cityeval.source.CellRules;
import org.cityeval.source.Expressions;
import org.cityeval.source.KeptColumns;
import org.cityeval.source.Notation;
import org.cityeval.source.PlausibleDays;
import org.cityeval.source.SourceRows;
import org.cityeval.source.WideCells;
import org.cityeval.source.WideDates;
import org.cityeval.source.WideDistricts;

/**
 * The records of one source: one per district, day and measure, each with the first reason that
 * keeps it from being an observation. Duplicates are not looked for yet, and what a source says of
 * a region is one record still; {@link RegionRecords} passes it on to the districts.
 */
public final class SourceRecords {
  private final String sourceId;
  private final SourceConfig source;
  private final DistrictKeys keys;

  public SourceRecords(String sourceId, SourceConfig source, DistrictKeys keys) {
    this.sourceId = sourceId;
    this.source = source;
    this.keys = keys;
  }

  /**
   * The source's rows, a wide one's with a row a cell.
   *
   * @param lake the rows as {@link LakeSource} reads them
   */
  public Dataset<Row> rows(Dataset<Row> lake) {
    return SourceRows.reshape(lake, "sources", source);
  }

  /**
   * Maps the source's rows.
   *
   * @param rows as {@link #rows} gives them
   */
  public Dataset<Row> judge(Dataset<Row> rows) {
    Mapping mapping = source.mapping();
    List<String> own = LakeSource.ownColumns(rows);
    Column day =
        mapping.shape() == Mapping.Shape.WIDE_DATES
            ? col(WideDates.DATE)
            : date(rows, mapping.date());
    Dataset<Row> records =
        keys.withResidents(keys.resolve(source, rows.withColumn("_day", day), col("_day")))
            .withColumn("_in_scope", SourceRows.isKept(rows.sparkSession(), mapping.where()))
            .withColumn(
                "_as_of", SourceRows.asOf(rows, mapping.declaredAsOf(), mapping.asOfExpression()))
            .withColumn("_broken", CellRules.refused(source, own))
            .withColumn("_cell", explode(cells(rows)))
            .withColumn("_text", col("_cell.text"));
    boolean wide = mapping.shape() != Mapping.Shape.LONG;
    Column place =
        concat_ws(
            ":",
            col(Provenance.FILE),
            col(Provenance.LINE),
            wide ? col(WideCells.HEADING) : lit(null).cast(DataTypes.StringType));
    return records
        .withColumn("_excluded", excluded())
        .withColumn(RecordColumns.REASON, reason())
        .select(
            lit(sourceId).as(RecordColumns.SOURCE_ID),
            col(Provenance.FILE).as(RecordColumns.FILE),
            concat(place, lit(" "), col("_cell.measure")).as(RecordColumns.POSITION),
            col("_cell.measure").as(RecordColumns.MEASURE),
            col(DistrictKeys.CITY).as(RecordColumns.CITY),
            col(DistrictKeys.DISTRICT).as(RecordColumns.DISTRICT),
            col("_day").as(RecordColumns.DATE),
            col("_as_of").as(RecordColumns.AS_OF),
            col("_text").as(RecordColumns.TEXT),
            col("_cell.number").as(RecordColumns.VALUE),
            col(RecordColumns.REASON),
            when(RecordColumns.isRefused(), FirstReason.detail(SourceRecords::found))
                .when(isReason(Reason.EXCLUDED), col("_excluded").cast(DataTypes.StringType))
                .as(RecordColumns.DETAIL),
            when(RecordColumns.isRefused(), SourceRows.told(KeptColumns.of(rows, source)))
                .as(RecordColumns.RECORD),
            lit(1L).as(RecordColumns.RECORDS),
            lit(false).as(RecordColumns.MENDED),
            when(columns(own).gt(1), columnOf(own)).as(RecordColumns.COLUMN),
            columns(own).as(RecordColumns.COLUMNS));
  }

  /** Columns that the number of the row's district is the sum of. */
  private static Column columns(List<String> own) {
    return own.contains(WideDistricts.COLUMNS)
        ? coalesce(col(WideDistricts.COLUMNS), lit(1))
        : lit(1);
  }

  private static Column columnOf(List<String> own) {
    return own.contains(WideCells.HEADING)
        ? col(WideCells.HEADING)
        : lit(null).cast(DataTypes.StringType);
  }

  /** One struct per measure of the row; a malformed row is one record without a measure's value. */
  private Column cells(Dataset<Row> rows) {
    boolean oneMeasure = source.mapping().shape() == Mapping.Shape.WIDE_DISTRICTS;
    List<Column> cells = new ArrayList<>();
    Column ofMeasure = lit(null);
    for (Map.Entry<Quantity, MeasureConfig> measure : source.measures().entrySet()) {
      String name = measure.getKey().column();
      Column cell = cell(rows, name, measure.getValue());
      cells.add(cell);
      if (oneMeasure) {
        ofMeasure =
            when(col(WideDistricts.MEASURE).equalTo(name), array(cell)).otherwise(ofMeasure);
      }
    }
    return when(col(Provenance.MALFORMED).isNotNull(), array(cells.get(0)))
        .otherwise(oneMeasure ? ofMeasure : array(cells.toArray(Column[]::new)));
  }

  private Column cell(Dataset<Row> rows, String name, MeasureConfig config) {
    SparkSession spark = rows.sparkSession();
    Column value = Expressions.column(spark, config.value());
    DataType type = rows.select(value).schema().fields()[0].dataType();
    // A number that an expression has computed is written as programs write it.
    Notation notation =
        type.equals(DataTypes.StringType) ? Notation.of(source.location()) : Notation.PLAIN;
    Column text = CellText.stripped(value.cast(DataTypes.StringType));
    MeasureConfig.Range range = config.range();
    return struct(
        lit(name).as(MEASURE.name()),
        text.as("text"),
        notation.number(text).as("number"),
        MissingMarks.of(source.mapping()).isMissing(spark, config.value(), text).as("missing"),
        domain(spark, name, config).as("domain"),
        lit(isCount(config)).as("is_count"),
        lit(range == null ? null : range.low()).cast(DataTypes.DoubleType).as("low"),
        lit(range == null ? null : range.high()).cast(DataTypes.DoubleType).as("high"));
  }

  /** The numbers that the measure can have; what a region says is one number for many districts. */
  private Column domain(SparkSession spark, String name, MeasureConfig config) {
    ValueDomain declared =
        ValueDomain.of(
            Quantity.find(name).orElseThrow(),
            config.kind(),
            config.scale(),
            config.smoothedDays());
    ValueDomain domain =
        Expressions.scales(spark, config.value()) ? declared.orFractions() : declared;
    return struct(
        lit(domain.low()).as("low"),
        lit(domain.high()).as("high"),
        lit(domain.whole()).as("whole"),
        lit(domain.ofResidents()).as("of_residents"),
        lit(domain.words()).as("words"));
  }

  private static Column outsideDomain() {
    Column value = col("_cell.number");
    return value
        .lt(col("_cell.domain.low"))
        .or(value.gt(col("_cell.domain.high")))
        .or(col("_cell.domain.whole").and(value.notEqual(functions.rint(value))))
        .or(col("_cell.domain.of_residents").and(value.gt(col(DistrictKeys.RESIDENTS))));
  }

  private static boolean isCount(MeasureConfig config) {
    return config.kind() == MeasureKind.DAILY_COUNT
        || config.kind() == MeasureKind.CUMULATIVE_COUNT;
  }

  private static Column reason() {
    Column value = col("_cell.number");
    Column outside = value.lt(col("_cell.low")).or(value.gt(col("_cell.high")));
    return FirstReason.ofRow(FirstReason::code)
        .when(Reason.FILTERED, not(col("_in_scope")))
        .district(col(DistrictKeys.REASON).isNotNull(), col(DistrictKeys.REASON))
        .when(Reason.BROKEN_CONTRACT, col("_broken").isNotNull())
        .when(Reason.UNPARSABLE_DATE, col("_day").isNull())
        .when(Reason.IMPLAUSIBLE_DATE, PlausibleDays.areWithout(col("_day")))
        .when(Reason.EXCLUDED, col("_excluded").isNotNull())
        .when(Reason.NO_VALUE, col("_cell.missing"))
        .when(Reason.UNPARSABLE_NUMBER, value.isNull())
        .when(Reason.NEGATIVE_COUNT, col("_cell.is_count").and(value.lt(0)))
        .when(Reason.OUT_OF_RANGE, outside)
        .when(Reason.OUTSIDE_DOMAIN, outsideDomain())
        .orNone();
  }

  private Column excluded() {
    return Exclusions.of(
        source.contract().exclusions(),
        col(DistrictKeys.DISTRICT),
        col("_day"),
        col("_cell.measure"));
  }

  private static Column isReason(Reason reason) {
    return col(RecordColumns.REASON).equalTo(reason.code());
  }

  private static Column found(Reason reason) {
    return switch (reason) {
      case UNKNOWN_DISTRICT,
          UNKNOWN_REGION,
          AMBIGUOUS_DISTRICT,
          CODE_NOT_VALID,
          NO_PLACE,
          UNPARSABLE_PLACE,
          IMPOSSIBLE_PLACE ->
          col(DistrictKeys.FOUND);
      case OUTSIDE_DOMAIN ->
          concat(
              coalesce(col("_text"), lit("(null)")),
              lit("; "),
              col("_cell.measure"),
              lit(" is "),
              col("_cell.domain.words"));
      case BROKEN_CONTRACT -> col("_broken");
      case UNPARSABLE_DATE -> lit(null);
      case IMPLAUSIBLE_DATE -> col("_day");
      default -> coalesce(col("_text"), lit("(null)"));
    };
  }

  /** The day of a row: a date or a time as such, or ISO text. */
  private static Column date(Dataset<Row> rows, String expression) {
    Column found = Expressions.column(rows.sparkSession(), expression);
    DataType type = rows.select(found).schema().fields()[0].dataType();
    boolean isTime =
        type.equals(DataTypes.DateType)
            || type.equals(DataTypes.TimestampType)
            || type.equals(DataTypes.TimestampNTZType);
    return isTime
        ? found.cast(DataTypes.DateType)
        : functions.try_to_date(CellText.stripped(found.cast(DataTypes.StringType)), "yyyy-MM-dd");
  }
}
