package org.cityeval.config.lake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.Serializable;
import java.util.OptionalInt;

/**
 * Which spellings stand for which district: a list at a location, or, where the location is
 * nowhere, the ids of the districts themselves.
 *
 * @param spelling expression for a spelling or an array of them
 * @param validFrom expression for the first day; null is ever since
 * @param validTo expression for the last day, included; null is ever after
 * @param numericWidth length of codes of digits whose leading zeros may be lost; null if none
 */
public record CrosswalkConfig(
    @JsonUnwrapped Location location,
    String spelling,
    String districtId,
    String validFrom,
    String validTo,
    Integer numericWidth,
    String codeSystem)
    implements Serializable {

  /** Whether the spellings are a list of their own. */
  public boolean isListed() {
    return location.path() != null || location.table() != null;
  }

  /** Length of codes of digits, where one is declared. */
  public OptionalInt width() {
    return numericWidth == null ? OptionalInt.empty() : OptionalInt.of(numericWidth);
  }
}
