package org.cityeval.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * Aggregates the events of one task, and hands over a block of states for each of the tasks that
 * put parts together. What is handed over does not grow with the events but with the cells (and
 * with what is different in them), however many events one district has.
 */
final class EventParts implements Iterator<Tuple2<Integer, byte[]>> {
  /** First byte of a block of cells, and of one of files. */
  static final int CELLS = 0;

  static final int FILES = 1;

  /** A task that holds more hands over what it has, and begins anew. */
  private static final long MOST_BYTES = 256L << 20;

  private static final int LOOK_EVERY = 1 << 16;
  private static final long DAY_SALT = 0x9e3779b97f4a7c15L;
  private static final long VALUE_SALT = 0xd1b54a32d192ed03L;

  private final Iterator<InternalRow> rows;
  private final EventPlan plan;
  private final EventJudge judge;
  private final int buckets;
  private final long[] districtHashes;
  private final long[] measureSalts;
  private final long[] reasonHashes = ReasonCodes.hashes();
  private final CellTable cells = new CellTable();
  private final CellStates[] states;
  private final Map<String, FileCounts> files = new HashMap<>();
  private final Deque<Tuple2<Integer, byte[]>> ready = new ArrayDeque<>();
  private UTF8String currentName;
  private FileCounts current;

  EventParts(Iterator<InternalRow> rows, EventPlan plan, KnownDistricts districts, int buckets) {
    this.rows = rows;
    this.plan = plan;
    this.judge = new EventJudge(plan, districts);
    this.buckets = buckets;
    this.districtHashes = districts.hashes();
    this.states = new CellStates[plan.feeds().size()];
    this.measureSalts =
        plan.feeds().stream()
            .mapToLong(feed -> hash(UTF8String.fromString(feed.measure())))
            .toArray();
    forget();
  }

  private void forget() {
    cells.clear();
    for (int m = 0; m < states.length; m++) {
      states[m] = CellStates.of(plan.feeds().get(m));
    }
  }

  @Override
  public boolean hasNext() {
    if (ready.isEmpty() && rows.hasNext()) {
      read();
    }
    return !ready.isEmpty();
  }

  @Override
  public Tuple2<Integer, byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void read() {
    int untilLook = LOOK_EVERY;
    while (rows.hasNext()) {
      add(rows.next());
      untilLook--;
      if (untilLook == 0) {
        untilLook = LOOK_EVERY;
        if (bytes() > MOST_BYTES) {
          break;
        }
      }
    }
    handOver();
  }

  private long bytes() {
    long bytes = 0;
    for (CellStates state : states) {
      bytes += state.bytes();
    }
    return bytes;
  }

  private void add(InternalRow row) {
    UTF8String name = row.getUTF8String(EventColumns.FILE);
    if (!name.equals(currentName)) {
      currentName = name.copy();
      current = files.computeIfAbsent(name.toString(), FileCounts::new);
    }
    int fault = judge.judge(row);
    if (fault == ReasonCodes.NONE) {
      addMeasures(row);
    } else {
      refuse(row, fault);
    }
  }

  private void addMeasures(InternalRow row) {
    int day = judge.day();
    int asOf = judge.asOf();
    int cell = cells.cell(CellKey.of(judge.district(), day, asOf));
    long base =
        Mixing.of(districtHashes[judge.district()] + DAY_SALT * (((long) day << 32) ^ asOf));
    for (int m = 0; m < states.length; m++) {
      int reason = row.getInt(EventColumns.reason(m));
      long value = 0;
      if (reason == ReasonCodes.NONE) {
        value = addValue(row, m, cell);
        current.addDays(day, asOf);
      }
      current.add(
          reason, Mixing.of(base + measureSalts[m] + VALUE_SALT * value + reasonHashes[reason]));
    }
  }

