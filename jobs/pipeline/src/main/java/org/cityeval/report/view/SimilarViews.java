package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cityeval.report.data.BesideData;
import org.cityeval.report.data.ReportData;

/** Where members lie by what peers are found by, and which of them k-means put together. */
final class SimilarViews {
  private final Subjects subjects;
  private final List<BesideData.Similar> similar;
  private final List<String> variables;

  SimilarViews(ReportData data, Subjects subjects) {
    this.subjects = subjects;
    this.similar = data.results().beside().similar();
    Set<String> names = new TreeSet<>();
    similar.forEach(member -> names.addAll(member.standardised().keySet()));
    this.variables = List.copyOf(names);
  }

  List<String> columns() {
    List<String> columns =
        new ArrayList<>(List.of("Name", "Peer group", "First component", "Second component"));
    variables.forEach(
        variable -> columns.add(variable.replace('_', ' ') + ", in standard deviations"));
    return columns;
  }

  /** A map of each level, of the given units. */
  Map<String, BesideModel.Scatter> maps(Set<String> units) {
    Map<String, List<BesideData.Similar>> byLevel = new TreeMap<>();
    similar.forEach(m -> byLevel.computeIfAbsent(m.level(), k -> new ArrayList<>()).add(m));
    Map<String, BesideModel.Scatter> maps = new TreeMap<>();
    byLevel.forEach(
        (level, members) -> {
          List<BesideData.Similar> drawn =
              members.stream()
                  .filter(member -> units.contains(member.unitId()))
                  .filter(m -> m.first().place() != null && m.second().place() != null)
                  .toList();
          if (!drawn.isEmpty()) {
            maps.put(level, map(members, drawn));
          }
        });
    return maps;
  }

  private BesideModel.Scatter map(
      List<BesideData.Similar> members, List<BesideData.Similar> drawn) {
    Map<Integer, Integer> sizes = new TreeMap<>();
    members.stream()
        .map(BesideData.Similar::group)
        .filter(Objects::nonNull)
        .forEach(group -> sizes.merge(group, 1, Integer::sum));
    BesideData.Similar any = drawn.get(0);
    return new BesideModel.Scatter(
        "Who is like whom by "
            + Wording.list(variables.stream().map(v -> v.replace('_', ' ')).toList()),
        axis("first", any.first().share()),
        axis("second", any.second().share()),
        drawn.stream().map(member -> dot(member, sizes)).toList());
  }

  private static String axis(String which, Double share) {
    return which
        + " principal component"
        + (share == null ? "" : ", " + Wording.percent(share) + " of the variance");
  }

  private BesideModel.Dot dot(BesideData.Similar member, Map<Integer, Integer> sizes) {
    Integer group = member.group();
    List<String> cells = new ArrayList<>();
    cells.add(group == null ? "none" : "group " + group);
    cells.add(Wording.hundredths(member.first().place()));
    cells.add(Wording.hundredths(member.second().place()));
    for (String variable : variables) {
      Double z = member.standardised().get(variable);
      cells.add(z == null ? "not known" : Wording.hundredths(z));
    }
    return new BesideModel.Dot(
        member.unitId(),
        subjects.nameAmongAll(member.unitId()),
        cells,
        group == null ? 0 : group,
        Math.round(1000 * member.first().place()) / 1000.0,
        Math.round(1000 * member.second().place()) / 1000.0,
        subjects.nameAmongAll(member.unitId())
            + (group == null
                ? " is in no group of similar ones."
                : " is in group "
                    + group
                    + " of "
                    + sizes.size()
                    + ", with "
                    + Wording.count(sizes.get(group) - 1, "other")
                    + "."));
  }
}
