package org.cityeval.evaluate;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.indicator.Parameters;
import org.cityeval.series.Period;

/**
 * What is evaluated.
 *
 * @param periods the periods of every city, by city id
 * @param parametersJson the parameters as they are stored beside each value
 */
public record EvaluationScope(
    String evaluationId,
    LocalDate asOf,
    Map<String, List<Period>> periods,
    Parameters parameters,
    String parametersJson)
    implements Serializable {}
