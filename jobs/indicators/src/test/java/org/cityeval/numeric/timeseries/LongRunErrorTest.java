package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongRunErrorTest {
  /** Days that swing without memory. */
  private static final double[] SWINGING =
      IntStream.range(0, 30).mapToDouble(i -> (7 * i * i + 3 * i) % 11 - 5 + i % 4).toArray();

  @Test
  void ofAMeanFollowsFromItsCosineTransform() {
    // SciPy 1.17: sqrt(mean(dct(x, type=2, norm='ortho')[1:4]**2 / s) / 30), s the spectrum of a
    // first-order autoregression as a share of that at 0; its coefficient comes out as 0, and for
    // the drifting days as 0.8.
    assertThat(ofMean(SWINGING).standardError()).isCloseTo(0.12061685891181538, within(1e-14));
    assertThat(ofMean(drifting()).standardError()).isCloseTo(4.1633669413941, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"3, 2", "14, 2", "28, 3", "56, 5", "120, 9", "269, 16"})
  void hasAsManyDegreesOfFreedomAsCosines(int days, int cosines) {
    // 0.4 · days^(2/3), cut to a whole number, at least 2.
    assertThat(ofMean(new double[days]).degreesOfFreedom()).isEqualTo(cosines);
  }

  @Test
  void ofASumIsTheNumberOfDaysTimesThatOfTheMean() {
    LongRunError sum =
        LongRunError.of(30, 1, weights -> new double[] {30 * mean(SWINGING, weights)})[0];

    assertThat(sum.standardError()).isCloseTo(30 * 0.12061685891181538, within(1e-12));
  }

  @Test
  void knowsByHowMuchASquareIsTooHigh() {
    // E(m²) = μ² + var(m): the bias of the square is the squared error of the mean.
    LongRunError square =
        LongRunError.of(30, 1, weights -> new double[] {Math.pow(mean(SWINGING, weights), 2)})[0];

    assertThat(square.bias()).isCloseTo(0.12061685891181538 * 0.12061685891181538, within(1e-12));
    assertThat(ofMean(SWINGING).bias()).isCloseTo(0, within(1e-12));
    // SciPy, c the cosine transform as above: m² + 2mc + c², so the variance of 2mc is 4m² mean(c²)
    // and that of c² less its own mean over three of them var(c²) · (1 + 1/3).
    assertThat(square.standardError()).isCloseTo(0.0905991553178016, within(1e-12));
  }

  @Test
  void isNothingWhereNoDayMakesADifference() {
    assertThat(ofMean(new double[30]).standardError()).isZero();
  }

  @Test
  void isUndefinedWhereTheStatisticIsOrWithTooFewDays() {
    assertThat(LongRunError.of(30, 1, weights -> new double[] {Double.NaN})[0].standardError())
        .isNaN();
    assertThat(ofMean(new double[] {1, 2}).standardError()).isNaN();
  }

  @Test
  void findsTheErrorsOfSeveralValuesAtOnce() {
    LongRunError[] both =
        LongRunError.of(
            30, 2, weights -> new double[] {mean(SWINGING, weights), mean(drifting(), weights)});

    assertThat(both).containsExactly(ofMean(SWINGING), ofMean(drifting()));
  }

  @Test
  void letsEveryDayCount() {
    LongRunError.of(
        30,
        1,
        weights -> {
          assertThat(Arrays.stream(weights).min().orElseThrow()).isPositive();
          return new double[] {0};
        });
  }

  private static LongRunError ofMean(double[] daily) {
    return LongRunError.of(daily.length, 1, weights -> new double[] {mean(daily, weights)})[0];
  }

  private static double mean(double[] daily, double[] weights) {
    double sum = 0;
    double weight = 0;
    for (int day = 0; day < daily.length; day++) {
      sum += weights[day] * daily[day];
      weight += weights[day];
    }
    return sum / weight;
  }

  /** The swinging days added up: each is much like the day before. */
  private static double[] drifting() {
    double[] drifting = new double[SWINGING.length];
    for (int day = 0; day < drifting.length; day++) {
      drifting[day] = (day == 0 ? 0 : drifting[day - 1]) + (SWINGING[day] - 2) / 2;
    }
    return drifting;
  }

  @Test
  void whatEachDayMakesIsOfAsManyDays() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> LongRunError.of(5, DayWeighted.of(weights -> weights[0], one -> new double[3])))
        .withMessageContaining("days");
  }
}
