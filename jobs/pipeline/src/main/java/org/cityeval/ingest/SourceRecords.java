package org.cityeval.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.lake.Mapping;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.lake.CellText;
import org.cityeval.lake.LakeSource;
import org.cityeval.lake.Provenance;
import org.cityeval.source.CellRules;
import org.cityeval.source.Expressions;
import org.cityeval.source.IsoDay;
import org.cityeval.source.KeptColumns;
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
        keys.resolve(source, rows.withColumn("_day", day), col("_day"))
            .withColumns(
                Map.of(
                    "_in_scope",
                    SourceRows.isKept(rows.sparkSession(), mapping.where()),
                    "_as_of",
                    SourceRows.asOf(rows, mapping.declaredAsOf(), mapping.asOfExpression()),
                    "_broken",
                    CellRules.refused(source, own)));
    MeasureCells cells = new MeasureCells(source, rows.sparkSession());
    boolean wide = mapping.shape() != Mapping.Shape.LONG;
    Column place =
        concat_ws(
            ":",
            col(Provenance.FILE),
            col(Provenance.LINE),
            wide ? col(WideCells.HEADING) : lit(null).cast(DataTypes.StringType));
    return cells
        .each(records)
        .withColumn("_excluded", excluded())
        .withColumn(RecordColumns.REASON, reason(cells))
        .select(
            lit(sourceId).as(RecordColumns.SOURCE_ID),
            col(Provenance.FILE).as(RecordColumns.FILE),
            concat(place, lit(" "), MeasureCells.MEASURE).as(RecordColumns.POSITION),
            MeasureCells.MEASURE.as(RecordColumns.MEASURE),
            col(DistrictKeys.CITY).as(RecordColumns.CITY),
            col(DistrictKeys.DISTRICT).as(RecordColumns.DISTRICT),
            col("_day").as(RecordColumns.DATE),
            col("_as_of").as(RecordColumns.AS_OF),
            MeasureCells.TEXT.as(RecordColumns.TEXT),
            MeasureCells.NUMBER.as(RecordColumns.VALUE),
            col(RecordColumns.REASON),
            when(RecordColumns.isRefused(), FirstReason.detail(reason -> found(reason, cells)))
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

  private Column reason(MeasureCells cells) {
    return FirstReason.ofRow(FirstReason::code)
        .when(Reason.FILTERED, not(col("_in_scope")))
        .district(col(DistrictKeys.REASON).isNotNull(), col(DistrictKeys.REASON))
        .when(Reason.BROKEN_CONTRACT, col("_broken").isNotNull())
        .when(Reason.UNPARSABLE_DATE, col("_day").isNull())
        .when(Reason.IMPLAUSIBLE_DATE, PlausibleDays.areWithout(col("_day")))
        .when(Reason.EXCLUDED, col("_excluded").isNotNull())
        .when(Reason.NO_VALUE, MeasureCells.MISSING)
        .when(Reason.UNPARSABLE_NUMBER, MeasureCells.NUMBER.isNull())
        .when(Reason.NEGATIVE_COUNT, cells.isNegativeCount())
        .when(Reason.OUT_OF_RANGE, cells.isOutOfRange())
        .when(Reason.OUTSIDE_DOMAIN, cells.isOutsideDomain(keys.residents()))
        .orNone();
  }

  private Column excluded() {
    return Exclusions.of(
        source.contract().exclusions(),
        col(DistrictKeys.DISTRICT),
        col("_day"),
        MeasureCells.MEASURE);
  }

  private static Column isReason(Reason reason) {
    return col(RecordColumns.REASON).equalTo(reason.code());
  }

  private static Column found(Reason reason, MeasureCells cells) {
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
              coalesce(MeasureCells.TEXT, lit("(null)")),
              lit("; "),
              MeasureCells.MEASURE,
              lit(" is "),
              cells.domainInWords());
      case BROKEN_CONTRACT -> col("_broken");
      case UNPARSABLE_DATE -> lit(null);
      case IMPLAUSIBLE_DATE -> col("_day");
      default -> coalesce(MeasureCells.TEXT, lit("(null)"));
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
        : IsoDay.of(CellText.stripped(found.cast(DataTypes.StringType)));
  }
}
