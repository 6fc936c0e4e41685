package org.cityeval.bench.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticDistrictsTest {
  private final SyntheticDistricts districts = new SyntheticDistricts(1);

  @Test
  void drawsTheSameDistrictForTheSameSeedOnly() {
    double[] cases = districts.newCases(30);
    districts.newCases(31);

    assertThat(new SyntheticDistricts(1).newCases(30)).isEqualTo(cases);
    assertThat(new SyntheticDistricts(2).newCases(30)).isNotEqualTo(cases);
    assertThat(districts.newCases(29)).isNotEqualTo(cases);
    assertThat(districts.mobility(30)).hasSize(300).isEqualTo(districts.mobility(30));
  }

  @Test
  void countsWholeCasesWithManyDaysOfNone() {
    double[] all = all(200);

    assertThat(Arrays.stream(all)).allMatch(cases -> cases >= 0 && cases == Math.rint(cases));
    assertThat(Arrays.stream(all).filter(cases -> cases == 0).count() / (double) all.length)
        .isBetween(0.3, 0.7);
  }

  /** Were the counts Poisson's, a week's change squared would be about the two counts together. */
  @Test
  void scattersMoreThanChanceAlone() {
    double[] all = all(200);
    double squares = 0;
    double counts = 0;
    for (int i = 7; i < all.length; i++) {
      squares += (all[i] - all[i - 7]) * (all[i] - all[i - 7]);
      counts += all[i] + all[i - 7];
    }

    assertThat(squares / counts).isGreaterThan(5);
  }

  @Test
  void hasThreeWavesThreeMonthsApart() {
    double[] daily = new double[300];
    double[] all = all(200);
    for (int i = 0; i < all.length; i++) {
      daily[i % 300] += all[i];
    }

    double[] tenDays =
        IntStream.of(60, 105, 150, 195, 240)
            .mapToDouble(day -> Arrays.stream(daily, day - 5, day + 5).sum())
            .toArray();
    assertThat(Math.min(tenDays[0], Math.min(tenDays[2], tenDays[4])))
        .isGreaterThan(5 * Math.max(tenDays[1], tenDays[3]));
  }

  @Test
  void practisesWithinWhatAFrontierTakes() {
    for (int district = 0; district < 200; district++) {
      double[] practice = districts.practice(district);

      assertThat(practice).hasSize(3);
      assertThat(practice[0]).as("fall of mobility").isBetween(0.01, 0.5);
      assertThat(practice[1]).as("activity kept").isBetween(0.3, 1.0);
      assertThat(practice[2]).as("cases").isPositive().isFinite();
    }
  }

  private double[] all(int count) {
    return IntStream.range(0, count)
        .mapToObj(districts::newCases)
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }
}
