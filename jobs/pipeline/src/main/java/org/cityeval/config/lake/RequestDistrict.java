package org.cityeval.config.lake;

import java.io.Serializable;

/**
 * How a service request says which district it is from.
 *
 * @param district SQL expression that gives an id or a spelling
 * @param crosswalk name of the crosswalk its spellings go through, or null
 */
public record RequestDistrict(
    String district, String crosswalk, Mapping.UnknownDistrict unknownDistrict)
    implements Serializable {}
