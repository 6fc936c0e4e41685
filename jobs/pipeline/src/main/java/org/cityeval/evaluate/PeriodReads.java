package org.cityeval.evaluate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Parameters;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;

/**
 * What the indicators read of one series over one period. Many read the same. They are given the
 * same days, which are cut and hashed once.
 */
final class PeriodReads {
  private final DistrictSeries all;
  private final Period period;
  private final Parameters parameters;
  private final Map<Key, Read> reads = new HashMap<>();

  private record Key(int leadDays, Set<Quantity> quantities) {}

  PeriodReads(DistrictSeries all, Period period, Parameters parameters) {
    this.all = all;
    this.period = period;
    this.parameters = parameters;
  }

  /** The days of the period, with the declared quantities: an undeclared read finds nothing. */
  Read of(Indicator indicator) {
    int lead = indicator.spec().leadIn().days(parameters);
    Set<Quantity> quantities = indicator.spec().reads();
    return reads.computeIfAbsent(
        new Key(lead, quantities),
        key -> new Read(all.only(quantities).during(period, lead), period));
  }

  /** Days of a series that are read. */
  static final class Read {
    private final DistrictSeries series;
    private final Period period;
    private final Map<Double, String> fingerprints = new HashMap<>();

    private Read(DistrictSeries series, Period period) {
      this.series = series;
      this.period = period;
    }

    DistrictSeries series() {
      return series;
    }

    /**
     * Hash of whose days these are and of all that is known on them.
     *
     * @param covered as {@link CoveredShare#of} gives it
     */
    String fingerprint(double covered) {
      return fingerprints.computeIfAbsent(covered, this::hash);
    }

    private String hash(double covered) {
      Fingerprint fingerprint =
          new Fingerprint()
              .add(series.cityId())
              .add(series.districtId())
              .add(period.periodId())
              .add(period.firstDay().toString())
              .add((double) series.leadDays())
              .add(series.population());
      DistrictSeries days = series.withLead();
      for (Quantity quantity : Quantity.values()) {
        if (days.observes(quantity)) {
          fingerprint.add(quantity.column()).add(days.daily(quantity));
        }
      }
      return Double.isNaN(covered) ? fingerprint.hex() : fingerprint.add(covered).hex();
    }
  }
}
