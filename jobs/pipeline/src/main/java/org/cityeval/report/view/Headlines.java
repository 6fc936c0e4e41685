package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cityeval.report.data.ReportData;

/** What every group shows over its first period, under each weighting: the first thing read. */
public final class Headlines {
  /** Cities whose districts have findings of their own; a lake of counties has hundreds. */
  private static final int MOST_CITIES = 40;

  private final ReportData data;
  private final Subjects subjects;
  private final Rankings rankings;

  public Headlines(ReportData data, Subjects subjects, Rankings rankings) {
    this.data = data;
    this.subjects = subjects;
    this.rankings = rankings;
  }

  /** What one comparison group shows, under each weighting. */
  record GroupFinding(
      String title, String period, List<WeighedFinding> findings, String weightingMatters) {}

  /** What a group shows under one weighting, and how certain it is. */
  record WeighedFinding(String weighting, String finding, String certainty) {}

  public List<GroupFinding> all() {
    List<GroupFinding> headlines = new ArrayList<>();
    for (String group : shown()) {
      String period = firstPeriod(group);
      if (period != null) {
        headlines.add(finding(group, period));
      }
    }
    return headlines;
  }

  private List<String> shown() {
    Set<String> small = new TreeSet<>();
    data.scope().cities().forEach(city -> small.add(city.id()));
    data.scope().largestCities(MOST_CITIES).forEach(small::remove);
    return subjects.groups().stream().filter(group -> !small.contains(group)).toList();
  }

  /** Of which groups nothing is said; empty where of none. */
  public String leftOut() {
    int left = subjects.groups().size() - shown().size();
    return left == 0
        ? ""
        : "Left out here are the districts of "
            + left
            + " smaller cities; their rankings are below, by choice of the city.";
  }

  private GroupFinding finding(String group, String period) {
    List<WeighedFinding> findings = new ArrayList<>();
    for (String weighting : subjects.weightings()) {
      List<Rankings.Placed> members = rankings.members(group, period, weighting);
      if (!members.isEmpty()) {
        RankFindings found = new RankFindings(subjects, group, members);
        findings.add(
            new WeighedFinding(Wording.weighting(weighting), found.finding(), found.certainty()));
      }
    }
    return new GroupFinding(
        subjects.group(group),
        subjects.periodTitle(group, period),
        findings,
        findings.size() > 1
            ? new RankFindings(
                    subjects, group, rankings.members(group, period, subjects.weightings().get(0)))
                .weightingMatters()
            : "");
  }

  /** The first period, in the order of the page, for which the group has a ranking. */
  private String firstPeriod(String group) {
    boolean isCity = !subjects.periods(group).isEmpty();
    return data.scope().cities().stream()
        .filter(city -> !isCity || city.id().equals(group))
        .flatMap(city -> subjects.periods(city.id()).stream())
        .map(ReportData.Period::id)
        .filter(
            id ->
                subjects.weightings().stream()
                    .anyMatch(weighting -> !rankings.members(group, id, weighting).isEmpty()))
        .findFirst()
        .orElse(null);
  }
}
