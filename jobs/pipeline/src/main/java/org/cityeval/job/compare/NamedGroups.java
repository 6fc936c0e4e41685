package org.cityeval.job.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cityeval.compare.ComparisonScope.NamedGroup;
import org.cityeval.config.ComparisonConfig;
import org.cityeval.place.District;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Level;

/** The comparison groups that a config names, held against the list of districts. */
public final class NamedGroups {
  private final Set<String> districts = new TreeSet<>();
  private final Set<String> cities = new TreeSet<>();

  private NamedGroups(Iterable<District> list) {
    for (District district : list) {
      districts.add(district.districtId());
      cities.add(district.cityId());
    }
  }

  /**
   * The groups, sorted by name. One whose ids are all those of districts is of districts, though
   * cities may have the same ids.
   *
   * @throws UserProblem if a member is on no list, members are of both levels, or a name is that of
   *     a city
   */
  public static List<NamedGroup> read(ComparisonConfig config, Iterable<District> districts) {
    NamedGroups lists = new NamedGroups(districts);
    List<NamedGroup> groups = new ArrayList<>();
    new TreeMap<>(config.groups()).forEach((name, ids) -> groups.add(lists.group(name, ids)));
    return groups;
  }

  private NamedGroup group(String name, Collection<String> ids) {
    String key = "comparison.groups." + name + ": ";
    if (cities.contains(name)) {
      throw new UserProblem(
          key + "there is a city of that id.",
          "The districts of a city are a group by its id already.",
          "Choose another name.");
    }
    ids.stream()
        .filter(id -> !districts.contains(id) && !cities.contains(id))
        .findFirst()
        .ifPresent(id -> refuse(key, id));
    if (districts.containsAll(ids)) {
      return new NamedGroup(name, Level.DISTRICT, new TreeSet<>(ids));
    }
    if (cities.containsAll(ids)) {
      return new NamedGroup(name, Level.CITY, new TreeSet<>(ids));
    }
    String city = ids.stream().filter(id -> !districts.contains(id)).findFirst().orElseThrow();
    String district = ids.stream().filter(id -> !cities.contains(id)).findFirst().orElseThrow();
    throw new UserProblem(
        key + city + " is a city and " + district + " is a district.",
        "Districts are ranked among districts, cities among cities.",
        "Make two groups of it.");
  }

  private void refuse(String key, String id) {
    Set<String> known = new TreeSet<>(districts);
    known.addAll(cities);
    throw new UserProblem(
        key + "there is no district or city " + id + ".",
        "A group names members by their ids in the list of districts.",
        NearestName.find(id, known)
            .map(near -> "Did you mean " + near + "?")
            .orElse("Correct the id, or leave it out."));
  }
}
