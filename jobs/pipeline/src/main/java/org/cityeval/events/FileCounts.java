package org.cityeval.events;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.cityeval.ingest.Reason;

/**
 * What one file of events held: its records by reason, its good days and a hash. The hash depends
 * neither on their order nor on how they are split into files. A record is an event and a measure.
 */
public final class FileCounts implements EventResult {
  private static final long serialVersionUID = 1;
  private static final int HALF = 32;
  private static final long LOW = (1L << HALF) - 1;

  private final String path;
  private final long[] records = new long[ReasonCodes.count()];
  private final TreeSet<Integer> asOf = new TreeSet<>();
  private int lastAsOf = CellKey.NO_DAY;
  private int firstDay = Integer.MAX_VALUE;
  private int lastDay = Integer.MIN_VALUE;

  /** The sum of hashes is 2^32 high + low. */
  private long hashHigh;

  private long hashLow;
  private long hashXor;

  FileCounts(String path) {
    this.path = path;
  }

  /** Counts records by reason. */
  void count(long[] more) {
    for (int i = 0; i < records.length; i++) {
      records[i] += more[i];
    }
  }

  /** Adds the hash of an event. */
  void hash(long hash) {
    hashLow += hash & LOW;
    hashHigh += (hash >> HALF) + (hashLow >>> HALF);
    hashLow &= LOW;
    hashXor ^= hash;
  }

  /** Notes the days of an event with a good record. */
  void days(int day, int published) {
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
    if (published != lastAsOf) {
      lastAsOf = published;
      asOf.add(published);
    }
  }

  /** Adds what another part of the same file held. */
  void add(FileCounts other) {
    for (int i = 0; i < records.length; i++) {
      records[i] += other.records[i];
    }
    asOf.addAll(other.asOf);
    firstDay = Math.min(firstDay, other.firstDay);
    lastDay = Math.max(lastDay, other.lastDay);
    hashLow += other.hashLow;
    hashHigh += other.hashHigh + (hashLow >>> HALF);
    hashLow &= LOW;
    hashXor ^= other.hashXor;
  }

  void write(ByteSink out) {
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    out.writeSize(name.length);
    out.writeBytes(name, name.length);
    for (long count : records) {
      out.writeLong(count);
    }
    out.writeSize(asOf.size());
    asOf.forEach(out::writeLong);
    out.writeLong(firstDay);
    out.writeLong(lastDay);
    out.writeLong(hashHigh);
    out.writeLong(hashLow);
    out.writeLong(hashXor);
  }

  static FileCounts read(ByteSource in) {
    FileCounts tally =
        new FileCounts(new String(in.readBytes(in.readSize()), StandardCharsets.UTF_8));
    for (int i = 0; i < tally.records.length; i++) {
      tally.records[i] = in.readLong();
    }
    int days = in.readSize();
    for (int i = 0; i < days; i++) {
      tally.asOf.add((int) in.readLong());
    }
    tally.firstDay = (int) in.readLong();
    tally.lastDay = (int) in.readLong();
    tally.hashHigh = in.readLong();
    tally.hashLow = in.readLong();
    tally.hashXor = in.readLong();
    return tally;
  }

  /** The file, as the column {@code _path} of the lake's rows names it. */
  public String path() {
    return path;
  }

  /** Records with this reason. */
  public long records(Reason reason) {
    return records[ReasonCodes.of(reason)];
  }

  /** The sum of the hashes of all events. */
  public BigInteger hashSum() {
    return BigInteger.valueOf(hashHigh).shiftLeft(HALF).add(BigInteger.valueOf(hashLow));
  }

  /** The hashes of all events, xored. */
  public long hashXor() {
    return hashXor;
  }

  /** The first day of a good record; null without one. */
  public LocalDate firstDay() {
    return firstDay > lastDay ? null : LocalDate.ofEpochDay(firstDay);
  }

  /** The last day of a good record; null without one. */
  public LocalDate lastDay() {
    return firstDay > lastDay ? null : LocalDate.ofEpochDay(lastDay);
  }

  /** The days of publication that good records name. */
  public SortedSet<LocalDate> asOf() {
    return asOf.stream()
        .filter(day -> day != CellKey.NO_DAY)
        .map(LocalDate::ofEpochDay)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
