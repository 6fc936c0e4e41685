package org.cityeval.compare;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.comparison.Weighting;

/**
 * How districts and cities are compared.
 *
 * @param names name by district and city id
 * @param weightings the published judgements, efficiency first
 * @param draws draws behind each interval
 * @param level nominal coverage
 * @param seed the evaluation's seed
 */
public record ComparisonScope(
    String evaluationId,
    LocalDate asOf,
    Map<String, String> names,
    List<Weighting> weightings,
    int draws,
    double level,
    long seed)
    implements Serializable {
  public static final String EFFICIENCY = "efficiency";
  public static final String PUBLIC_VALUE = "public_value";

  /** Cities are ranked among all cities of the evaluation. */
  public static final String CITIES = "cities";
}
