package org.cityeval.check;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.Location;
import org.cityeval.config.lake.Mapping;
import org.cityeval.config.lake.RequestConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.events.EventAggregation;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.RecordColumns;
import org.cityeval.ingest.SourceRecords;
import org.cityeval.lake.Lake;
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
  private final Map<String, Lake> opened;
  private final List<UserProblem> problems = new ArrayList<>();

  private CellSample(
      SparkSession spark,
      EvaluationConfig config,
      List<District> districts,
      Map<String, Lake> opened) {
    this.spark = spark;
    this.config = config;
    this.districts = districts;
    this.opened = opened;
    this.keys = new DistrictKeys(spark, config, districts);
  }

  /**
   * Samples all sources and registers.
   *
   * @param opened parts of the lake that are open, as {@link SourceCheck} gives them; others are
   *     opened
   * @param file how messages name the config
   * @throws SourceCheckProblem what fits nothing, source by source
   */
  public static void check(
      SparkSession spark,
      EvaluationConfig config,
      List<District> districts,
      Map<String, Lake> opened,
      String file) {
    CellSample sample = new CellSample(spark, config, districts, opened);
    config.sources().forEach(sample::source);
    config.requests().forEach(sample::register);
    if (!sample.problems.isEmpty()) {
      throw new SourceCheckProblem(file, sample.problems);
    }
  }

  private void source(String name, SourceConfig source) {
    Mapping.Shape shape = source.mapping().shape();
    Lake lake = open("sources." + name, source.location());
    if (shape == Mapping.Shape.EVENTS) {
      EventAggregation events =
          new EventAggregation(config.sourceId(name), source, keys, districts);
      // The day of an event is looked for once its district is known.
      Column isDated =
          DATED.or(QuarantineTable.REASON_CODE.col().notEqual(Reason.UNPARSABLE_DATE.code()));
      Dataset<Row> few = inScope(lake, source.mapping().where());
      judge("sources." + name, told(events.records(few), isDated).collectAsList(), false);
      return;
    }
    SourceRecords records = new SourceRecords(config.sourceId(name), source, keys);
    // The columns that a filter sees are those of the cell, in wide shapes.
    Dataset<Row> rows =
        shape == Mapping.Shape.LONG
            ? inScope(lake, source.mapping().where())
            : records.rows(lake.first(MOST_WIDE_ROWS));
    judge(
        "sources." + name,
        made(rows, few -> told(records.judge(few), DATED)),
        shape == Mapping.Shape.WIDE_DISTRICTS);
  }

  private void register(String name, RequestConfig register) {
    Lake lake = open("requests." + name, register.location());
    RequestRecords records = new RequestRecords(config.sourceId(name), register, keys);
    judge(
        "requests." + name,
        made(inScope(lake, register.where()), few -> told(records.judge(few), DATED)),
        false);
  }

  /** What a plan makes of rows; without a job where this process holds them. */
  private static List<Row> made(Dataset<Row> rows, UnaryOperator<Dataset<Row>> plan) {
    if (!Lake.areHeld(rows)) {
      return plan.apply(rows).collectAsList();
    }
    HeldRows held = HeldRows.of(rows);
    return held.made(plan.apply(held.columns()));
  }

  private Lake open(String owner, Location location) {
    Lake lake = opened.get(owner);
    return lake == null ? LakeSource.open(spark, owner, location, file -> true) : lake;
  }

  private Dataset<Row> inScope(Lake lake, String where) {
    return where == null
        ? lake.first(MOST_ROWS)
        : lake.first(MOST_SCANNED, SourceRows.isKept(spark, where), MOST_ROWS);
  }

  /** Where a record stands, and what is told of it. */
  private record Told(String position, String why) {
    /** A shorter position is an earlier line of the same file. */
    static final Comparator<Told> EARLIER =
        Comparator.comparingInt(
                (Told told) -> told.position().codePointCount(0, told.position().length()))
            .thenComparing(Told::position)
            .thenComparing(Told::why);

    static Told of(Row row) {
      return new Told(row.getString(2), row.isNullAt(3) ? "" : row.getString(3));
    }
  }

  /** What became of the records of one reason, and the first of them. */
  private record Found(Reason reason, long records, long dated, Told first) {
    static Found of(Row row) {
      return new Found(Reason.ofCode(row.getString(0)), 1, row.getBoolean(1) ? 1 : 0, Told.of(row));
    }

    Found and(Found other) {
      return new Found(
          reason,
          records + other.records,
          dated + other.dated,
          Told.EARLIER.compare(first, other.first) <= 0 ? first : other.first);
    }
  }

  /**
   * What is looked at of records.
   *
   * @param isDated whether the day of a record can be read, or was not looked for
   */
  private static Dataset<Row> told(Dataset<Row> records, Column isDated) {
    return records.select(
        QuarantineTable.REASON_CODE.col(),
        isDated,
        col(RecordColumns.POSITION),
        col(RecordColumns.DETAIL));
  }

  /**
   * @param records as {@link #told} has them
   * @param holdsAllDistricts whether every row holds all districts of the source, so that one of
   *     foreign districts alone speaks of no other
   */
  private void judge(String owner, List<Row> records, boolean holdsAllDistricts) {
    Map<Reason, Found> all = new EnumMap<>(Reason.class);
    records.stream().map(Found::of).forEach(one -> all.merge(one.reason(), one, Found::and));
    List<Found> found =
        all.values().stream()
            .filter(of -> of.reason() != Reason.FILTERED && !of.reason().isUnreadable())
            .toList();
    long looked = found.stream().mapToLong(Found::records).sum();
    long dated = all.values().stream().mapToLong(Found::dated).sum();
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
                              + most.first().position()
                              + ": "
                              + most.first().why(),
                          "Correct the expressions of " + owner + ", or its data.")));
    }
  }

  private static String first(List<Found> found) {
    return found.stream().map(Found::first).min(Told.EARLIER).orElseThrow().position();
  }
}
