package org.cityeval.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.indicator.FrontierIndicator.Entry;
import org.cityeval.indicator.FrontierIndicator.Subject;
import org.cityeval.indicator.PooledIndicator.City;
import org.cityeval.indicator.PooledIndicator.Member;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.PooledIndicator.Seeds;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.cityeval.series.Unit;

/** Evaluates an indicator as the pipeline does, for tests. */
public final class TestCity {
  /** The key of the city's own result. */
  public static final String CITY = "city";

  private TestCity() {}

  public static Pooled pool(
      PooledIndicator indicator, Parameters parameters, DistrictSeries... districts) {
    return pool(indicator, parameters, Arrays.asList(districts));
  }

  /** The districts stand in a row by id: each touches the one before and the one after it. */
  public static Pooled pool(
      PooledIndicator indicator, Parameters parameters, List<DistrictSeries> districts) {
    List<String> row = districts.stream().map(DistrictSeries::districtId).sorted().toList();
    Map<String, List<String>> borders = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      List<String> neighbours = new ArrayList<>();
      if (i > 0) {
        neighbours.add(row.get(i - 1));
      }
      if (i + 1 < row.size()) {
        neighbours.add(row.get(i + 1));
      }
      borders.put(row.get(i), neighbours);
    }
    return pool(indicator, parameters, borders, districts);
  }

  /** The neighbours of each district are given; one that is left out has none. */
  public static Pooled pool(
      PooledIndicator indicator,
      Parameters parameters,
      Map<String, List<String>> borders,
      List<DistrictSeries> districts) {
    List<DistrictSeries> row =
        districts.stream().sorted(Comparator.comparing(DistrictSeries::districtId)).toList();
    List<Member> members = new ArrayList<>();
    for (DistrictSeries district : row) {
      members.add(
          new Member(
              district.districtId(),
              district.population(),
              borders.getOrDefault(district.districtId(), List.of()),
              indicator.observe(district, parameters)));
    }
    Trace whole = indicator.observesWhole() ? indicator.observe(whole(row), parameters) : null;
    return indicator.pool(
        new City(members, whole),
        parameters,
        new Seeds() {
          @Override
          public long city() {
            return seed(indicator, parameters, CITY);
          }

          @Override
          public long district(String districtId) {
            return seed(indicator, parameters, districtId);
          }
        });
  }

  /** Every result of an indicator by district id, the city's own too where there is one. */
  public static Map<String, Result> evaluate(
      Indicator indicator, Parameters parameters, List<DistrictSeries> districts) {
    Map<String, Result> results = new LinkedHashMap<>();
    if (indicator instanceof PooledIndicator pooled) {
      Pooled city = pool(pooled, parameters, districts);
      results.put(CITY, city.city());
      results.putAll(city.districts());
    } else if (indicator instanceof SeriesIndicator series) {
      for (DistrictSeries district : districts) {
        long seed = seed(indicator, parameters, district.districtId());
        results.put(district.districtId(), series.evaluate(district, parameters, seed));
      }
    } else if (indicator instanceof FrontierIndicator frontier) {
      frontier
          .judge(
              entries(frontier, parameters, districts),
              parameters,
              subject -> seed(indicator, parameters, subject.districtId()))
          .forEach(
              (subject, result) -> {
                if (subject.periodId().equals("span")) {
                  results.put(subject.districtId(), result);
                }
              });
    }
    return results;
  }

  /** Every district over the span, and over its halves as two waves. */
  private static List<Entry> entries(
      FrontierIndicator frontier, Parameters parameters, List<DistrictSeries> districts) {
    List<Entry> entries = new ArrayList<>();
    for (DistrictSeries district : districts) {
      LocalDate first = district.firstDay();
      int days = Math.max(2, district.days());
      LocalDate middle = first.plusDays(days / 2);
      LocalDate last = first.plusDays(days - 1L);
      for (Period period :
          List.of(
              new Period("span", "", Period.Kind.SPAN, first, last),
              new Period("wave-1", "", Period.Kind.WAVE, first, middle.minusDays(1)),
              new Period("wave-2", "", Period.Kind.WAVE, middle, last))) {
        entries.add(
            new Entry(
                new Subject(CITY, district.districtId(), Level.DISTRICT, period.periodId()),
                period.kind(),
                frontier.observe(district.during(period), parameters)));
      }
    }
    return entries;
  }

  /** The city's own series: counts add up, all else is the mean of what is observed. */
  private static DistrictSeries whole(List<DistrictSeries> districts) {
    DistrictSeries first = districts.get(0);
    Map<Quantity, double[]> values = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      double[] daily = new double[first.days()];
      for (int day = 0; day < daily.length; day++) {
        double sum = 0;
        int observed = 0;
        for (DistrictSeries district : districts) {
          double value = district.daily(quantity)[day];
          sum += Double.isNaN(value) ? 0 : value;
          observed += Double.isNaN(value) ? 0 : 1;
        }
        boolean adds = quantity.unit() == Unit.PERSONS;
        daily[day] = observed == 0 ? Double.NaN : adds ? sum : sum / observed;
      }
      values.put(quantity, daily);
    }
    return new DistrictSeries(
        CITY,
        CITY,
        Level.CITY,
        districts.stream().mapToDouble(DistrictSeries::population).sum(),
        first.firstDay(),
        first.days(),
        values);
  }

  private static long seed(Indicator indicator, Parameters parameters, String id) {
    return Seed.of(parameters.uncertainty().seed(), "city", id, "span", indicator.spec().id());
  }
}
