package org.cityeval.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.config.Mapping;
import org.cityeval.config.MeasureConfig;
import org.cityeval.config.SourceConfig;
import org.cityeval.series.Quantity;
import org.cityeval.source.CellRules;
import org.cityeval.source.LakeSource;
import org.cityeval.source.Provenance;
import org.cityeval.source.WideDates;

/**
 * The records of one source: one per district, day and measure, each with the first reason that
 * keeps it from being an observation. Duplicates are not looked for yet.
 */
public final class SourceRecords {
  /** A decimal number in the notation of data files; NaN, Infinity and 1d are none. */
  private static final String NUMBER = "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$";

  private final String sourceId;
  private final SourceConfig source;

  public SourceRecords(String sourceId, SourceConfig source) {
    this.sourceId = sourceId;
    this.source = source;
  }

  /**
   * Maps the source's rows.
   *
   * @param lake the rows as {@link LakeSource} reads them
   * @param districts the evaluation's districts: district_id, city_id
   */
  public Dataset<Row> of(Dataset<Row> lake, Dataset<Row> districts) {
    Mapping mapping = source.mapping();
    boolean wide = mapping.shape() == Mapping.Shape.WIDE_DATES;
    Dataset<Row> rows = wide ? WideDates.unpivot(lake, "sources", mapping.dateColumns()) : lake;
    List<String> own = LakeSource.ownColumns(rows);
    Column rowRecord =
        coalesce(
            col(Provenance.RAW),
            to_json(struct(own.stream().map(LakeSource::quoted).toArray(Column[]::new))));
    Column inScope =
        mapping.where() == null ? lit(true) : coalesce(expr(mapping.where()), lit(false));

    Dataset<Row> records =
        rows.withColumn("_in_scope", inScope)
            .withColumn("_district", trim(expr(mapping.district()).cast(DataTypes.StringType)))
            .withColumn("_day", wide ? col(WideDates.DATE) : date(rows, mapping.date()))
            .withColumn("_as_of", asOf(mapping))
            .withColumn("_broken", CellRules.refused(source.contract(), mapping.missing(), own))
            .withColumn("_cell", explode(cells(rows)))
            .withColumn("_text", trim(col("_cell.text")));
    Column place =
        concat_ws(
            ":",
            col(Provenance.FILE),
            col(Provenance.LINE),
            wide ? col(WideDates.HEADING) : lit(null).cast(DataTypes.StringType));
    Dataset<Row> known =
        districts.select(
            col("district_id").as("_known_district"), col("city_id").as(RecordColumns.CITY));
    Dataset<Row> joined =
        records.join(
            functions.broadcast(known), col("_district").equalTo(col("_known_district")), "left");
    return joined
        .withColumn("_excluded", excluded())
        .withColumn(RecordColumns.REASON, reason())
        .select(
            lit(sourceId).as(RecordColumns.SOURCE_ID),
            concat(place, lit(" "), col("_cell.measure")).as(RecordColumns.POSITION),
            col("_cell.measure").as(RecordColumns.MEASURE),
            col(RecordColumns.CITY),
            col("_district").as(RecordColumns.DISTRICT),
            col("_day").as(RecordColumns.DATE),
            col("_as_of").as(RecordColumns.AS_OF),
            col("_text").as(RecordColumns.TEXT),
            number().as(RecordColumns.VALUE),
            col(RecordColumns.REASON),
            when(refused(), detail())
                .when(isReason(Reason.EXCLUDED), col("_excluded").cast(DataTypes.StringType))
                .as(RecordColumns.DETAIL),
            when(refused(), rowRecord).as(RecordColumns.RECORD));
  }

  /** One struct per measure of the row; a malformed row is one record without a measure's value. */
  private Column cells(Dataset<Row> rows) {
    List<Column> cells = new ArrayList<>();
    for (Map.Entry<Quantity, MeasureConfig> measure : source.measures().entrySet()) {
      MeasureConfig config = measure.getValue();
      cells.add(
          struct(
              lit(measure.getKey().column()).as("measure"),
              expr(config.value()).cast(DataTypes.StringType).as("text"),
              lit(isCount(config)).as("is_count"),
              lit(config.range() == null ? null : config.range().low())
                  .cast(DataTypes.DoubleType)
                  .as("low"),
              lit(config.range() == null ? null : config.range().high())
                  .cast(DataTypes.DoubleType)
                  .as("high"),
              blank(rows, config.value()).as("blank")));
    }
    Column first = array(cells.get(0));
    return when(col(Provenance.MALFORMED).isNotNull(), first)
        .otherwise(array(cells.toArray(Column[]::new)));
  }

  private static boolean isCount(MeasureConfig config) {
    return config.kind() == MeasureKind.DAILY_COUNT
        || config.kind() == MeasureKind.CUMULATIVE_COUNT;
  }

