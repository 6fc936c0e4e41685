package org.cityeval.config;

import java.io.Serializable;
import java.time.LocalDate;
import org.cityeval.assembly.Baseline;

/** A window of days that changes are measured against, and how it is summed up. */
public record BaselineConfig(
    LocalDate firstDay, LocalDate lastDay, Baseline.Method method, boolean prePeriod, String note)
    implements Serializable {}
