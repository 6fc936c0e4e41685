package org.cityeval.requests;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.lake.RequestAnswer;
import org.cityeval.config.lake.RequestConfig;
import org.cityeval.config.lake.RequestFields;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FirstReason;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.RecordColumns;
import org.cityeval.lake.CellText;
import org.cityeval.lake.LakeSource;
import org.cityeval.lake.Provenance;
import org.cityeval.source.ExpressionCells;
import org.cityeval.source.Expressions;
import org.cityeval.source.KeptColumns;
import org.cityeval.source.MissingMarks;
import org.cityeval.source.Notation;
import org.cityeval.source.PlausibleDays;
import org.cityeval.source.SourceRows;
import org.cityeval.source.Stamps;

/**
 * The records of one register of requests: one a row, each with the first reason that keeps it from
 * being a request. Duplicates are not looked for yet.
 */
public final class RequestRecords {
  private static final Instant EARLIEST =
      PlausibleDays.FIRST.atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final Instant LATEST =
      PlausibleDays.LAST.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);

  /** What is wrong with a stamp. */
  private static final StructType FAULT =
      new StructType().add("code", DataTypes.StringType).add("found", DataTypes.StringType);

  private final String sourceId;
  private final RequestConfig config;
  private final DistrictKeys keys;
  private final MissingMarks marks;
  private final Stamps stamps;

  public RequestRecords(String sourceId, RequestConfig config, DistrictKeys keys) {
    this.sourceId = sourceId;
    this.config = config;
    this.keys = keys;
    this.marks = MissingMarks.of(config.missing());
    this.stamps = Stamps.in(config.zone());
  }

  /**
   * Maps the rows of the register.
   *
   * @param lake the rows as {@link LakeSource} reads them
   */
  public Dataset<Row> judge(Dataset<Row> lake) {
    SparkSession spark = lake.sparkSession();
    Dataset<Row> read = lake.withColumns(fields(lake));
    read =
        read.withColumns(Map.of("_day", stamps.day(col("_opened")), "_fault", firstFault(spark)));
    return records(
        keys.resolve(config.key(), read, col("_day")).withColumn(RecordColumns.REASON, reason()));
  }

  /** What the expressions give; the lake may have columns of the plain names. */
  private Map<String, Column> fields(Dataset<Row> lake) {
    SparkSession spark = lake.sparkSession();
    RequestFields fields = config.fields();
    Map<String, Column> read = new LinkedHashMap<>();
    read.put("_request_id", text(spark, fields.requestId()));
    read.put("_no_id", isMissing(spark, fields.requestId()));
    read.put("_opened", instant(lake, fields.opened()));
    read.put("_no_opened", isMissing(spark, fields.opened()));
    read.put("_assigned", instant(lake, fields.assigned()));
    read.put("_closed", instant(lake, fields.closed()));
    read.put("_agency", text(spark, fields.answer().agency()));
    read.put("_level", text(spark, fields.answer().level()));
    read.put("_channel", text(spark, fields.answer().channel()));
    read.put("_agencies", text(spark, fields.answer().agencies()));
    read.put("_hand_offs", number(lake, fields.answer().handOffs()));
    read.put("_no_hand_offs", isMissing(spark, fields.answer().handOffs()));
    read.put("_hand_offs_text", cells(spark, fields.answer().handOffs()));
    read.put("_no_district", isMissing(spark, config.key().district()));
    read.put("_as_of", SourceRows.asOf(lake, config.declaredAsOf(), config.asOfExpression()));
    read.put("_in_scope", SourceRows.isKept(spark, config.where()));
    read.put("_row", SourceRows.told(KeptColumns.of(lake, config)));
    return read;
  }

  private Column text(SparkSession spark, String expression) {
    return expression == null
        ? nothing(DataTypes.StringType)
        : when(not(isMissing(spark, expression)), stripped(Expressions.column(spark, expression)));
  }

  private Column instant(Dataset<Row> lake, String expression) {
    return expression == null
        ? nothing(DataTypes.TimestampType)
        : when(
            not(isMissing(lake.sparkSession(), expression)),
            stamps.instant(lake, Expressions.column(lake.sparkSession(), expression)));
  }

  private Column number(Dataset<Row> lake, String expression) {
    return expression == null
        ? nothing(DataTypes.DoubleType)
        : Notation.of(config.location())
            .number(lake, Expressions.column(lake.sparkSession(), expression));
  }

  private Column isMissing(SparkSession spark, String expression) {
    return expression == null
        ? lit(true)
        : marks.isMissing(spark, expression, stripped(Expressions.column(spark, expression)));
  }

  /** What the columns hold that an expression is made of. */
  private static Column cells(SparkSession spark, String expression) {
    return expression == null
        ? nothing(DataTypes.StringType)
        : concat_ws(
            " ",
            ExpressionCells.of(spark, expression).stream()
                .map(cell -> cell.cast(DataTypes.StringType))
                .toArray(Column[]::new));
  }

  private static Column stripped(Column column) {
    return CellText.stripped(column.cast(DataTypes.StringType));
  }

  private static Column nothing(DataType type) {
    return lit(null).cast(type);
  }

  private Column firstFault(SparkSession spark) {
    RequestFields fields = config.fields();
    return coalesce(
        fault(spark, RequestColumns.OPENED, fields.opened()),
        fault(spark, RequestColumns.ASSIGNED, fields.assigned()),
        fault(spark, RequestColumns.CLOSED, fields.closed()));
  }

  private Column fault(SparkSession spark, String name, String expression) {
    if (expression == null) {
      return nothing(FAULT);
    }
    Column instant = col("_" + name);
    Column found = concat(lit(name + " "), cells(spark, expression)).as("found");
    return when(
            instant.isNull().and(not(isMissing(spark, expression))),
            struct(FirstReason.code(Reason.UNPARSABLE_DATE).as("code"), found))
        .when(
            not(instant.between(lit(EARLIEST), lit(LATEST))),
            struct(FirstReason.code(Reason.IMPLAUSIBLE_DATE).as("code"), found));
  }

  private static Column reason() {
    Column handOffs = col("_hand_offs");
    Column given = not(col("_no_hand_offs"));
    Column isBlank = col("_no_id").and(col("_no_opened"));
    return FirstReason.ofRow(FirstReason::code)
        .when(Reason.FILTERED, not(col("_in_scope")))
        .when(Reason.NO_ID, not(isBlank).and(col("_request_id").isNull()))
        .district(
            not(isBlank).and(not(col("_no_district"))).and(col(DistrictKeys.REASON).isNotNull()),
            col(DistrictKeys.REASON))
        .when(Reason.UNPARSABLE_DATE, not(isBlank).and(isFault(Reason.UNPARSABLE_DATE)))
        .when(Reason.IMPLAUSIBLE_DATE, not(isBlank).and(isFault(Reason.IMPLAUSIBLE_DATE)))
        .when(Reason.CLOSED_BEFORE_OPENED, col("_closed").lt(col("_opened")))
        .when(Reason.NO_VALUE, col("_opened").isNull())
        .when(
            Reason.UNPARSABLE_NUMBER,
            given.and(handOffs.isNull().or(handOffs.notEqual(floor(handOffs)))))
        .when(Reason.NEGATIVE_COUNT, given.and(handOffs.lt(0)))
        .when(Reason.OUT_OF_RANGE, given.and(handOffs.gt(Integer.MAX_VALUE)))
        .orNone();
  }

  private static Column isFault(Reason reason) {
    return col("_fault.code").equalTo(reason.code());
  }

  private Dataset<Row> records(Dataset<Row> judged) {
    return judged
        .select(
            lit(sourceId).as(RecordColumns.SOURCE_ID),
            col(Provenance.FILE).as(RecordColumns.FILE),
            concat_ws(":", col(Provenance.FILE), col(Provenance.LINE)).as(RecordColumns.POSITION),
            lit(RequestColumns.KIND).as(RecordColumns.MEASURE),
            named(DistrictKeys.CITY).as(RecordColumns.CITY),
            named(DistrictKeys.DISTRICT).as(RecordColumns.DISTRICT),
            col("_day").as(RecordColumns.DATE),
            col("_as_of").as(RecordColumns.AS_OF),
            col("_request_id").as(RequestColumns.REQUEST_ID),
            col("_opened").as(RequestColumns.OPENED),
            col("_assigned").as(RequestColumns.ASSIGNED),
            col("_closed").as(RequestColumns.CLOSED),
            col("_agency").as(RequestColumns.AGENCY),
            col("_level").as(RequestColumns.LEVEL),
            col("_channel").as(RequestColumns.CHANNEL),
            col("_agencies").as(RequestColumns.AGENCIES),
            handOffs().as(RequestColumns.HAND_OFFS),
            col(RecordColumns.REASON),
            when(RecordColumns.isRefused(), FirstReason.detail(RequestRecords::found))
                .as(RecordColumns.DETAIL),
            when(RecordColumns.isRefused(), col("_row")).as(RecordColumns.RECORD),
            lit(1L).as(RecordColumns.RECORDS))
        .withColumn(RecordColumns.TEXT, RequestColumns.told());
  }

  /** As the register counts them; where it only tells the path, the steps of the path. */
  private Column handOffs() {
    RequestAnswer answer = config.fields().answer();
    return answer.handOffs() == null && answer.agencies() != null
        ? AgencyPath.handOffs(col("_agencies"))
        : col("_hand_offs").cast(DataTypes.IntegerType);
  }

  private static Column named(String column) {
    return when(not(col("_no_district")), col(column));
  }

  private static Column found(Reason reason) {
    return switch (reason) {
      case NO_ID -> nothing(DataTypes.StringType);
      case UNPARSABLE_DATE, IMPLAUSIBLE_DATE -> col("_fault.found");
      case CLOSED_BEFORE_OPENED ->
          concat(
              lit("opened "),
              col("_opened").cast(DataTypes.StringType),
              lit(", closed "),
              col("_closed").cast(DataTypes.StringType),
              lit(" UTC"));
      case UNPARSABLE_NUMBER, NEGATIVE_COUNT, OUT_OF_RANGE ->
          concat(lit(RequestColumns.HAND_OFFS + " "), col("_hand_offs_text"));
      default -> col(DistrictKeys.FOUND);
    };
  }
}
