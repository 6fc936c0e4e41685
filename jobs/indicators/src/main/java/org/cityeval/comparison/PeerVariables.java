package org.cityeval.comparison;

import java.util.Set;

/** What peers may be found by without a column of the list of districts that says so. */
public final class PeerVariables {
  /** Residents. */
  public static final String POPULATION = "population";

  /** Residents per square kilometre. */
  public static final String DENSITY = "density";

  /** Cases per 100,000 residents in the first {@link #EARLY_DAYS} days from the first case on. */
  public static final String EARLY_INCIDENCE = "early_incidence";

  /** Before much that was done can have shown in the cases: exposure, not performance. */
  public static final int EARLY_DAYS = 14;

  public static final Set<String> OWN = Set.of(POPULATION, DENSITY, EARLY_INCIDENCE);

  private PeerVariables() {}
}
