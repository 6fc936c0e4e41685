package org.cityeval.indicator;

import java.io.Serializable;
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
   * Puts the districts of a city together. Pure, and independent of the order of {@code members}.
   *
   * @param members every district of the city, sorted by id
   * @param seeds gives the seed of the city's value and of each district's
   */
  Pooled pool(List<Member> members, Parameters parameters, Seeds seeds);

  /**
   * What a district leaves behind.
   *
   * @param status ok, or why it has nothing to say
   * @param n observed days
   * @param coverage share of the period's days on which every input was observed
   * @param values numbers whose layout the indicator defines
   */
  record Trace(Status status, String reason, int n, double coverage, double[] values)
      implements Serializable {}

  /** A district of the city, its residents ({@code NaN} where unknown) and its trace. */
  record Member(String districtId, double population, Trace trace) implements Serializable {}

  /** The city's result, and each district's by id for the levels the spec names. */
  record Pooled(Result city, Map<String, Result> districts) {}

  /** Seeds by district id; the city's own under its city id. */
  interface Seeds {
    long city();

    long district(String districtId);
  }
}
