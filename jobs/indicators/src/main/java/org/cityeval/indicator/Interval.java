package org.cityeval.indicator;

import java.io.Serializable;

/**
 * An interval for a value.
 *
 * @param low lower end; {@code NaN} where there is none
 * @param high upper end; {@code NaN} where there is none (a censored duration has no upper end)
 * @param level its nominal coverage, such as 0.95; {@code NaN} for the bound of a censored value
 * @param method how it was found, such as {@code day_block_bootstrap} or {@code quasi_poisson}
 */
public record Interval(double low, double high, double level, String method)
    implements Serializable {}
