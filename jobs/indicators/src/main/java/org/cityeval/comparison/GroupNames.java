package org.cityeval.comparison;

import java.util.Set;

/** Comparison groups that are there without being declared, beside the districts of each city. */
public final class GroupNames {
  /** All cities of the evaluation. */
  public static final String CITIES = "cities";

  /** All districts of the evaluation, where it has several cities. */
  public static final String ALL = "all";

  /** A member and its nearest neighbours; only the member itself is ranked in it. */
  public static final String PEERS = "peers";

  /** Districts of one group by k-means. */
  public static final String SIMILAR = "similar";

  /** Names that a config may not give to a group of its own. */
  public static final Set<String> OWN = Set.of(CITIES, ALL, PEERS, SIMILAR);

  private GroupNames() {}
}
