package org.cityeval.revision;

import java.util.ArrayList;
import java.util.List;
import org.cityeval.config.load.ConfigChanges;
import org.cityeval.config.load.ConfigChanges.Reach;
import org.cityeval.warehouse.Publication;

/**
 * Why a row differs, derived from what is stored beside it: its method version, its parameters, the
 * hash of its data. What a hash cannot tell apart, the sources and the config do: of data that
 * differ, whichever of the two changed is named, both if both did. All indicators are handed all
 * parameters, so where data and parameters changed both stand there, though the indicator may read
 * none of those that changed. Equal inputs give equal rows, so what is left is the code, or the
 * list of districts.
 *
 * @param data whether a source says otherwise
 * @param input whether the config gives the indicators other days: sources, panel, districts, span
 * @param parameters whether it tells the indicators other thresholds
 * @param comparison whether it scores and ranks otherwise
 */
public record CauseRule(boolean data, boolean input, boolean parameters, boolean comparison) {

  /** What two publications were made from that differs. */
  public static CauseRule between(Publication a, Publication b) {
    List<Reach> reaches =
        ConfigChanges.between(a.config(), b.config()).stream()
            .map(ConfigChanges.Change::reach)
            .toList();
    return new CauseRule(
        !a.sourceVersions().equals(b.sourceVersions()),
        reaches.contains(Reach.INPUT),
        reaches.contains(Reach.PARAMETERS),
        reaches.contains(Reach.COMPARISON));
  }

  /** Of a value in both: what of it differs. */
  public List<Cause> ofValue(boolean dataDiffer, boolean parametersDiffer, boolean methodDiffers) {
    List<Cause> causes = dataDiffer ? ofData() : new ArrayList<>();
    add(causes, parametersDiffer, Cause.PARAMETERS);
    add(causes, methodDiffers, Cause.METHOD);
    return orCode(causes);
  }

  /** Of a row that only one of the two has: nothing is there to compare it with. */
  public List<Cause> ofPresence() {
    List<Cause> causes = ofData();
    add(causes, parameters, Cause.PARAMETERS);
    return orCode(causes);
  }

  /** Of a rank that only one of the two has: so it is if a group was named, or peers, too. */
  public List<Cause> ofRankPresence() {
    List<Cause> causes = ofData();
    add(causes, parameters, Cause.PARAMETERS);
    add(causes, comparison, Cause.COMPARISON);
    return orCode(causes);
  }

  /** Of a rank in both: whether values of its level and period, or how it is compared, differ. */
  public List<Cause> ofRank(boolean valuesDiffer, boolean comparedOtherwise) {
    List<Cause> causes = new ArrayList<>();
    add(causes, valuesDiffer, Cause.VALUES);
    add(causes, comparedOtherwise && comparison, Cause.COMPARISON);
    return orCode(causes);
  }

  private List<Cause> ofData() {
    List<Cause> causes = new ArrayList<>();
    add(causes, data, Cause.DATA);
    add(causes, input, Cause.INPUT);
    return causes;
  }

  private static void add(List<Cause> causes, boolean applies, Cause cause) {
    if (applies) {
      causes.add(cause);
    }
  }

  private static List<Cause> orCode(List<Cause> causes) {
    return causes.isEmpty() ? List.of(Cause.CODE) : List.copyOf(causes);
  }
}