  /**
   * Whether every column a value is made of is blank: then null is missing, else it is an error.
   */
  private Column blank(Dataset<Row> rows, String expression) {
    Column all = lit(true);
    for (String column : Expressions.columns(rows.sparkSession(), expression)) {
      Column text = LakeSource.quoted(column).cast(DataTypes.StringType);
      all = all.and(text.isNull().or(isMissingMark(text)));
    }
    return all;
  }

  private Column isMissingMark(Column text) {
    List<String> marks = new ArrayList<>(source.mapping().missing());
    marks.add("");
    return trim(text).isin(marks.toArray());
  }

  private Column reason() {
    Column text = col("_text");
    Column missing =
        text.isNull().and(col("_cell.blank")).or(coalesce(isMissingMark(text), lit(false)));
    Column value = number();
    Column outside = value.lt(col("_cell.low")).or(value.gt(col("_cell.high")));
    Reason unknown =
        source.mapping().unknownDistrict() == Mapping.UnknownDistrict.OUT_OF_SCOPE
            ? Reason.FOREIGN_DISTRICT
            : Reason.UNKNOWN_DISTRICT;
    return when(col(Provenance.MALFORMED).isNotNull(), code(Reason.MALFORMED_ROW))
        .when(col("_in_scope").equalTo(false), code(Reason.FILTERED))
        .when(col(RecordColumns.CITY).isNull(), code(unknown))
        .when(col("_broken").isNotNull(), code(Reason.BROKEN_CONTRACT))
        .when(col("_day").isNull(), code(Reason.UNPARSABLE_DATE))
        .when(
            col("_day").lt(lit("1900-01-01")).or(col("_day").gt(lit("2100-12-31"))),
            code(Reason.IMPLAUSIBLE_DATE))
        .when(col("_excluded").isNotNull(), code(Reason.EXCLUDED))
        .when(missing, code(Reason.NO_VALUE))
        .when(value.isNull(), code(Reason.UNPARSABLE_NUMBER))
        .when(col("_cell.is_count").and(value.lt(0)), code(Reason.NEGATIVE_COUNT))
        .when(coalesce(outside, lit(false)), code(Reason.OUT_OF_RANGE))
        .otherwise(code(Reason.NONE));
  }

  private Column excluded() {
    return Exclusions.of(
        source.contract().exclusions(), col("_district"), col("_day"), col("_cell.measure"));
  }

  private static Column isReason(Reason reason) {
    return col(RecordColumns.REASON).equalTo(reason.code());
  }

  private static Column code(Reason reason) {
    return lit(reason.code());
  }

  private static Column refused() {
    List<String> codes = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      if (reason.outcome() == Outcome.QUARANTINED) {
        codes.add(reason.code());
      }
    }
    return col(RecordColumns.REASON).isin(codes.toArray());
  }

  /** The reason's sentence, with what was found. */
  private static Column detail() {
    Column sentence = lit("");
    for (Reason reason : Reason.values()) {
      Column found =
          switch (reason) {
            case MALFORMED_ROW -> concat(lit(reason.sentence() + ": "), col(Provenance.MALFORMED));
            case UNKNOWN_DISTRICT ->
                concat(lit(reason.sentence() + ": "), coalesce(col("_district"), lit("(blank)")));
            case BROKEN_CONTRACT -> concat(lit(reason.sentence() + ": "), col("_broken"));
            case UNPARSABLE_DATE -> lit(reason.sentence());
            case IMPLAUSIBLE_DATE ->
                concat(lit(reason.sentence() + ": "), col("_day").cast(DataTypes.StringType));
            default -> concat(lit(reason.sentence() + ": "), coalesce(col("_text"), lit("(null)")));
          };
      sentence = when(col(RecordColumns.REASON).equalTo(reason.code()), found).otherwise(sentence);
    }
    return sentence;
  }

  private static Column number() {
    Column text = col("_text");
    return when(text.rlike(NUMBER), text.cast(DataTypes.DoubleType));
  }

  private static Column date(Dataset<Row> rows, String expression) {
    Column found = expr(expression);
    boolean isDate =
        rows.select(found.as("d"))
            .schema()
            .fields()[0]
            .dataType()
            .simpleString()
            .toLowerCase(Locale.ROOT)
            .equals("date");
    return isDate
        ? found
        : functions.try_to_date(trim(found.cast(DataTypes.StringType)), "yyyy-MM-dd");
  }

  private static Column asOf(Mapping mapping) {
    return mapping
        .declaredAsOf()
        .map(day -> lit(day).cast(DataTypes.DateType))
        .orElseGet(
            () ->
                mapping
                    .asOfExpression()
                    .map(text -> expr(text).cast(DataTypes.DateType))
                    .orElseGet(() -> lit(null).cast(DataTypes.DateType)));
  }
}
