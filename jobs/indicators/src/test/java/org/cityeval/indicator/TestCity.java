package org.cityeval.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.indicator.PooledIndicator.Member;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.PooledIndicator.Seeds;
import org.cityeval.series.DistrictSeries;

/** Evaluates an indicator as the pipeline does, for tests. */
public final class TestCity {
  /** The key of the city's own result. */
  public static final String CITY = "city";

  private TestCity() {}

  public static Pooled pool(
      PooledIndicator indicator, Parameters parameters, DistrictSeries... districts) {
    return pool(indicator, parameters, Arrays.asList(districts));
  }

  public static Pooled pool(
      PooledIndicator indicator, Parameters parameters, List<DistrictSeries> districts) {
    List<Member> members = new ArrayList<>();
    for (DistrictSeries district : districts) {
      members.add(
          new Member(
              district.districtId(),
              district.population(),
              indicator.observe(district, parameters)));
    }
    return indicator.pool(
        members,
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

  /** Every result of an indicator by district id, a pooled one's city too. */
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
    }
    return results;
  }

  private static long seed(Indicator indicator, Parameters parameters, String id) {
    return Seed.of(parameters.uncertainty().seed(), "city", id, "span", indicator.spec().id());
  }
}
