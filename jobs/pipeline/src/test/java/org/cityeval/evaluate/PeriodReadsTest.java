package org.cityeval.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.cityeval.evaluate.PeriodReads.Read;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.Parameters;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

/** P1 and D1 read mobility and the risk of the day before; E4 reads enterprise activity. */
class PeriodReadsTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final int DAYS = 20;

  private static PeriodReads reads(double level) {
    Map<Quantity, double[]> values = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      double[] daily = new double[DAYS];
      for (int day = 0; day < DAYS; day++) {
        daily[day] = level * day;
      }
      values.put(quantity, daily);
    }
    return new PeriodReads(
        new DistrictSeries("c", "d", Level.DISTRICT, 1000, FIRST, DAYS, values),
        new Period("wave", "Wave", Period.Kind.WAVE, FIRST.plusDays(5), FIRST.plusDays(9)),
        Parameters.DEFAULTS);
  }

  private static Indicator indicator(String id) {
    return Indicators.find(id).orElseThrow();
  }

  @Test
  void handsTheDaysOfThePeriodWithWhatIsDeclared() {
    DistrictSeries read = reads(1).of(indicator("P1")).series();

    assertThat(read.daily(Quantity.MOBILITY_SMOOTHED)).containsExactly(5, 6, 7, 8, 9);
    assertThat(read.earlier(Quantity.RISK_LEVEL, 1)).containsExactly(4, 5, 6, 7, 8);
    assertThat(read.observes(Quantity.ENTERPRISE_SMOOTHED)).isFalse();
  }

  @Test
  void cutsOnceWhatSeveralRead() {
    PeriodReads reads = reads(1);
    Read read = reads.of(indicator("P1"));

    assertThat(reads.of(indicator("D1"))).isSameAs(read);
    assertThat(reads.of(indicator("E4"))).isNotSameAs(read);
  }

  @Test
  void tellsDaysApartByTheirHash() {
    Read read = reads(1).of(indicator("P1"));
    String hash = read.fingerprint(Double.NaN);

    assertThat(hash).hasSize(16);
    assertThat(reads(1).of(indicator("D1")).fingerprint(Double.NaN)).isEqualTo(hash);
    assertThat(reads(2).of(indicator("P1")).fingerprint(Double.NaN)).isNotEqualTo(hash);
    assertThat(reads(1).of(indicator("E4")).fingerprint(Double.NaN)).isNotEqualTo(hash);
    assertThat(read.fingerprint(0.5)).isNotIn(hash, read.fingerprint(0.25));
    assertThat(read.fingerprint(Double.NaN)).isEqualTo(hash);
  }
}
