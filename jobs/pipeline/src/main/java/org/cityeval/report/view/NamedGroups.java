package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.report.data.ReportData;

/** The members of the groups that the config names, as many as a short table bears. */
final class NamedGroups {
  private static final int MOST_MEMBERS = 40;

  private NamedGroups() {}

  static BesideModel.Named of(ReportData data, Subjects subjects) {
    Map<String, Double> residents = new TreeMap<>();
    data.scope().districts().forEach(d -> residents.put(d.id(), orZero(d.population())));
    data.scope().cities().forEach(c -> residents.put(c.id(), orZero(c.population())));
    Map<String, List<String>> members = new TreeMap<>();
    Map<String, List<String>> of = new TreeMap<>();
    Map<String, String> titles = new TreeMap<>();
    List<String> leftOut = new ArrayList<>();
    for (String group : subjects.named()) {
      List<String> all = subjects.members(group);
      members.put(
          group,
          all.stream()
              .sorted(
                  Comparator.comparingDouble((String id) -> -residents.getOrDefault(id, 0.0))
                      .thenComparing(Comparator.naturalOrder()))
              .limit(MOST_MEMBERS)
              .toList());
      all.forEach(unit -> of.computeIfAbsent(unit, k -> new ArrayList<>()).add(group));
      titles.put(group, subjects.group(group));
      if (all.size() > MOST_MEMBERS) {
        leftOut.add(subjects.group(group) + " (" + all.size() + ")");
      }
    }
    return new BesideModel.Named(
        members,
        of,
        titles,
        leftOut.isEmpty()
            ? ""
            : "Of "
                + Wording.list(leftOut)
                + " the "
                + MOST_MEMBERS
                + " members with the most residents stand here.");
  }

  private static double orZero(Double population) {
    return population == null ? 0 : population;
  }
}
