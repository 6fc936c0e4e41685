package org.cityeval.report.view;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cityeval.comparison.GroupNames;
import org.cityeval.report.data.ReportData;

/** Finds names, periods and members of the data's cities and districts. */
public final class Subjects {
  /** The group in which cities are compared with each other. */
  public static final String CITIES = GroupNames.CITIES;

  /** In these everyone has a group of their own, or several groups share the name. */
  private static final Set<String> NOT_LISTED = Set.of(GroupNames.PEERS, GroupNames.SIMILAR);

  /** Cities whose districts are ranked on the page; of more it would be too heavy to open. */
  public static final int MOST_CITIES = 1_000;

  private final ReportData data;
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, List<ReportData.District>> districts;
  private final Map<String, List<ReportData.Period>> periods;
  private final Set<String> cityIds = new TreeSet<>();
  private final Map<String, String> cityOfNamesake = new TreeMap<>();
  private final Map<String, Set<String>> members = new TreeMap<>();
  private final List<String> groups;

  public Subjects(ReportData data) {
    this.data = data;
    data.scope().districts().forEach(d -> names.put(d.id(), Wording.named(d.name(), d.nameZh())));
    data.scope().cities().forEach(c -> names.put(c.id(), Wording.named(c.name(), c.nameZh())));
    districts =
        data.scope().districts().stream()
            .collect(
                Collectors.groupingBy(
                    ReportData.District::cityId, TreeMap::new, Collectors.toList()));
    periods =
        data.scope().periods().stream()
            .sorted(
                Comparator.comparingInt(Subjects::kindOrder)
                    .thenComparing(ReportData.Period::first)
                    .thenComparing(ReportData.Period::id))
            .collect(
                Collectors.groupingBy(
                    ReportData.Period::cityId, TreeMap::new, Collectors.toList()));
    data.scope().cities().forEach(city -> cityIds.add(city.id()));
    data.scope().districts().stream()
        .collect(Collectors.groupingBy(district -> name(district.id())))
        .values()
        .stream()
        .filter(namesakes -> namesakes.size() > 1)
        .forEach(namesakes -> namesakes.forEach(d -> cityOfNamesake.put(d.id(), d.cityId())));
    groups = listGroups();
  }

  private static int kindOrder(ReportData.Period period) {
    return List.of("span", "named", "wave").indexOf(period.kind());
  }

  public String name(String unitId) {
    return names.getOrDefault(unitId, unitId);
  }

  /** Whether another district is called the same. */
  boolean hasNamesake(String unitId) {
    return cityOfNamesake.containsKey(unitId);
  }

  public List<ReportData.District> districts(String cityId) {
    return districts.getOrDefault(cityId, List.of());
  }

  public List<ReportData.Period> periods(String cityId) {
    return periods.getOrDefault(cityId, List.of());
  }

  /** Groups beside the cities and the districts of a city: all districts, and those with a name. */
  List<String> furtherGroups() {
    return groups.stream().filter(g -> !g.equals(CITIES) && !cityIds.contains(g)).toList();
  }

  /** The groups that the config names. */
  List<String> named() {
    return furtherGroups().stream().filter(group -> !group.equals(GroupNames.ALL)).toList();
  }

  /** The members of a group, ranked or not. */
  List<String> members(String group) {
    return List.copyOf(members.getOrDefault(group, new TreeSet<>()));
  }

  /** Whether a group's members stand in one list. */
  static boolean isListed(String group) {
    return !NOT_LISTED.contains(group);
  }

  /** Weightings, efficiency first. */
  public List<String> weightings() {
    Set<String> found = new LinkedHashSet<>();
    data.results().scores().stream().map(ReportData.Score::weighting).sorted().forEach(found::add);
    return List.copyOf(found);
  }

  /**
   * Groups with more than one member: cities, all districts, named ones, and the districts of each
   * city, if it is one of the {@link #MOST_CITIES} with the most residents.
   */
  List<String> groups() {
    return groups;
  }

  private List<String> listGroups() {
    Map<String, Set<String>> ranked = new TreeMap<>();
    for (ReportData.Rank rank : data.results().ranks()) {
      if (isListed(rank.group())) {
        members.computeIfAbsent(rank.group(), g -> new TreeSet<>()).add(rank.unitId());
        if (rank.place().rank() != null) {
          ranked.computeIfAbsent(rank.group(), g -> new TreeSet<>()).add(rank.unitId());
        }
      }
    }
    // Where hardly anyone of a city can be ranked its page says so; a further group is left out.
    Set<String> cities = Set.copyOf(data.scope().largestCities(MOST_CITIES));
    return members.keySet().stream()
        .filter(g -> cities.contains(g) || !cityIds.contains(g))
        .filter(g -> (isPlain(g) ? members : ranked).getOrDefault(g, Set.of()).size() > 1)
        .sorted(Comparator.comparingInt(this::order).thenComparing(g -> g))
        .toList();
  }

  private boolean isPlain(String group) {
    return group.equals(CITIES) || cityIds.contains(group);
  }

  private int order(String group) {
    return group.equals(CITIES)
        ? 0
        : cityIds.contains(group) ? 3 : group.equals(GroupNames.ALL) ? 1 : 2;
  }
}
