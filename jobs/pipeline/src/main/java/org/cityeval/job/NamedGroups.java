package org.cityeval.job;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cityeval.config.ComparisonConfig;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.source.District;

/** The comparison groups that a config names, held against the list of districts. */
public final class NamedGroups {
  private NamedGroups() {}

  /**
   * Ids of the members by the name of the group.
   *
   * @throws UserProblem if a member is on no list, or a name is that of a city
   */
  public static Map<String, Set<String>> of(ComparisonConfig config, Iterable<District> districts) {
    Set<String> cities = new TreeSet<>();
    Set<String> known = new TreeSet<>();
    for (District district : districts) {
      cities.add(district.cityId());
      known.add(district.districtId());
    }
    known.addAll(cities);
    Map<String, Set<String>> groups = new TreeMap<>();
    config
        .groups()
        .forEach(
            (name, ids) -> {
              if (cities.contains(name)) {
                throw new UserProblem(
                    "comparison.groups." + name + ": there is a city of that id.",
                    "The districts of a city are a group by its id already.",
                    "Choose another name.");
              }
              ids.stream()
                  .filter(id -> !known.contains(id))
                  .findFirst()
                  .ifPresent(id -> refuse(name, id, known));
              groups.put(name, new TreeSet<>(ids));
            });
    return groups;
  }

  private static void refuse(String group, String id, Set<String> known) {
    throw new UserProblem(
        "comparison.groups." + group + ": there is no district or city " + id + ".",
        "A group names members by their ids in the list of districts.",
        NearestName.of(id, known)
            .map(near -> "Did you mean " + near + "?")
            .orElse("Correct the id, or leave it out."));
  }
}
