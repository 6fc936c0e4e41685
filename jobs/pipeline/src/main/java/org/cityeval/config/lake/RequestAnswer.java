package org.cityeval.config.lake;

import java.io.Serializable;

/**
 * SQL expressions for who answers a service request, and how it got there; each may be null.
 *
 * @param agency who answers it
 * @param level the level of government it is answered at
 * @param channel how it came in
 * @param agencies the agencies it passed through, in order, by {@code >}
 * @param handOffs how often it was handed from one agency to another; where it is null and {@code
 *     agencies} is not, the steps of the path are counted
 */
public record RequestAnswer(
    String agency, String level, String channel, String agencies, String handOffs)
    implements Serializable {}
