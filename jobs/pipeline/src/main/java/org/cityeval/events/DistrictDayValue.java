package org.cityeval.events;

import java.time.LocalDate;

/**
 * The aggregate of a district's events on one day.
 *
 * @param asOf the day of publication that the events name, or null
 * @param records events behind the value
 */
public record DistrictDayValue(
    String cityId,
    String districtId,
    LocalDate date,
    LocalDate asOf,
    String measure,
    double value,
    long records)
    implements EventResult {}
