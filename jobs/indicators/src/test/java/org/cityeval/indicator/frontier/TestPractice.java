package org.cityeval.indicator.frontier;

import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cityeval.indicator.FrontierIndicator;
import org.cityeval.indicator.FrontierIndicator.Entry;
import org.cityeval.indicator.FrontierIndicator.Subject;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Seed;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.series.TestDistrict;

/**
 * Ten districts of 100,000 residents, made up, in up to three waves of 20 days each. A wave has one
 * fall of mobility, one share of activity kept and one number of cases a day throughout.
 */
public final class TestPractice {
  public static final int WAVE_DAYS = 20;

  public static final String CITY = "city";

  public static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

  public static final Parameters PARAMETERS =
      Parameters.DEFAULTS.with(new Parameters.Uncertainty(0.95, 200, 0));

  /** By wave and district: mobility loss, activity kept, cases per 100,000 and day. */
  private static final double[][][] PRACTICES = {
    {
      {.50, .60, 2}, {.30, .70, 5}, {.20, .85, 12}, {.40, .65, 4}, {.35, .80, 8},
      {.60, .55, 1}, {.45, .75, 3}, {.25, .60, 10}, {.10, .90, 20}, {.55, .50, 6}
    },
    {
      {.40, .70, 3}, {.30, .75, 4}, {.25, .80, 15}, {.30, .70, 6}, {.35, .85, 6},
      {.50, .65, 2}, {.45, .70, 5}, {.20, .65, 8}, {.15, .95, 16}, {.50, .60, 9}
    },
    {
      {.30, .80, 4}, {.25, .80, 5}, {.20, .90, 10}, {.35, .60, 8}, {.30, .90, 7},
      {.40, .75, 1}, {.40, .80, 2}, {.15, .70, 9}, {.10, .95, 12}, {.45, .70, 7}
    }
  };

  private TestPractice() {}

  /** The ten over so many waves. */
  public static List<DistrictSeries> districts(int waves) {
    List<DistrictSeries> districts = new ArrayList<>();
    for (int i = 0; i < IDS.size(); i++) {
      districts.add(district(IDS.get(i), i, waves, 1).build());
    }
    return districts;
  }

  /** A district that does in each wave as the one of that place does, with so many times people. */
  public static TestDistrict district(String id, int place, int waves, double times) {
    TestDistrict district =
        TestDistrict.ofDays(waves * WAVE_DAYS).id(id).population(times * 100_000);
    for (int wave = 0; wave < waves; wave++) {
      double[] practice = PRACTICES[wave][place];
      int first = wave * WAVE_DAYS;
      int last = first + WAVE_DAYS - 1;
      district
          .with(MOBILITY_SMOOTHED, first, last, -practice[0])
          .with(ENTERPRISE_SMOOTHED, first, last, practice[1] - 1)
          .with(NEW_CASES_ADJUSTED, first, last, times * practice[2]);
    }
    return district;
  }

  /** The results of the districts, over the span and each wave. */
  public static Map<Subject, Result> judge(
      FrontierIndicator indicator, List<DistrictSeries> districts) {
    return judge(indicator, entries(indicator, Level.DISTRICT, districts), PARAMETERS);
  }

  public static Map<Subject, Result> judge(
      FrontierIndicator indicator, List<Entry> entries, Parameters parameters) {
    return indicator.judge(
        entries,
        parameters,
        subject ->
            Seed.of(
                parameters.uncertainty().seed(),
                subject.cityId(),
                subject.districtId(),
                subject.periodId()));
  }

  /** What each leaves, over the span and each wave; a city stands for itself. */
  public static List<Entry> entries(
      FrontierIndicator indicator, Level level, List<DistrictSeries> districts) {
    List<Entry> entries = new ArrayList<>();
    for (DistrictSeries district : districts) {
      entries.add(entry(indicator, level, district, "span", Period.Kind.SPAN, 0, district.days()));
      for (int wave = 0; wave < district.days() / WAVE_DAYS; wave++) {
        entries.add(
            entry(
                indicator,
                level,
                district,
                "wave-" + (wave + 1),
                Period.Kind.WAVE,
                wave * WAVE_DAYS,
                WAVE_DAYS));
      }
    }
    return entries;
  }

  private static Entry entry(
      FrontierIndicator indicator,
      Level level,
      DistrictSeries district,
      String id,
      Period.Kind kind,
      int first,
      int days) {
    Period period =
        new Period(
            id,
            id,
            kind,
            TestDistrict.FIRST_DAY.plusDays(first),
            TestDistrict.FIRST_DAY.plusDays(first + days - 1L));
    String cityId = level == Level.CITY ? district.districtId() : CITY;
    return new Entry(
        new Subject(cityId, district.districtId(), level, id),
        kind,
        indicator.observe(district.during(period), PARAMETERS));
  }

  /** Who a result of a district is about. */
  public static Subject subject(String districtId, String periodId) {
    return new Subject(CITY, districtId, Level.DISTRICT, periodId);
  }

  /** Values in the order of the ten. */
  public static double[] values(Map<Subject, Result> results, String periodId) {
    return IDS.stream().mapToDouble(id -> results.get(subject(id, periodId)).value()).toArray();
  }

  /** Parts in the order of the ten. */
  public static double[] parts(Map<Subject, Result> results, String periodId, String name) {
    return IDS.stream()
        .mapToDouble(id -> (double) results.get(subject(id, periodId)).parts().get(name))
        .toArray();
  }
}
