package org.cityeval.numeric.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RocTest {
  private static final JsonNode EXPECTED = ReferenceData.json("misc_reference.json").get("roc");
  private static final boolean[] POOR = events(ReferenceData.column("roc_aSAH.csv", 0));
  private static final double[] S100B = ReferenceData.column("roc_aSAH.csv", 1);
  private static final double[] WFNS = ReferenceData.column("roc_aSAH.csv", 2);
  private static final double[] NDKA = ReferenceData.column("roc_aSAH.csv", 3);

  @ParameterizedTest
  @CsvSource({"1, ci_delong", "2, ci_wfns"})
  void equalsDeLongsIntervalOfPRoc(int column, String name) {
    Roc.Area area = Roc.delong(ReferenceData.column("roc_aSAH.csv", column), POOR, 0.95);
    double[] expected = ReferenceData.array(EXPECTED.get(name));
    assertThat(new double[] {area.interval().low(), area.auc(), area.interval().high()})
        .containsExactly(expected, within(1e-12));
  }

  @Test
  void equalsTheAreasOfPRoc() {
    assertThat(Roc.auc(S100B, POOR)).isCloseTo(EXPECTED.get("auc_s100b").asDouble(), within(1e-12));
    assertThat(Roc.auc(NDKA, POOR)).isCloseTo(EXPECTED.get("auc_ndka").asDouble(), within(1e-12));
  }

  @Test
  void equalsDeLongsPairedTestOfPRoc() {
    // pROC roc.test(s100b, wfns, paired, DeLong), printed to these digits.
    Roc.Comparison comparison = Roc.delong(S100B, WFNS, POOR);
    assertThat(comparison.z()).isCloseTo(-2.208984, within(5e-7));
    assertThat(comparison.pValue()).isCloseTo(0.02717578, within(5e-9));
    assertThat(Roc.delong(WFNS, S100B, POOR).z()).isCloseTo(2.208984, within(5e-7));
  }

  @Test
  void countsATieHalf() {
    // Pairs event-other: (2,1) won, (2,2) tied, (3,1) won, (3,2) won: 3.5 of 4.
    boolean[] event = {false, false, true, true};
    assertThat(Roc.auc(new double[] {1, 2, 2, 3}, event)).isEqualTo(0.875);
    assertThat(Roc.auc(new double[] {5, 5, 5, 5}, event)).isEqualTo(0.5);
    assertThat(Roc.auc(new double[] {1, 2, 3, 4}, event)).isEqualTo(1);
  }

  @Test
  void isUndefinedWithoutBothKinds() {
    double[] score = {1, 2, 3};
    assertThat(Roc.auc(score, new boolean[3])).isNaN();
    assertThat(Roc.auc(score, new boolean[] {true, true, true})).isNaN();
    assertThat(Roc.auc(new double[0], new boolean[0])).isNaN();
    Roc.Area one = Roc.delong(score, new boolean[] {false, false, true}, 0.95);
    assertThat(one.auc()).isEqualTo(1);
    assertThat(one.interval().low()).isNaN();
  }

  @Test
  void leavesOutCasesWithoutAScore() {
    double[] score = {1, Double.NaN, 2, 3};
    boolean[] event = {false, true, false, true};
    assertThat(Roc.auc(score, event)).isEqualTo(1);
  }

  @Test
  void doesNotTestAScoreAgainstItself() {
    assertThat(Roc.delong(S100B, S100B, POOR).pValue()).isNaN();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isTurnedRoundByTheSignAndUnchangedByAnIncreasingScale(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] score = random.ints(80, 0, 20).asDoubleStream().toArray();
    boolean[] event = new boolean[80];
    for (int i = 0; i < 80; i++) {
      event[i] = i < 2 || (i > 3 && random.nextInt(3) == 0);
    }
    double auc = Roc.auc(score, event);
    assertThat(Roc.auc(Arrays.stream(score).map(Math::exp).toArray(), event))
        .isCloseTo(auc, within(1e-12));
    assertThat(Roc.auc(Arrays.stream(score).map(s -> -s).toArray(), event))
        .isCloseTo(1 - auc, within(1e-12));
  }

  private static boolean[] events(double[] outcome) {
    boolean[] events = new boolean[outcome.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = outcome[i] == 1;
    }
    return events;
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
