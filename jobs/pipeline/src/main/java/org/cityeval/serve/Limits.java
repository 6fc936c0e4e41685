package org.cityeval.serve;

import java.time.Duration;

/**
 * How much one statement may take. What goes beyond ends in an error, never in an answer that is
 * cut short.
 *
 * @param rows the most an answer may have, at most {@link Integer#MAX_VALUE}
 * @param time the longest it may take from the first row asked for to the last one read
 */
public record Limits(int rows, Duration time) {}
