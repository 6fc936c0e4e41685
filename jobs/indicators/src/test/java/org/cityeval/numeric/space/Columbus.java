package org.cityeval.numeric.space;

import java.util.List;
import org.cityeval.numeric.ReferenceData;

/** Crime in the 49 districts of Columbus (Anselin 1988), and which districts touch. */
final class Columbus {
  static final double[] CRIME = ReferenceData.column("moran_columbus_oldcol.csv", 1);
  static final Neighbours NEIGHBOURS = neighbours();

  private Columbus() {}

  private static Neighbours neighbours() {
    List<double[]> rows = ReferenceData.rows("moran_columbus_oldcol_neighbours.csv");
    return Neighbours.ofLinks(
        CRIME.length,
        rows.stream().mapToInt(row -> (int) row[0] - 1).toArray(),
        rows.stream().mapToInt(row -> (int) row[1] - 1).toArray());
  }
}
