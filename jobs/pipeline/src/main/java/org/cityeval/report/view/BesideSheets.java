package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cityeval.report.data.BesideData;
import org.cityeval.report.data.ReportData;

/** Who is like whom, who belongs to which named group, and what ranks rest on. */
final class BesideSheets {
  private final BesideData beside;
  private final Subjects subjects;
  private final Set<String> embedded;

  BesideSheets(ReportData data, Subjects subjects) {
    this.beside = data.results().beside();
    this.subjects = subjects;
    this.embedded = data.embedded();
  }

  Sheet peers() {
    List<PageRows.Peer> rows = new ArrayList<>();
    for (BesideData.Peer peer : beside.peers()) {
      Map.Entry<String, Double> most =
          peer.shares().entrySet().stream().max(Map.Entry.comparingByValue()).orElse(null);
      rows.add(
          new PageRows.Peer(
              peer.unitId(),
              peer.number(),
              peer.peerId(),
              peer.distance(),
              most == null ? null : most.getKey(),
              most == null ? null : most.getValue()));
    }
    return Sheet.of(PageRows.Peer.class, rows);
  }

  /** What peers are found by. */
  List<String> variables() {
    Set<String> variables = new TreeSet<>();
    beside.peers().forEach(peer -> variables.addAll(peer.shares().keySet()));
    beside.similar().forEach(member -> variables.addAll(member.standardised().keySet()));
    return List.copyOf(variables);
  }

  /** Where members lie on the two first principal components, and by each variable. */
  Sheet similar() {
    List<String> variables = variables();
    List<String> columns =
        new ArrayList<>(List.of("unit", "level", "group", "pc1", "pc2", "share1", "share2"));
    columns.addAll(variables);
    List<List<Object>> rows = new ArrayList<>();
    for (BesideData.Similar member : beside.similar()) {
      if (embedded.contains(member.unitId())
          && member.first().place() != null
          && member.second().place() != null) {
        List<Object> row = new ArrayList<>(List.of(member.unitId(), member.level()));
        row.add(member.group());
        row.add(member.first().place());
        row.add(member.second().place());
        row.add(member.first().share());
        row.add(member.second().share());
        variables.forEach(variable -> row.add(member.standardised().get(variable)));
        rows.add(row);
      }
    }
    return Sheet.of(columns, rows);
  }

  Sheet factors() {
    Set<String> groups = Set.copyOf(subjects.groups());
    return Sheet.of(
        PageRows.Factor.class,
        beside.factors().stream()
            .filter(factor -> groups.contains(factor.group()))
            .map(
                f ->
                    new PageRows.Factor(
                        f.group(),
                        f.unitId(),
                        f.periodId(),
                        f.weighting(),
                        f.factor(),
                        thousandths(f.firstOrder()),
                        thousandths(f.total())))
            .toList());
  }

  private static long thousandths(double share) {
    return Math.round(1000 * share);
  }

  /** The members of each group that the config names. */
  Map<String, List<String>> named() {
    Map<String, List<String>> named = new TreeMap<>();
    subjects.named().forEach(group -> named.put(group, subjects.members(group)));
    return named;
  }
}
