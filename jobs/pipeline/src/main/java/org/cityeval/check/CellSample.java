package org.cityeval.check;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.cityeval.functions.RowsAtHand;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.RecordColumns;
import org.cityeval.ingest.SourceRecords;
import org.cityeval.lake.Lake;
import org.cityeval.lake.LakeSource;
import org.cityeval.place.District;
import org.cityeval.problem.UserProblem;
import org.cityeval.requests.RequestRecords;
import org.cityeval.run.SideBySide;
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
    List<Supplier<Optional<UserProblem>>> all = new ArrayList<>();
    config.sources().forEach((name, source) -> all.add(() -> sample.source(name, source)));
    config.requests().forEach((name, register) -> all.add(() -> sample.register(name, register)));
    // Planning is most of the work, and each plan uses one core.
    Map<String, UserProblem> problems = new LinkedHashMap<>();
    SideBySide.each(all.stream().map(CellSample::orProblem).toList())
        .forEach(of -> of.ifPresent(problem -> problems.putIfAbsent(problem.problem(), problem)));
    if (!problems.isEmpty()) {
      throw new SourceCheckProblem(file, List.copyOf(problems.values()));
    }
  }

  /** A source that cannot be read has a problem, which hides none of another source. */
  private static Supplier<Optional<UserProblem>> orProblem(Supplier<Optional<UserProblem>> look) {
    return () -> {
      try {
        return look.get();
      } catch (UserProblem problem) {
        return Optional.of(problem);
      }
    };
  }

  private Optional<UserProblem> source(String name, SourceConfig source) {
    Mapping.Shape shape = source.mapping().shape();
    Lake lake = open("sources." + name, source.location());
    if (shape == Mapping.Shape.EVENTS) {
      EventAggregation events =
          new EventAggregation(config.sourceId(name), source, keys, districts);
      // The day of an event is looked for once its district is known.
      Column isDated =
          DATED.or(QuarantineTable.REASON_CODE.col().notEqual(Reason.UNPARSABLE_DATE.code()));
      Dataset<Row> few = inScope(lake, source.mapping().where());
      return SampledRecords.of(told(events.records(few), isDated).collectAsList())
          .problem("sources." + name, false);
    }
    SourceRecords records = new SourceRecords(config.sourceId(name), source, keys);
    // The columns that a filter sees are those of the cell, in wide shapes.
    Dataset<Row> rows =
        shape == Mapping.Shape.LONG
            ? inScope(lake, source.mapping().where())
            : records.rows(lake.first(MOST_WIDE_ROWS));
    return SampledRecords.of(made(rows, few -> told(records.judge(few), DATED)))
        .problem("sources." + name, shape == Mapping.Shape.WIDE_DISTRICTS);
  }

  private Optional<UserProblem> register(String name, RequestConfig register) {
    Lake lake = open("requests." + name, register.location());
    RequestRecords records = new RequestRecords(config.sourceId(name), register, keys);
    return SampledRecords.of(
            made(inScope(lake, register.where()), few -> told(records.judge(few), DATED)))
        .problem("requests." + name, false);
  }

  /**
   * What a plan makes of rows. Rows that this process holds need no job. Of them only as many are
   * judged as are needed.
   */
  private static List<Row> made(Dataset<Row> rows, UnaryOperator<Dataset<Row>> plan) {
    if (!RowsAtHand.areHeld(rows)) {
      return plan.apply(rows).collectAsList();
    }
    HeldRows held = HeldRows.of(rows);
    return held.made(plan.apply(held.columns()), first -> SampledRecords.of(first).areUsable());
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
}
