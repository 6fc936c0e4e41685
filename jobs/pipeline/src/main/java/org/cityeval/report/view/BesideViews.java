package org.cityeval.report.view;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cityeval.report.data.BesideData;
import org.cityeval.report.data.ReportData;

/** Puts together what the page embeds of peers, named groups, and what ranks rest on. */
public final class BesideViews {
  private final ReportData data;
  private final Subjects subjects;
  private final Members members;
  private final SimilarViews similar;

  public BesideViews(ReportData data, Subjects subjects) {
    this.data = data;
    this.subjects = subjects;
    this.members = new Members(data, subjects);
    this.similar = new SimilarViews(data, subjects);
  }

  /** Columns of the tables that depend on what was measured, and what peers are found by. */
  public record Columns(List<String> members, List<String> similar, String variables) {}

  public Columns columns() {
    Set<String> variables = new TreeSet<>();
    data.results().beside().peers().forEach(peer -> variables.addAll(peer.shares().keySet()));
    return new Columns(
        members.columns(),
        similar.columns(),
        Wording.list(variables.stream().map(name -> name.replace('_', ' ')).toList()));
  }

  public BesideModel model() {
    List<BesideData.Peer> peers = data.results().beside().peers();
    PeerViews alike = new PeerViews(data, subjects, members.periods());
    BesideModel.Named named = NamedGroups.of(data, subjects);
    Set<String> chosen = new TreeSet<>();
    if (!peers.isEmpty() || !named.members().isEmpty()) {
      chosen.addAll(data.embedded());
    }
    Set<String> units = new TreeSet<>(chosen);
    peers.forEach(peer -> units.add(peer.peerId()));
    named.members().values().forEach(units::addAll);
    return new BesideModel(
        subjects.furtherGroups().stream()
            .map(group -> new PageModel.Choice(group, subjects.group(group)))
            .toList(),
        members.periods().stream()
            .map(id -> new PageModel.Choice(id, subjects.periodTitle("", id)))
            .toList(),
        members.of(units),
        new BesideModel.Alike(alike.nearest(), alike.standings(chosen), similar.maps(units)),
        named,
        new FactorViews(data, subjects).basis());
  }
}
