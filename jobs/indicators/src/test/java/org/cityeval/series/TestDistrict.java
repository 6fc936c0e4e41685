package org.cityeval.series;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.cityeval.numeric.timeseries.Gaps;

/** Lays out a district day by day, for tests. What is not set is not observed. */
public final class TestDistrict {
  /** The first day of every test district. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 22);

  private final int days;
  private final Map<Quantity, double[]> values = new EnumMap<>(Quantity.class);
  private String districtId = "a";
  private double population = 1000;

  private TestDistrict(int days) {
    this.days = days;
  }

  public static TestDistrict ofDays(int days) {
    return new TestDistrict(days);
  }

  public TestDistrict id(String id) {
    districtId = id;
    return this;
  }

  public TestDistrict population(double residents) {
    population = residents;
    return this;
  }

  /** Sets one value on all days. */
  public TestDistrict with(Quantity quantity, double value) {
    return with(quantity, 0, days - 1, value);
  }

  /** Sets one value on days {@code first} to {@code last}, both included; day 0 is the first. */
  public TestDistrict with(Quantity quantity, int first, int last, double value) {
    Arrays.fill(daily(quantity), first, last + 1, value);
    return this;
  }

  /** Sets all days of a quantity. */
  public TestDistrict daily(Quantity quantity, double... daily) {
    values.put(quantity, daily.clone());
    return this;
  }

  /** Sets enterprise activity from its level in percent of the baseline. */
  public TestDistrict activity(double... percent) {
    return daily(
        Quantity.ENTERPRISE_SMOOTHED, Arrays.stream(percent).map(q -> q / 100 - 1).toArray());
  }

  private void bridge(Quantity smoothed, Quantity bridged) {
    if (values.containsKey(smoothed)) {
      values.put(bridged, Gaps.interpolate(values.get(smoothed), 3));
    }
  }

  private double[] daily(Quantity quantity) {
    return values.computeIfAbsent(
        quantity,
        absent -> {
          double[] unobserved = new double[days];
          Arrays.fill(unobserved, Double.NaN);
          return unobserved;
        });
  }

  /** Gaps of up to three days are bridged, as the panel does by default. */
  public DistrictSeries build() {
    bridge(Quantity.NEW_CASES_SMOOTHED, Quantity.NEW_CASES_BRIDGED);
    bridge(Quantity.ENTERPRISE_SMOOTHED, Quantity.ENTERPRISE_BRIDGED);
    return new DistrictSeries(
        "city", districtId, Level.DISTRICT, population, FIRST_DAY, days, values);
  }
}
