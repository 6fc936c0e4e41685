package org.cityeval.report.view;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

  /** The name, with its city where another district is called the same. */
  String nameAmongAll(String unitId) {
    String city = cityOfNamesake.get(unitId);
    return city == null ? name(unitId) : name(unitId) + " (" + name(city) + ")";
  }

  /** The name as the members of a group need it: those of one city need no city. */
  String nameIn(String group, String unitId) {
    return cityIds.contains(group) ? name(unitId) : nameAmongAll(unitId);
  }

  public List<ReportData.District> districts(String cityId) {
    return districts.getOrDefault(cityId, List.of());
  }

  public List<ReportData.Period> periods(String cityId) {
    return periods.getOrDefault(cityId, List.of());
  }

  /** The period of that id: of the city itself, or of the first city that has one. */
  ReportData.Period period(String cityId, String periodId) {
    return data.scope().periods().stream()
        .filter(period -> period.id().equals(periodId))
        .min(Comparator.comparingInt(p -> p.cityId().equals(cityId) ? 0 : 1))
        .orElse(null);
  }

  public String periodTitle(String cityId, String periodId) {
    ReportData.Period period = period(cityId, periodId);
    return period == null
        ? periodId
        : period.title() + ", " + Wording.span(period.first(), period.last());
  }

  /** How a comparison group is called in a title; one that the config names, by that name. */
  String group(String group) {
    if (group.equals(CITIES)) {
      return "Cities";
    }
    if (group.equals(GroupNames.ALL)) {
      return "All districts";
    }
    if (cityIds.contains(group)) {
      return "Districts of " + name(group);
    }
    String name = group.replace('_', ' ');
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** The members of a comparison group within a sentence. */
  String everyoneOf(String group) {
    return group.equals(CITIES)
        ? "the cities"
        : group.equals(GroupNames.ALL)
            ? "all districts"
            : cityIds.contains(group) ? "the districts of " + name(group) : group(group);
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

  /** Groups with more than one member: cities, all districts, named ones, districts by city. */
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
    return members.keySet().stream()
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
