package org.cityeval.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.Mapping;
import org.cityeval.config.lake.RequestConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.events.EventAggregation;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.SourceRecords;
import org.cityeval.lake.LakeSource;
import org.cityeval.place.District;
import org.cityeval.problem.UserProblem;
import org.cityeval.requests.RequestRecords;
import org.cityeval.source.SourceRows;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.spec.Keys;

/**
 * Looks at the first cells of every source as ingest would. It finds a pattern of dates, a notation
 * of numbers or a spelling of districts that fits none of them before the lake is read. Of events
 * it is what each of them is that is judged, not what they add up to.
 */
public final class CellSample {
  /** Rows of the lake that are looked through for rows in scope. */
  private static final int MOST_SCANNED = 20_000;

  private static final int MOST_ROWS = 500;

  /** A row of these holds a record a day. */
  private static final int MOST_WIDE_ROWS = 20;

  private static final Column DATED = Keys.DATE.col().isNotNull();

  private final SparkSession spark;
  private final EvaluationConfig config;
  private final List<District> districts;
  private final DistrictKeys keys;
  private final List<UserProblem> problems = new ArrayList<>();

  private CellSample(SparkSession spark, EvaluationConfig config, List<District> districts) {
    this.spark = spark;
    this.config = config;
    this.districts = districts;
    this.keys = new DistrictKeys(spark, config, districts);
  }

  /**
   * Samples all sources and registers.
   *
   * @param file how messages name the config
   * @throws SourceCheckProblem what fits nothing, source by source
   */
  public static void check(
      SparkSession spark, EvaluationConfig config, List<District> districts, String file) {
    CellSample sample = new CellSample(spark, config, districts);
    config.sources().forEach(sample::source);
    config.requests().forEach(sample::register);
    if (!sample.problems.isEmpty()) {
      throw new SourceCheckProblem(file, sample.problems);
    }
  }

  private void source(String name, SourceConfig source) {
    Mapping.Shape shape = source.mapping().shape();
    Dataset<Row> lake = LakeSource.read(spark, "sources." + name, source.location());
    if (shape == Mapping.Shape.EVENTS) {
      EventAggregation events =
          new EventAggregation(config.sourceId(name), source, keys, districts);
      // The day of an event is looked for once its district is known.
      Column isDated =
          DATED.or(QuarantineTable.REASON_CODE.col().notEqual(Reason.UNPARSABLE_DATE.code()));
      Dataset<Row> few = inScope(lake, source.mapping().where());
      judge("sources." + name, events.records(few), isDated, false);
      return;
    }
    SourceRecords records = new SourceRecords(config.sourceId(name), source, keys);
    // The columns that a filter sees are those of the cell, in wide shapes.
    Dataset<Row> rows =
        shape == Mapping.Shape.LONG
            ? inScope(lake, source.mapping().where())
            : records.rows(lake.limit(MOST_WIDE_ROWS));
    judge("sources." + name, records.judge(rows), DATED, shape == Mapping.Shape.WIDE_DISTRICTS);
  }

  private void register(String name, RequestConfig register) {
    Dataset<Row> lake = LakeSource.read(spark, "requests." + name, register.location());
    judge(
        "requests." + name,
        new RequestRecords(config.sourceId(name), register, keys)
            .judge(inScope(lake, register.where())),
        DATED,
        false);
  }

  private Dataset<Row> inScope(Dataset<Row> lake, String where) {
    return lake.limit(MOST_SCANNED).where(SourceRows.isKept(spark, where)).limit(MOST_ROWS);
  }

  /** What became of the records of one reason, and the first of them. */
  private record Found(Reason reason, long records, String position, String told) {
    static Found of(Row row) {
      Row example = row.getStruct(3);
      return new Found(
          Reason.ofCode(row.getString(0)),
          row.getLong(1),
          example.getString(1),
          example.getString(2));
    }
  }

  /**
   * @param isDated whether the day of a record can be read, or was not looked for
   * @param holdsAllDistricts whether every row holds all districts of the source, so that one of
   *     foreign districts alone speaks of no other
   */
  private void judge(
      String owner, Dataset<Row> records, Column isDated, boolean holdsAllDistricts) {
    List<Row> rows =
        records
            .groupBy(QuarantineTable.REASON_CODE.col())
            .agg(
                count(lit(1)),
                count_if(isDated),
                // A shorter position is an earlier line of the same file.
                min(
                    struct(
                        length(col("position")),
                        col("position"),
                        coalesce(col("reason"), lit("")))))
            .collectAsList();
    List<Found> found =
        rows.stream()
            .map(Found::of)
            .filter(of -> of.reason() != Reason.FILTERED && !of.reason().isUnreadable())
            .toList();
    long looked = found.stream().mapToLong(Found::records).sum();
    long dated = rows.stream().mapToLong(row -> row.getLong(2)).sum();
    boolean anyStands =
        found.stream()
            .anyMatch(
                of ->
                    of.reason().outcome() != Outcome.QUARANTINED
                        && of.reason() != Reason.FOREIGN_DISTRICT
                        && of.reason() != Reason.FOREIGN_REGION);
    if (looked > 0 && dated == 0) {
      problems.add(
          new UserProblem(
              owner + ": no date can be read.",
              "None of the first " + looked + " records has one; see " + first(found) + ".",
              "Correct the date of the source: a DATE, or text like 2020-03-01, as in"
                  + " to_date(day, 'd.M.yyyy')."));
    } else if (!anyStands) {
      found.stream()
          .filter(
              of ->
                  of.reason().outcome() == Outcome.QUARANTINED
                      || (holdsAllDistricts && of.reason() == Reason.FOREIGN_DISTRICT))
          .max(Comparator.comparingLong(Found::records))
          .ifPresent(
              most ->
                  problems.add(
                      new UserProblem(
                          owner + ": none of the first " + looked + " records can be used.",
                          most.records()
                              + " of them "
                              + most.reason().code()
                              + ", such as at "
                              + most.position()
                              + ": "
                              + most.told(),
                          "Correct the expressions of " + owner + ", or its data.")));
    }
  }

  private static String first(List<Found> found) {
    return found.stream().map(Found::position).min(Comparator.naturalOrder()).orElseThrow();
  }
}
