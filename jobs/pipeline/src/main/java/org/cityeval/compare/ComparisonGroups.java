package org.cityeval.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cityeval.comparison.GroupNames;
import org.cityeval.comparison.Panel;
import org.cityeval.series.Level;

/** Who is ranked among whom. */
final class ComparisonGroups {
  private final ComparisonScope scope;
  private final Level level;
  private final Panel panel;
  private final List<Member> members;

  /**
   * A group.
   *
   * @param members numbers of the panel's units, in order
   * @param subject the one member that is ranked in it; below zero if all are
   */
  record Group(String id, int[] members, int subject) {
    static final int EVERYONE = -1;

    boolean ranks(int unit) {
      return subject == EVERYONE || subject == unit;
    }
  }

  ComparisonGroups(ComparisonScope scope, Level level, Panel panel, List<Member> members) {
    this.scope = scope;
    this.level = level;
    this.panel = panel;
    this.members = members;
  }

  /** In each of these nobody else's members are: the districts of every city, or the cities. */
  List<Group> apart() {
    List<Group> groups = new ArrayList<>();
    if (level == Level.CITY) {
      groups.add(new Group(GroupNames.CITIES, everyone(), Group.EVERYONE));
    } else {
      panel.byCity().forEach((city, of) -> groups.add(new Group(city, of, Group.EVERYONE)));
    }
    return groups;
  }

  List<Group> all() {
    List<Group> groups = apart();
    if (level == Level.DISTRICT && groups.size() > 1) {
      groups.add(new Group(GroupNames.ALL, everyone(), Group.EVERYONE));
    }
    chosen(groups);
    similar(groups);
    peers(groups);
    return groups;
  }

  private int[] everyone() {
    return IntStream.range(0, panel.units().size()).toArray();
  }

  private void chosen(List<Group> groups) {
    for (ComparisonScope.NamedGroup named : scope.groups()) {
      int[] chosen =
          IntStream.range(0, panel.units().size())
              .filter(unit -> named.members().contains(panel.units().get(unit).unitId()))
              .toArray();
      if (named.level() == level && chosen.length > 0) {
        groups.add(new Group(named.name(), chosen, Group.EVERYONE));
      }
    }
  }

  private void similar(List<Group> groups) {
    Map<Integer, TreeSet<Integer>> alike = new TreeMap<>();
    for (int unit = 0; unit < members.size(); unit++) {
      if (members.get(unit).group() > 0) {
        alike.computeIfAbsent(members.get(unit).group(), k -> new TreeSet<>()).add(unit);
      }
    }
    alike
        .values()
        .forEach(
            of ->
                groups.add(
                    new Group(
                        GroupNames.SIMILAR,
                        of.stream().mapToInt(Integer::intValue).toArray(),
                        Group.EVERYONE)));
  }

  /** A peer without a single value to compare is none. */
  private void peers(List<Group> groups) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int unit = 0; unit < members.size(); unit++) {
      numbers.put(panel.units().get(unit).unitId(), unit);
    }
    for (int unit = 0; unit < members.size(); unit++) {
      int[] nearest =
          members.get(unit).peers().stream()
              .filter(numbers::containsKey)
              .mapToInt(numbers::get)
              .toArray();
      if (nearest.length > 0) {
        int[] all = IntStream.concat(IntStream.of(unit), IntStream.of(nearest)).sorted().toArray();
        groups.add(new Group(GroupNames.PEERS, all, unit));
      }
    }
  }
}
