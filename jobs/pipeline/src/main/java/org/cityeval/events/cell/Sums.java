package org.cityeval.events.cell;

import java.util.Arrays;
import org.cityeval.config.lake.MeasureConfig.Aggregate;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.cityeval.events.collect.ExactSum;

/** Exact sums, and means as the sum by the number of events, each rounded once. */
final class Sums extends CellStates {
  /** Of one sum that holds digits: the object, its array and references to both. */
  private static final int BYTES = 120;

  private final Aggregate aggregate;
  private ExactSum[] sums = new ExactSum[64];
  private int held;

  Sums(Aggregate aggregate) {
    this.aggregate = aggregate;
  }

  @Override
  void grow(int cells) {
    sums = Arrays.copyOf(sums, cells);
  }

  @Override
  public void addNumbers(int[] cells, double[] values, int events) {
    for (int i = 0; i < events; i++) {
      if (cells[i] >= 0) {
        sum(cells[i]).add(values[i]);
      }
    }
  }

  @Override
  void clearState(int cell) {
    sums[cell] = null;
  }

  private ExactSum sum(int cell) {
    ExactSum sum = sums[cell];
    if (sum == null) {
      sum = new ExactSum();
      sums[cell] = sum;
      held++;
    }
    return sum;
  }

  @Override
  void writeState(int cell, ByteSink out) {
    sum(cell).write(out);
  }

  @Override
  void readState(int cell, ByteSource in) {
    sum(cell).read(in);
  }

  @Override
  public double value(int cell) {
    double sum = sum(cell).value();
    return aggregate == Aggregate.MEAN ? sum / records(cell) : sum;
  }

  @Override
  public long bytes() {
    return (long) BYTES * held;
  }
}
