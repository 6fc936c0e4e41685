package org.cityeval.job.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cityeval.assembly.CaseEvent;
import org.cityeval.config.lake.EventConfig;
import org.cityeval.place.District;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;

/** The days that a config declares, held against the list of districts. */
public final class DeclaredDays {
  private DeclaredDays() {}

  /**
   * The events of each district, in the order of the config.
   *
   * @throws UserProblem if a district is not on the list
   */
  public static Map<String, List<CaseEvent>> of(
      List<EventConfig> events, Iterable<District> districts) {
    Set<String> known = new TreeSet<>();
    districts.forEach(district -> known.add(district.districtId()));
    Map<String, List<CaseEvent>> declared = new TreeMap<>();
    for (int index = 0; index < events.size(); index++) {
      for (String district : events.get(index).districts()) {
        if (!known.contains(district)) {
          throw new UserProblem(
              "events[" + index + "].districts: there is no district " + district + ".",
              "An event names districts by their ids in the list of districts.",
              NearestName.find(district, known)
                  .map(near -> "Did you mean " + near + "?")
                  .orElse("Correct the id, or leave it out."));
        }
        declared.computeIfAbsent(district, id -> new ArrayList<>()).add(events.get(index).event());
      }
    }
    return declared;
  }
}
