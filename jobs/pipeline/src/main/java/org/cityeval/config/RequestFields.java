package org.cityeval.config;

import java.io.Serializable;

/**
 * SQL expressions for what a service request says of itself; all but the first two may be null.
 *
 * @param assigned when it was assigned to who answers it
 * @param level the level of government it is answered at
 * @param channel how it came in
 * @param agencies the agencies it passed through, in order, by {@code >}
 * @param handOffs how often it was handed from one agency to another
 */
public record RequestFields(
    String requestId,
    String opened,
    String assigned,
    String closed,
    String agency,
    String level,
    String channel,
    String agencies,
    String handOffs)
    implements Serializable {}
