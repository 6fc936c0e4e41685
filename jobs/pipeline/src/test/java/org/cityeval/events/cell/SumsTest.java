package org.cityeval.events.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.config.lake.MeasureConfig.Aggregate;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.junit.jupiter.api.Test;

class SumsTest {
  private static CellStates of(Aggregate aggregate, int[] cells, double... values) {
    CellStates states = new Sums(aggregate);
    states.count(cells, cells.length);
    states.addNumbers(cells, values, cells.length);
    return states;
  }

  @Test
  void addsTheNumbersOfEachCellAndNoneOfThoseLeftOut() {
    CellStates sums = of(Aggregate.SUM, new int[] {0, 1, -1, 0}, 2, 7, 100, 3.5);

    assertThat(sums.value(0)).isEqualTo(5.5);
    assertThat(sums.value(1)).isEqualTo(7);
    assertThat(sums.records(0)).isEqualTo(2);
  }

  @Test
  void aMeanIsTheSumByTheNumberOfEvents() {
    assertThat(of(Aggregate.MEAN, new int[] {0, 0, 0, -1}, 1, 2, 4, 9).value(0)).isEqualTo(7.0 / 3);
  }

  /** As doubles 1e16 + 1 is 1e16, and the sum would be 0 or 2 by the order. */
  @Test
  void losesNoSmallNumberBesideALargeOne() {
    int[] cells = {0, 0, 0, 0};

    assertThat(of(Aggregate.SUM, cells, 1e16, 1, 1, -1e16).value(0)).isEqualTo(2);
    assertThat(of(Aggregate.SUM, cells, 1, -1e16, 1e16, 1).value(0)).isEqualTo(2);
  }

  @Test
  void partsAddUpToTheWhole() {
    ByteSink out = new ByteSink();
    of(Aggregate.MEAN, new int[] {0, 0}, 0.5, 1).write(0, out);
    of(Aggregate.MEAN, new int[] {0}, 6).write(0, out);
    new Sums(Aggregate.MEAN).write(0, out);
    CellStates whole = new Sums(Aggregate.MEAN);
    ByteSource in = new ByteSource(out.toByteArray(), 0);
    while (in.hasMore()) {
      whole.read(0, in);
    }

    assertThat(whole.records(0)).isEqualTo(3);
    assertThat(whole.value(0)).isEqualTo(2.5);
  }

  @Test
  void forgetsACellAloneAndKeepsTheOthersAsItGrows() {
    CellStates sums = of(Aggregate.SUM, new int[] {0, 63}, 2, 7);
    sums.reach(65);
    sums.clear(0);
    sums.addNumbers(new int[] {0, 64}, new double[] {1, 5}, 2);

    assertThat(sums.value(0)).isEqualTo(1);
    assertThat(sums.value(63)).isEqualTo(7);
    assertThat(sums.value(64)).isEqualTo(5);
    assertThat(sums.records(0)).isZero();
  }
}
