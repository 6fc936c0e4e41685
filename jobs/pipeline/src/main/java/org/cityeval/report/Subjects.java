package org.cityeval.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cityeval.comparison.GroupNames;

/** Finds names, periods and members of the data's cities and districts. */
final class Subjects {
  /** The group in which cities are compared with each other. */
  static final String CITIES = GroupNames.CITIES;

  /** In these everyone has a group of their own, or several groups share the name. */
  private static final Set<String> NOT_LISTED = Set.of(GroupNames.PEERS, GroupNames.SIMILAR);

  private final ReportData data;
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, List<ReportData.District>> districts;
  private final Map<String, List<ReportData.Period>> periods;

  Subjects(ReportData data) {
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
                java.util.Comparator.comparingInt(Subjects::kindOrder)
                    .thenComparing(ReportData.Period::first)
                    .thenComparing(ReportData.Period::id))
            .collect(
                Collectors.groupingBy(
                    ReportData.Period::cityId, TreeMap::new, Collectors.toList()));
  }

  private static int kindOrder(ReportData.Period period) {
    return List.of("span", "named", "wave").indexOf(period.kind());
  }

  String name(String unitId) {
    return names.getOrDefault(unitId, unitId);
  }

  List<ReportData.District> districts(String cityId) {
    return districts.getOrDefault(cityId, List.of());
  }

  List<ReportData.Period> periods(String cityId) {
    return periods.getOrDefault(cityId, List.of());
  }

  /** The period of that id: of the city itself, or of the first city that has one. */
  ReportData.Period period(String cityId, String periodId) {
    return data.scope().periods().stream()
        .filter(period -> period.id().equals(periodId))
        .min(java.util.Comparator.comparingInt(p -> p.cityId().equals(cityId) ? 0 : 1))
        .orElse(null);
  }

  String periodTitle(String cityId, String periodId) {
    ReportData.Period period = period(cityId, periodId);
    return period == null
        ? periodId
        : period.title() + ", " + Wording.span(period.first(), period.last());
  }

  /** How a comparison group is called in a title. */
  String group(String group) {
    if (group.equals(CITIES)) {
      return "Cities";
    }
    if (group.equals(GroupNames.ALL)) {
      return "All districts";
    }
    return isCity(group) ? "Districts of " + name(group) : "Group " + group.replace('_', ' ');
  }

  private boolean isCity(String group) {
    return data.scope().cities().stream().anyMatch(city -> city.id().equals(group));
  }

  /** Groups beside the cities and the districts of a city: all districts, and those with a name. */
  List<String> furtherGroups() {
    return groups().stream().filter(group -> !group.equals(CITIES) && !isCity(group)).toList();
  }

  /** Whether a group's members stand in one list. */
  static boolean isListed(String group) {
    return !NOT_LISTED.contains(group);
  }

  /** Weightings, efficiency first. */
  List<String> weightings() {
    Set<String> found = new LinkedHashSet<>();
    data.results().scores().stream().map(ReportData.Score::weighting).sorted().forEach(found::add);
    return List.copyOf(found);
  }

  /** Comparison groups with more than one member, in the order of the ranks, cities first. */
  List<String> groups() {
    Map<String, Set<String>> members = new LinkedHashMap<>();
    members.put(CITIES, new LinkedHashSet<>());
    data.results()
        .ranks()
        .forEach(
            s -> members.computeIfAbsent(s.group(), g -> new LinkedHashSet<>()).add(s.unitId()));
    return members.entrySet().stream()
        .filter(group -> group.getValue().size() > 1 && isListed(group.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
