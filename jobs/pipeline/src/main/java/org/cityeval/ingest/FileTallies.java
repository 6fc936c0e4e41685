package org.cityeval.ingest;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts records by source and file in one pass; as many rows reach the driver as there are files.
 */
public final class FileTallies {
  private static final String RECORDS = "records";
  private static final String SUM = "sum";
  private static final String XOR = "xor";
  private static final String FIRST = "first";
  private static final String LAST = "last";

  private FileTallies() {}

  /** What the files held, by source; duplicates still count as good. */
  public static Map<String, List<FileTally>> bySource(Dataset<Row> records) {
    Column hash =
        xxhash64(
            col(RecordColumns.MEASURE),
            col(RecordColumns.DISTRICT),
            col(RecordColumns.DATE),
            col(RecordColumns.AS_OF),
            col(RecordColumns.TEXT),
            col(RecordColumns.RECORD));
    Column goodDay =
        when(col(RecordColumns.REASON).equalTo(Reason.NONE.code()), col(RecordColumns.DATE));
    Map<Place, List<Row>> rows = new TreeMap<>();
    for (Row row :
        records
            .groupBy(
                RecordColumns.SOURCE_ID,
                RecordColumns.FILE,
                RecordColumns.AS_OF,
                RecordColumns.REASON)
            .agg(
                count(lit(1)).as(RECORDS),
                sum(hash.cast("decimal(38,0)")).as(SUM),
                bit_xor(hash).as(XOR),
                min(goodDay).as(FIRST),
                max(goodDay).as(LAST))
            .collectAsList()) {
      rows.computeIfAbsent(Place.of(row), place -> new ArrayList<>()).add(row);
    }
    Map<String, List<FileTally>> tallies = new TreeMap<>();
    rows.forEach(
        (place, reasons) ->
            tallies
                .computeIfAbsent(place.sourceId(), source -> new ArrayList<>())
                .add(tally(place, reasons)));
    return tallies;
  }

  /** How many of the good records of each file {@link Deduplication} found to be duplicates. */
  public static Map<Place, Map<Reason, Long>> duplicates(Dataset<Row> judged) {
    Map<Place, Map<Reason, Long>> duplicates = new TreeMap<>();
    judged
        .where(col(RecordColumns.REASON).notEqual(Reason.NONE.code()))
        .groupBy(
            RecordColumns.SOURCE_ID, RecordColumns.FILE, RecordColumns.AS_OF, RecordColumns.REASON)
        .agg(sum(RecordColumns.RECORDS).as(RECORDS))
        .collectAsList()
        .forEach(
            row ->
                duplicates
                    .computeIfAbsent(Place.of(row), place -> new EnumMap<>(Reason.class))
                    .put(reason(row), row.getAs(RECORDS)));
    return duplicates;
  }

  /**
   * A file of a source and a day of publication.
   *
   * @param file null for what many files add up to
   * @param asOf null where the records name none
   */
  public record Place(String sourceId, String file, LocalDate asOf) implements Comparable<Place> {
    private static Place of(Row row) {
      return new Place(
          row.getAs(RecordColumns.SOURCE_ID),
          row.getAs(RecordColumns.FILE),
          row.getAs(RecordColumns.AS_OF));
    }

    @Override
    public int compareTo(Place other) {
      int order = sourceId.compareTo(other.sourceId);
      order = order != 0 ? order : String.valueOf(file).compareTo(String.valueOf(other.file));
      return order != 0 ? order : String.valueOf(asOf).compareTo(String.valueOf(other.asOf));
    }
  }

  private static FileTally tally(Place place, List<Row> reasons) {
    Map<Reason, Long> byReason = new EnumMap<>(Reason.class);
    ContentHash content = ContentHash.NONE;
    LocalDate first = null;
    LocalDate last = null;
    for (Row row : reasons) {
      byReason.merge(reason(row), row.<Long>getAs(RECORDS), Long::sum);
      content =
          content.plus(
              new ContentHash(row.<Long>getAs(RECORDS), row.getAs(SUM), row.<Long>getAs(XOR)));
      if (row.getAs(FIRST) != null) {
        first = row.getAs(FIRST);
        last = row.getAs(LAST);
      }
    }
    return new FileTally(place.file(), place.asOf(), byReason, first, last, content);
  }

  private static Reason reason(Row row) {
    return Reason.ofCode(row.<String>getAs(RecordColumns.REASON));
  }
}
