package org.cityeval.report.data;

import java.util.Map;

/**
 * What a composite is made of, by indicator.
 *
 * @param scores 1 to 100
 * @param weights those above zero
 * @param aggregation arithmetic or geometric
 */
public record ScoreParts(
    Map<String, Double> scores, Map<String, Double> weights, String aggregation) {}
