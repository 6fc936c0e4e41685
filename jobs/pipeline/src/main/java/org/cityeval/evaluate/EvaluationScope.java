package org.cityeval.evaluate;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.disclosure.SmallCount;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Seed;
import org.cityeval.series.Period;

/**
 * What is evaluated.
 *
 * @param periods the periods of every city, by city id: all its districts share them
 * @param ownWaves the periods of single districts, by district id
 * @param neighbours the districts that each district touches, by district id
 * @param parametersJson the parameters as they are stored beside each value
 * @param small which counts are withheld from what is published
 */
public record EvaluationScope(
    String evaluationId,
    LocalDate asOf,
    Map<String, List<Period>> periods,
    Map<String, List<Period>> ownWaves,
    Map<String, List<String>> neighbours,
    Parameters parameters,
    String parametersJson,
    SmallCount small)
    implements Serializable {

  /** The seed of one value. */
  long seed(String cityId, String districtId, String periodId, Indicator indicator) {
    return Seed.of(
        parameters.uncertainty().seed(), cityId, districtId, periodId, indicator.spec().id());
  }
}
