package org.cityeval.events.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.cityeval.config.lake.MeasureConfig.Aggregate;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellStatesTest {
  private static CellStates states(Aggregate aggregate, Feed.Type type) {
    return CellStates.of(new Feed("m", aggregate, type, false, null));
  }

  private static CellStates counts() {
    return states(Aggregate.COUNT, Feed.Type.PRESENCE);
  }

  @ParameterizedTest
  @CsvSource({
    "SUM, NUMBER, Sums",
    "MEAN, NUMBER, Sums",
    "DISTINCT, LONG, DistinctIds",
    "DISTINCT, TEXT, DistinctTexts",
    "DISTINCT_APPROXIMATE, LONG, DistinctSketches",
    "DISTINCT_APPROXIMATE, TEXT, DistinctSketches"
  })
  void eachAggregateHasTheStatesOfItsKind(Aggregate how, Feed.Type type, String expected) {
    assertThat(states(how, type).getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void aCountIsTheEventsOfTheCell() {
    CellStates counts = counts();
    counts.count(new int[] {0, 2, -1, 0, 2, 2}, 5);

    assertThat(counts.value(0)).isEqualTo(2);
    assertThat(counts.value(1)).isZero();
    // The sixth is none of the batch.
    assertThat(counts.value(2)).isEqualTo(2);
  }

  @Test
  void aShareIsOfTheEventsForWhichItHolds() {
    CellStates shares = states(Aggregate.SHARE, Feed.Type.TRUTH);
    int[] cells = {0, 0, 1, -1, 0, 0};
    shares.count(cells, 6);
    shares.addIds(cells, new long[] {1, 0, 1, 1, 0, 0}, 6);

    assertThat(shares.value(0)).isEqualTo(0.25);
    assertThat(shares.value(1)).isEqualTo(1);
  }

  @Test
  void sharesOfPartsAreWeighedByTheirEvents() {
    CellStates shares = states(Aggregate.SHARE, Feed.Type.TRUTH);
    int[] cells = {0, 1, 1, 1};
    shares.count(cells, 4);
    shares.addIds(cells, new long[] {1, 0, 0, 0}, 4);
    ByteSink out = new ByteSink();
    shares.write(0, out);
    shares.write(1, out);
    CellStates whole = states(Aggregate.SHARE, Feed.Type.TRUTH);
    ByteSource in = new ByteSource(out.toByteArray(), 0);
    whole.read(0, in);
    whole.read(0, in);

    assertThat(in.hasMore()).isFalse();
    assertThat(whole.value(0)).isEqualTo(0.25);
  }

  @Test
  void holdsMoreCellsOnceItWasToldOfThem() {
    CellStates counts = counts();
    counts.count(new int[] {0, 63}, 2);
    counts.reach(1_000);
    counts.count(new int[] {999, 63}, 2);

    assertThat(counts.records(63)).isEqualTo(2);
    assertThat(counts.records(999)).isEqualTo(1);
  }

  @Test
  void anEmptyCellAddsNothingAndACellThatWasClearedIsEmpty() {
    CellStates counts = counts();
    counts.count(new int[] {0, 0}, 2);
    ByteSink out = new ByteSink();
    counts.write(1, out);
    counts.clear(0);
    counts.write(0, out);
    CellStates whole = counts();
    whole.count(new int[] {0}, 1);
    ByteSource in = new ByteSource(out.toByteArray(), 0);
    whole.read(0, in);
    whole.read(0, in);

    assertThat(whole.records(0)).isEqualTo(1);
  }

  @Test
  void takesNoValueThatItsAggregateDoesNotAskFor() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> counts().addNumbers(new int[1], new double[1], 1));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> counts().addTexts(new int[1], new byte[1][], 1));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> new DistinctTexts().addIds(new int[1], new long[1], 1));
  }
}
