package org.cityeval.config.lake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.Serializable;

/**
 * SQL expressions for what a service request says of itself; all but the first two may be null.
 *
 * @param assigned when it was assigned to who answers it
 * @param answer who answers it
 */
public record RequestFields(
    String requestId,
    String opened,
    String assigned,
    String closed,
    @JsonUnwrapped RequestAnswer answer)
    implements Serializable {}
