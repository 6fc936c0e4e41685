package org.cityeval.ingest;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one source held: records by reason, the days, and a hash of its content that does not depend
 * on the order of records nor on how they are split into files.
 */
public final class Tally {
  private final EnumMap<Reason, Long> byReason = new EnumMap<>(Reason.class);
  private final TreeSet<LocalDate> asOf = new TreeSet<>();
  private LocalDate lastDay;
  private BigDecimal hashSum = BigDecimal.ZERO;
  private long hashXor;

  private Tally() {}

  /** Counts the records by source in one pass; duplicates are not among the reasons yet. */
  public static Map<String, Tally> of(Dataset<Row> records) {
    Column hash =
        xxhash64(
            col(RecordColumns.MEASURE),
            col(RecordColumns.DISTRICT),
            col(RecordColumns.DATE),
            col(RecordColumns.AS_OF),
            col(RecordColumns.TEXT),
            col(RecordColumns.RECORD));
    Column good = col(RecordColumns.REASON).equalTo(Reason.NONE.code());
    Map<String, Tally> tallies = new TreeMap<>();
    for (Row row :
        records
            .groupBy(RecordColumns.SOURCE_ID, RecordColumns.REASON)
            .agg(
                count(lit(1)),
                sum(hash.cast("decimal(38,0)")),
                bit_xor(hash),
                max(when(good, col(RecordColumns.DATE))),
                collect_set(when(good, col(RecordColumns.AS_OF))))
            .collectAsList()) {
      tallies.computeIfAbsent(row.getString(0), id -> new Tally()).add(row);
    }
    return tallies;
  }

  /**
   * What was counted elsewhere.
   *
   * @param hashSum the sum of the hashes of all records
   * @param hashXor the same hashes, xored
   * @param lastDay the last day of a good record, or null
   * @param asOf the days of publication that good records name
   */
  public static Tally of(
      Map<Reason, Long> records,
      BigInteger hashSum,
      long hashXor,
      LocalDate lastDay,
      Set<LocalDate> asOf) {
    Tally tally = new Tally();
    tally.byReason.putAll(records);
    tally.hashSum = new BigDecimal(hashSum);
    tally.hashXor = hashXor;
    tally.lastDay = lastDay;
    tally.asOf.addAll(asOf);
    return tally;
  }

  private void add(Row row) {
    byReason.merge(
        Reason.valueOf(row.getString(1).toUpperCase(java.util.Locale.ROOT)),
        row.getLong(2),
        Long::sum);
    hashSum = hashSum.add(row.getDecimal(3));
    hashXor ^= row.getLong(4);
    LocalDate last = row.getAs(5);
    if (last != null && (lastDay == null || last.isAfter(lastDay))) {
      lastDay = last;
    }
    asOf.addAll(row.<LocalDate>getList(6));
  }

  /** Records in all. */
  public long records() {
    return byReason.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Records of an outcome, duplicates still among the good. */
  public long of(Outcome outcome) {
    return byReason.entrySet().stream()
        .filter(entry -> entry.getKey().outcome() == outcome)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The last day with a good record; null if there is none. */
  public LocalDate lastDay() {
    return lastDay;
  }

  /**
   * The days of publication the good records name; where they name none, the last day they hold.
   */
  public SortedSet<LocalDate> asOf() {
    TreeSet<LocalDate> days = new TreeSet<>(asOf);
    if (days.isEmpty() && lastDay != null) {
      days.add(lastDay);
    }
    return days;
  }

  /** 16 hex digits that name the content. */
  public String version() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  (records() + " " + hashSum.toPlainString() + " " + hashXor)
                      .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
