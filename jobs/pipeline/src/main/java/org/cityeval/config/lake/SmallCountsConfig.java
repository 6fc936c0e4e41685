package org.cityeval.config.lake;

import java.io.Serializable;
import org.cityeval.disclosure.SmallCount;

/**
 * What is published of few persons.
 *
 * @param below the smallest count that is published, beside 0 [persons]
 * @param alreadyPublic who publishes the same counts already; null where nobody does
 */
public record SmallCountsConfig(int below, String alreadyPublic) implements Serializable {
  /** Which counts are withheld; none where they are public anyway. */
  public SmallCount limit() {
    return new SmallCount(alreadyPublic == null ? below : 0);
  }
}
