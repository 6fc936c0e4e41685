package org.cityeval.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

/** E4 reads levels of enterprise activity alone: the smoothed, and that with its gaps bridged. */
class CoveredShareTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final Indicator E4 = Indicators.find("E4").orElseThrow();

  private static double share(Level level, double[] activity, double[] covered) {
    DistrictSeries days =
        new DistrictSeries(
            "c",
            "c",
            level,
            1000,
            FIRST,
            activity.length,
            Map.of(
                Quantity.ENTERPRISE_SMOOTHED,
                activity,
                Quantity.ENTERPRISE_BRIDGED,
                activity,
                Quantity.ENTERPRISE_COVERED_SHARE,
                covered));
    return CoveredShare.of(
        E4,
        days,
        new Period("span", "Span", Period.Kind.SPAN, FIRST, FIRST.plusDays(activity.length - 1)));
  }

  @Test
  void isTheMeanOverTheDaysThatAreKnown() {
    double share =
        share(
            Level.CITY,
            new double[] {-0.1, Double.NaN, -0.2, -0.3},
            new double[] {1, 0.1, 0.9, 0.8});

    assertThat(share).isCloseTo(0.9, Offset.offset(1e-12));
  }

  @Test
  void isNotToldWhereEverybodyIsCovered() {
    assertThat(share(Level.CITY, new double[] {-0.1, -0.2}, new double[] {1, 1})).isNaN();
  }

  @Test
  void isNotToldOfADistrict() {
    assertThat(share(Level.DISTRICT, new double[] {-0.1, -0.2}, new double[] {0.5, 0.5})).isNaN();
  }
}
