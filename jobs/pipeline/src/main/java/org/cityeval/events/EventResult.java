package org.cityeval.events;

import java.io.Serializable;

/** What one scan of events finds. */
public sealed interface EventResult extends Serializable permits FileCounts, DistrictDayValue {}
