package org.cityeval.numeric.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.cityeval.numeric.timeseries.MovingAverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WavesTest {
  private static final WaveRule RULE = new WaveRule(35, 45, 0.61);
  private static final double[] SYNTHETIC = ReferenceData.column("waves_synthetic.csv", 1);

  @Test
  void findsThePeaksAndTroughsOfWavefinder() {
    List<double[]> expected = ReferenceData.rows("waves_synthetic_expected.csv");
    List<Wave> waves = Waves.segment(SYNTHETIC, RULE);
    assertThat(waves)
        .extracting(wave -> (double) wave.peak())
        .containsExactlyElementsOf(
            expected.stream().filter(row -> row[3] == 1).map(row -> row[0]).toList());
    // A later wave starts at the trough before it.
    assertThat(waves.subList(1, 3))
        .extracting(wave -> (double) wave.start())
        .containsExactlyElementsOf(
            expected.stream().filter(row -> row[3] == 0).map(row -> row[0]).toList());
  }

  @Test
  void dividesTheCasesWithoutOverlap() {
    List<Wave> waves = Waves.segment(SYNTHETIC, RULE);
    for (int i = 0; i + 1 < waves.size(); i++) {
      assertThat(waves.get(i).end()).isEqualTo(waves.get(i + 1).start() - 1);
    }
    // 5 % of the first peak, 805, is 40.25, and of the last, 1205, is 60.25.
    Wave first = waves.get(0);
    Wave last = waves.get(2);
    assertThat(SYNTHETIC[first.start()]).isGreaterThanOrEqualTo(40.25);
    assertThat(SYNTHETIC[first.start() - 1]).isLessThan(40.25);
    assertThat(SYNTHETIC[last.end()]).isGreaterThanOrEqualTo(60.25);
    assertThat(last.end() == SYNTHETIC.length - 1 || SYNTHETIC[last.end() + 1] < 60.25).isTrue();
    double all = Arrays.stream(SYNTHETIC, first.start(), last.end() + 1).sum();
    assertThat(waves.stream().mapToDouble(Wave::size).sum()).isCloseTo(all, within(1e-9));
  }

  @Test
  void mergesWavesTooCloseTogether() {
    assertThat(Waves.segment(bumps(120, 40, 100, 60, 90), RULE))
        .extracting(Wave::peak)
        .containsExactly(40);
    assertThat(Waves.segment(bumps(160, 40, 100, 100, 90), RULE))
        .extracting(Wave::peak)
        .containsExactly(40, 100);
  }

  @Test
  void joinsAShortWaveToItsNeighbourBehindTheHigherLow() {
    double[] series = new double[200];
    Arrays.setAll(
        series,
        day -> {
          if (day <= 60) {
            return 10.0 * day;
          }
          if (day <= 80) {
            return 600 - 15.0 * (day - 60);
          }
          if (day <= 98) {
            return 300 + 20.0 * (day - 80);
          }
          if (day <= 110) {
            return 660 - 50.0 * (day - 98);
          }
          return day <= 160 ? 60 + 4.0 * (day - 110) : Math.max(0, 260 - 10.0 * (day - 160));
        });
    // Peaks 60 (600), 98 (660), 160 (260); lows 80 (300), 110 (60), which are 30 days apart.
    assertThat(Waves.segment(series, new WaveRule(35, 45, 0.4)))
        .extracting(Wave::peak)
        .doesNotContain(60)
        .contains(98);
    assertThat(Waves.segment(series, new WaveRule(22, 45, 0.4)))
        .extracting(Wave::peak)
        .containsExactly(60, 98, 160);
  }

  @Test
  void leavesOutWavesThatRiseTooLittle() {
    // The second is 30 high, the floor 45.
    assertThat(Waves.segment(bumps(200, 50, 300, 140, 30), RULE))
        .extracting(Wave::peak)
        .containsExactly(50);
    // 100 high on a standing level of 80: its rise is 100 of 180.
    double[] standing = Arrays.stream(bumps(90, 40, 100)).map(v -> v + 80).toArray();
    assertThat(Waves.segment(standing, RULE)).isEmpty();
    assertThat(Waves.segment(standing, new WaveRule(35, 45, 0.5))).hasSize(1);
  }

  @Test
  void hasNoWaveWhereNothingRises() {
    assertThat(Waves.segment(new double[50], RULE)).isEmpty();
    assertThat(Waves.segment(new double[0], RULE)).isEmpty();
    double[] missing = new double[5];
    Arrays.fill(missing, Double.NaN);
    assertThat(Waves.segment(missing, RULE)).isEmpty();
    double[] level = new double[50];
    Arrays.fill(level, 500);
    assertThat(Waves.segment(level, RULE)).isEmpty();
  }

  @Test
  void partsAWaveStillRisingFromTheOneBefore() {
    double[] series = bumps(140, 40, 100, 150, 400);
    // The second triangle starts on day 130 and rises by 20 a day: 180 on the last day.
    List<Wave> waves = Waves.segment(series, RULE);
    assertThat(waves).extracting(Wave::peak).containsExactly(40, 139);
    assertThat(waves.get(0).end()).isEqualTo(waves.get(1).start() - 1);
    assertThat(waves.get(1).end()).isEqualTo(139);
    // Quiet from day 60 to day 130; 5 % of 180 is passed on day 131.
    assertThat(waves.get(1).start()).isEqualTo(95);
    assertThat(Waves.onset(series, waves.get(1))).isEqualTo(131);
  }

  @Test
  void startsWithAWaveThatIsAlreadyFalling() {
    double[] series = Arrays.copyOfRange(bumps(160, 40, 100, 120, 90), 45, 160);
    assertThat(Waves.segment(series, RULE)).extracting(Wave::peak).containsExactly(0, 75);
  }

  @Test
  void passesOverMissingDays() {
    double[] series = bumps(160, 40, 100, 100, 90);
    series[41] = Double.NaN;
    series[70] = Double.NaN;
    assertThat(Waves.segment(series, RULE)).extracting(Wave::peak).containsExactly(40, 100);
  }

  @Test
  void setsInAfterTheQuietBeforeIt() {
    // Two triangles, 20 days of rise each, and quiet from day 60 to day 179.
    double[] series = bumps(260, 40, 100, 200, 100);
    List<Wave> waves = Waves.segment(series, RULE);
    assertThat(waves).extracting(Wave::start).containsExactly(21, 120);
    // The triangle rises by 5 a day from 0 on day 180: 5 % of 100 is reached on day 181.
    assertThat(Waves.onset(series, waves.get(1))).isEqualTo(181);
    assertThat(Waves.onset(series, waves.get(0))).isEqualTo(21);
    assertThat(waves.get(1).end()).isEqualTo(219);
    assertThat(waves.get(1).days()).isEqualTo(100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsTheHighestDayAndTheOrder(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] raw = random.doubles(300, 0, 60).toArray();
    double[] bumps = bumps(300, 60, 400, 160, 250, 240, 500);
    Arrays.setAll(raw, day -> raw[day] + bumps[day]);
    double[] series = MovingAverage.trailing(raw, 7);
    List<Wave> waves = Waves.segment(series, RULE);
    assertThat(waves).isNotEmpty();
    int highest = 3;
    for (int day = 3; day < 300; day++) {
      highest = series[day] > series[highest] ? day : highest;
    }
    assertThat(waves).extracting(Wave::peak).contains(highest);
    int before = -1;
    for (Wave wave : waves) {
      assertThat(wave.start()).isGreaterThan(before).isLessThanOrEqualTo(wave.peak());
      assertThat(wave.end()).isGreaterThanOrEqualTo(wave.peak());
      before = wave.end();
    }
    double[] tenfold = Arrays.stream(series).map(v -> 10 * v).toArray();
    assertThat(Waves.segment(tenfold, new WaveRule(35, 450, 0.61)))
        .extracting(Wave::peak)
        .containsExactlyElementsOf(waves.stream().map(Wave::peak).toList());
  }

  @Test
  void refusesARuleWithoutSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new WaveRule(-1, 1, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new WaveRule(35, 1, 1.5));
  }

  /** Triangles of 20 days' rise and fall: day and height of each peak. */
  private static double[] bumps(int days, int... peaks) {
    double[] series = new double[days];
    for (int i = 0; i < peaks.length; i += 2) {
      for (int day = 0; day < days; day++) {
        double share = Math.max(0, 1 - Math.abs(day - peaks[i]) / 20.0);
        series[day] = Math.max(series[day], share * peaks[i + 1]);
      }
    }
    return series;
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @Test
  void knowsNoWaveOfNothing() {
    WaveRule any = new WaveRule(0, 0, 0);
    assertThat(Waves.segment(new double[] {-9, -3, -9, -4, -9}, any)).isEmpty();
    assertThat(Waves.segment(new double[] {-9, 0, -9}, any)).isEmpty();
    // Beside a wave the negative peak is a part of it, or of no wave.
    assertThat(Waves.segment(new double[] {0, 8, 0, -5, -2, -5}, any))
        .containsExactly(new Wave(1, 1, 1, 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Waves.segment(new double[] {1, Double.POSITIVE_INFINITY, 1}, any))
        .withMessageContaining("smoothed");
  }
}
