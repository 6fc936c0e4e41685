package org.cityeval.indicator;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cityeval.series.DistrictSeries;

/**
 * An indicator of a city whose value is made from all its districts. Each district first leaves a
 * trace, in the pass grouped by district; then the traces of one city meet.
 */
public non-sealed interface PooledIndicator extends Indicator {
  /** What a district contributes; the meaning of {@link Trace#values} is the indicator's own. */
  Trace observe(DistrictSeries series, Parameters parameters);

  /**
   * The id of the indicator that leaves the trace. Several read the same days and leave the same;
   * it is then left once, by the first of them.
   */
  default String traceId() {
    return spec().id();
  }

  /** Whether the city's own series is observed beside those of its districts. */
  default boolean observesWhole() {
    return false;
  }

  /** Puts the districts of a city together. Pure, and independent of the order of its members. */
  Pooled pool(City city, Parameters parameters, Seeds seeds);

  /**
   * A district of the city.
   *
   * @param population residents; {@code NaN} where unknown
   * @param neighbours ids of the districts it touches, of other cities too
   */
  record Member(String districtId, double population, List<String> neighbours, Trace trace)
      implements Serializable {}

  /**
   * What is put together.
   *
   * @param members every district of the city, sorted by id
   * @param whole the trace of the city's own series; null unless {@link #observesWhole}
   */
  record City(List<Member> members, Trace whole) {
    public City {
      members = members.stream().sorted(Comparator.comparing(Member::districtId)).toList();
    }
  }

  /** The city's result, and each district's by id for the levels the spec names. */
  record Pooled(Result city, Map<String, Result> districts) {}

  /** Seeds by district id; the city's own under its city id. */
  interface Seeds {
    long city();

    long district(String districtId);
  }
}
