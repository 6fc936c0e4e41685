package org.cityeval.events;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.cell.CellStates;
import org.cityeval.events.cell.CellTable;
import org.cityeval.events.cell.Feed;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.events.collect.Mixing;
import scala.Tuple2;

/**
 * Aggregates the events of one task, a batch at a time and column by column. It hands over a block
 * of states for each of the tasks that put parts together. What is handed over does not grow with
 * the events but with the cells (and with what is different in them), however many events one
 * district has.
 */
final class EventParts implements Iterator<Tuple2<Integer, byte[]>> {
  /** A task that holds more hands over what it has, and begins anew. */
  private static final long MOST_BYTES = 256L << 20;

  private final Iterator<ColumnarBatch> batches;
  private final EventPlan plan;
  private final EventJudge judge;
  private final EventValues values;
  private final FileRuns runs;
  private final PartBlocks blocks;
  private final long[] districtHashes;
  private final long[] reasonHashes = ReasonCodes.hashes();
  private final CellTable table = new CellTable();
  private final CellStates[] states;
  private final Deque<Tuple2<Integer, byte[]>> ready = new ArrayDeque<>();
  private final long[] counts = new long[ReasonCodes.count()];
  private int[] cells = new int[0];
  private int[] used = new int[0];
  private long[] hashes = new long[0];
  private boolean[] hasGood = new boolean[0];

  EventParts(
      Iterator<ColumnarBatch> batches, EventPlan plan, KnownDistricts districts, int buckets) {
    this.batches = batches;
    this.plan = plan;
    this.judge = new EventJudge(plan, districts);
    this.values = new EventValues(plan);
    this.runs = new FileRuns(plan.columns().path());
    this.blocks = new PartBlocks(buckets);
    this.districtHashes = districts.hashes();
    this.states = new CellStates[plan.feeds().size()];
    forget();
  }

  private void forget() {
    table.clear();
    runs.clear();
    for (int m = 0; m < states.length; m++) {
      states[m] = CellStates.of(plan.feeds().get(m));
    }
  }

  @Override
  public boolean hasNext() {
    if (ready.isEmpty() && batches.hasNext()) {
      while (batches.hasNext() && bytes() <= MOST_BYTES) {
        add(batches.next());
      }
      blocks.cells(table, states, ready);
      blocks.files(runs.all(), ready);
      forget();
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

  private long bytes() {
    long bytes = 0;
    for (CellStates state : states) {
      bytes += state.bytes();
    }
    return bytes;
  }

  private void add(ColumnarBatch batch) {
    int events = batch.numRows();
    if (cells.length < events) {
      cells = new int[events];
      used = new int[events];
      hashes = new long[events];
      hasGood = new boolean[events];
    }
    Arrays.fill(hasGood, 0, events, false);
    judge.judge(batch);
    runs.find(batch);
    cells(events);
    for (int m = 0; m < states.length; m++) {
      states[m].reach(table.count());
      measure(batch, m, events);
    }
    int from = 0;
    for (int run = 0; run < runs.count(); run++) {
      FileCounts tally = runs.tally(run);
      for (int i = from; i < runs.end(run); i++) {
        tally.hash(Mixing.of(hashes[i]));
        if (hasGood[i]) {
          tally.days(judge.day(i), judge.asOf(i));
        }
      }
      from = runs.end(run);
    }
  }

  /** Finds the cell of each event, below 0 for one that has none, and begins its hash. */
  private void cells(int events) {
    for (int i = 0; i < events; i++) {
      int fault = judge.fault(i);
      int district = judge.district(i);
      if (fault == ReasonCodes.NONE) {
        cells[i] = table.cell(CellKey.of(district, judge.day(i), judge.asOf(i)));
      } else {
        cells[i] = -1;
      }
      long days = ((long) judge.day(i) << Integer.SIZE) ^ judge.asOf(i);
      hashes[i] =
          (district == KnownDistricts.UNKNOWN ? 0 : districtHashes[district])
              + Mixing.step(days, 0)
              + reasonHashes[fault];
    }
  }

  private void measure(ColumnarBatch batch, int measure, int events) {
    Feed feed = plan.feeds().get(measure);
    values.read(batch, measure);
    // The usual batch: one file, nothing to refuse, nothing blank.
    if (runs.count() == 1 && judge.areGood() && values.areGood(events)) {
      Arrays.fill(counts, 0);
      counts[ReasonCodes.NONE] = events;
      runs.tally(0).count(counts);
      Arrays.fill(hasGood, 0, events, true);
      values.hashInto(hashes, feed, events);
      values.addTo(states[measure], feed, cells, events);
    } else {
      mixed(measure);
      values.addTo(states[measure], feed, used, events);
    }
  }

  private void mixed(int measure) {
    Feed feed = plan.feeds().get(measure);
    int[] reasons = values.reasons();
    int from = 0;
    for (int run = 0; run < runs.count(); run++) {
      Arrays.fill(counts, 0);
      for (int i = from; i < runs.end(run); i++) {
        boolean isGood = cells[i] >= 0 && reasons[i] == ReasonCodes.NONE;
        used[i] = isGood ? cells[i] : -1;
        hasGood[i] |= isGood;
        int reason = cells[i] >= 0 ? reasons[i] : judge.fault(i);
        // A row that cannot be read is one record; any other is one for every measure.
        if (measure == 0 || !ReasonCodes.isUnreadable(reason)) {
          counts[reason]++;
        }
        long value = isGood ? values.bits(feed, i) : reasonHashes[reason];
        hashes[i] = Mixing.step(hashes[i], value);
      }
      runs.tally(run).count(counts);
      from = runs.end(run);
    }
  }
}
