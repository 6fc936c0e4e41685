package org.cityeval.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.events.cell.DistinctIds;
import org.cityeval.events.collect.ExactSum;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.RecordColumns;
import org.cityeval.lake.LakeSource;
import org.cityeval.place.District;

/**
 * Events to one value per district, day and measure, in one scan of the columns that are needed.
 *
 * <p>Each task adds its events up by cell before anything moves; what is shuffled are states of
 * cells, a few blocks of bytes per task. So a district that has most of the events keeps all tasks
 * busy, and none longer than the others. States add up in any order to the same bits: sums are
 * exact ({@link ExactSum}), distinct values are compared and not hashed ({@link DistinctIds}).
 */
public final class EventAggregation {
  private static final StructType VALUES =
      new StructType()
          .add(RecordColumns.SOURCE_ID, DataTypes.StringType)
          .add(RecordColumns.POSITION, DataTypes.StringType)
          .add(RecordColumns.MEASURE, DataTypes.StringType)
          .add(RecordColumns.CITY, DataTypes.StringType)
          .add(RecordColumns.DISTRICT, DataTypes.StringType)
          .add(RecordColumns.DATE, DataTypes.DateType)
          .add(RecordColumns.AS_OF, DataTypes.DateType)
          .add(RecordColumns.TEXT, DataTypes.StringType)
          .add(RecordColumns.VALUE, DataTypes.DoubleType)
          .add(RecordColumns.REASON, DataTypes.StringType)
          .add(RecordColumns.DETAIL, DataTypes.StringType)
          .add(RecordColumns.RECORD, DataTypes.StringType)
          .add(RecordColumns.FILE, DataTypes.StringType)
          .add(RecordColumns.RECORDS, DataTypes.LongType)
          .add(RecordColumns.MENDED, DataTypes.BooleanType);

  private final String sourceId;
  private final SourceConfig source;
  private final DistrictKeys keys;
  private final KnownDistricts districts;

  /**
   * @param keys says which district an event belongs to
   * @param districts those of the evaluation
   */
  public EventAggregation(
      String sourceId, SourceConfig source, DistrictKeys keys, List<District> districts) {
    this.sourceId = sourceId;
    this.source = source;
    this.keys = keys;
    this.districts = new KnownDistricts(districts);
  }

  /**
   * What one scan finds, not computed yet: the values, and a tally of each file.
   *
   * @param lake the rows as {@link LakeSource} reads them
   */
  public JavaRDD<EventResult> results(Dataset<Row> lake) {
    Optional<PlainColumns.Scan> plain = PlainColumns.of(sourceId, source, lake);
    Optional<JavaRDD<ColumnarBatch>> batches =
        plain.flatMap(scan -> EventBatches.ofScan(scan.columns()));
    return batches.isPresent()
        ? aggregated(lake, batches.get(), plain.get().plan())
        : aggregatedRows(lake);
  }

  private JavaRDD<EventResult> aggregatedRows(Dataset<Row> lake) {
    Dataset<Row> located = EventDistricts.locate(lake, source, keys);
    EventColumns columns = new EventColumns(sourceId, source, located);
    Dataset<Row> events = judged(located, columns, List.of());
    return aggregated(lake, EventBatches.ofRows(columns.packed(events)), columns.plan());
  }

  /**
   * What becomes of a few events: the values they give, and every refused record.
   *
   * @param few some rows as {@link LakeSource} reads them
   */
  public Dataset<Row> records(Dataset<Row> few) {
    JavaRDD<EventResult> results = aggregatedRows(few);
    List<String> paths =
        results
            .filter(result -> result instanceof FileCounts)
            .map(result -> ((FileCounts) result).path())
            .distinct()
            .collect();
    return values(few.sparkSession(), results).union(refused(few, paths));
  }

  private Dataset<Row> judged(Dataset<Row> located, EventColumns columns, List<Column> further) {
    List<Column> all = new ArrayList<>(columns.columns());
    all.addAll(further);
    return source
        .events()
        .identity()
        .map(id -> EventCopies.told(located, id, columns.columns(), further))
        .orElseGet(() -> located.select(all.toArray(Column[]::new)));
  }

  private JavaRDD<EventResult> aggregated(
      Dataset<Row> lake, JavaRDD<ColumnarBatch> batches, EventPlan plan) {
    KnownDistricts known = districts;
    int buckets = lake.sparkSession().sessionState().conf().numShufflePartitions();
    return batches
        .mapPartitionsToPair(events -> new EventParts(events, plan, known, buckets))
        .partitionBy(new HashPartitioner(buckets))
        .mapPartitions(
            blocks -> {
              PartMerge merge = new PartMerge(plan, known);
              blocks.forEachRemaining(block -> merge.add(block._2()));
              return merge.results();
            });
  }

  /** The values among the results, as good records. */
  public Dataset<Row> values(SparkSession spark, JavaRDD<EventResult> results) {
    String id = sourceId;
    JavaRDD<Row> rows =
        results
            .filter(result -> result instanceof DistrictDayValue)
            .map(result -> row(id, (DistrictDayValue) result));
    return spark.createDataFrame(rows, VALUES);
  }

  private static Row row(String sourceId, DistrictDayValue value) {
    return RowFactory.create(
        sourceId,
        value.districtId() + ":" + value.date() + " " + value.measure(),
        value.measure(),
        value.cityId(),
        value.districtId(),
        value.date(),
        value.asOf(),
        Double.toString(value.value()),
        value.value(),
        Reason.NONE.code(),
        null,
        null,
        null,
        value.records(),
        false);
  }

  /**
   * The refused records of some files, each with its position and the event as it was read. A
   * second scan, of those files alone.
   *
   * @param paths files of whose tallies some record is quarantined
   */
  public Dataset<Row> refused(Dataset<Row> lake, Collection<String> paths) {
    Dataset<Row> located = EventDistricts.locate(lake, source, keys);
    EventColumns columns = new EventColumns(sourceId, source, located);
    RefusedColumns told = new RefusedColumns(located, source);
    Dataset<Row> events =
        judged(located, columns, told.columns()).where(RefusedColumns.inFiles(paths));
    EventPlan plan = columns.plan();
    KnownDistricts known = districts;
    StructType raw = told.rawType();
    JavaRDD<Row> rows =
        EventBatches.ofRows(columns.packed(events))
            .mapPartitions(batches -> new RefusedRecords(batches, plan, known, raw));
    return lake.sparkSession().createDataFrame(rows, VALUES);
  }
}