  /** Adds a value to its cell, and says it in 64 bits, which texts may share. */
  private long addValue(InternalRow row, int measure, int cell) {
    CellStates state = states[measure];
    state.count(cell);
    int at = EventColumns.value(measure);
    switch (plan.feeds().get(measure).type()) {
      case NUMBER -> {
        double number = row.getDouble(at);
        state.add(cell, number);
        return Double.doubleToRawLongBits(number);
      }
      case LONG -> {
        long id = row.getLong(at);
        state.add(cell, id);
        return id;
      }
      case TRUTH -> {
        boolean holds = row.getBoolean(at);
        state.add(cell, holds);
        return holds ? 1 : 0;
      }
      case TEXT -> {
        byte[] text = row.getUTF8String(at).getBytes();
        state.add(cell, text);
        return Mixing.of(text, 0, text.length);
      }
      default -> {
        return 0;
      }
    }
  }

  /** A row that cannot be read is one record; any other is one for every measure. */
  private void refuse(InternalRow row, int fault) {
    int records = fault == ReasonCodes.MALFORMED_ROW ? 1 : states.length;
    long district = row.isNullAt(EventColumns.DISTRICT) ? 0 : key(row);
    long base = Mixing.of(district + DAY_SALT * (((long) judge.day() << 32) ^ judge.asOf()));
    for (int m = 0; m < records; m++) {
      current.add(fault, Mixing.of(base + measureSalts[m] + reasonHashes[fault]));
    }
  }

  private long key(InternalRow row) {
    return plan.district() == EventPlan.DistrictType.LONG
        ? row.getLong(EventColumns.DISTRICT)
        : hash(row.getUTF8String(EventColumns.DISTRICT));
  }

  private static long hash(UTF8String text) {
    byte[] bytes = text.getBytes();
    return Mixing.of(bytes, 0, bytes.length);
  }

  private void handOver() {
    ByteSink[] blocks = new ByteSink[buckets];
    for (int cell = 0; cell < cells.count(); cell++) {
      long key = cells.key(cell);
      ByteSink block = block(blocks, key, CELLS);
      block.writeLong(key);
      int length = block.reserve();
      for (CellStates state : states) {
        state.write(cell, block);
      }
      block.fill(length, block.length() - length - Integer.BYTES);
    }
    handOver(blocks);
    ByteSink[] tallies = new ByteSink[buckets];
    files.forEach(
        (name, tally) -> tally.write(block(tallies, hash(UTF8String.fromString(name)), FILES)));
    handOver(tallies);
    files.clear();
    currentName = null;
    forget();
  }

  private ByteSink block(ByteSink[] blocks, long key, int kind) {
    int bucket = (int) Math.floorMod(Mixing.of(key), (long) buckets);
    if (blocks[bucket] == null) {
      blocks[bucket] = new ByteSink();
      blocks[bucket].writeSize(kind);
    }
    return blocks[bucket];
  }

  private void handOver(ByteSink[] blocks) {
    for (int bucket = 0; bucket < blocks.length; bucket++) {
      if (blocks[bucket] != null) {
        ready.add(new Tuple2<>(bucket, blocks[bucket].toByteArray()));
        blocks[bucket] = null;
      }
    }
  }

  /** Puts together the blocks of one bucket. */
  static Iterator<EventResult> merge(
      Iterator<Tuple2<Integer, byte[]>> blocks, EventPlan plan, KnownDistricts districts) {
    PartMerge merge = new PartMerge(plan, districts);
    blocks.forEachRemaining(block -> merge.add(block._2()));
    List<FileCounts> tallies = merge.files();
    return new Concatenated(tallies.iterator(), merge.values());
  }

  /** One iterator after the other. */
  private record Concatenated(
      Iterator<? extends EventResult> first, Iterator<? extends EventResult> second)
      implements Iterator<EventResult> {
    @Override
    public boolean hasNext() {
      return first.hasNext() || second.hasNext();
    }

    @Override
    public EventResult next() {
      return first.hasNext() ? first.next() : second.next();
    }
  }
}
