package org.cityeval.cli.output;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import org.cityeval.comparison.GroupNames;
import org.cityeval.indicator.Status;
import org.cityeval.job.report.ReportJob;
import org.cityeval.run.Run;
import org.cityeval.series.Level;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.terminal.PaintedLine;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredRow;

/** What a person reads at the end of a run: the ranking, and where the rest is. */
public final class RunSummary {
  private final Run run;

  public RunSummary(Run run) {
    this.run = run;
  }

  /**
   * Prints what this run published, whatever else the warehouse holds.
   *
   * @param warehouse as a person writes it
   */
  public void print(Console console, String warehouse, GivenOptions given) {
    PrintStream out = console.out();
    Publications publications = new Publications(run.warehouse().stored());
    Publication publication = ReportJob.publication(run);
    console.println(
        PaintedLine.heading(run.config().evaluation().title() + ", as of " + publication.asOf()));
    List<StoredRow> ranks =
        publications
            .rows(publication, RankIntervalTable.SPEC)
            .where(PERIOD_ID, "span")
            .where(WEIGHTING, "efficiency")
            .where(row -> row.isOther(RankIntervalTable.CLASS, Status.NOT_APPLICABLE.id()))
            .list()
            .stream()
            .sorted(
                Comparator.comparing((StoredRow row) -> row.get(COMPARISON_GROUP))
                    .thenComparing(
                        row -> row.get(RankIntervalTable.RANK),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(row -> row.get(DISTRICT_ID)))
            .toList();
    int cities = publications.rows(publication, CityTable.SPEC).list().size();
    String level = cities > 1 ? Level.CITY.id() : Level.DISTRICT.id();
    print(
        console,
        ranks.stream()
            .filter(row -> row.is(LEVEL, level))
            .filter(
                row ->
                    List.of(GroupNames.CITIES, row.get(CITY_ID))
                        .contains(row.get(COMPARISON_GROUP)))
            .toList(),
        level);
    publications
        .rows(publication, ScorecardTable.SPEC)
        .where(PERIOD_ID, "span")
        .where(LEVEL, level)
        .where(ScorecardTable.STATUS, Status.NOT_APPLICABLE.id())
        .list()
        .stream()
        .map(row -> row.get(WEIGHTING) + " weighting: " + row.get(ScorecardTable.REASON))
        .distinct()
        .sorted()
        .forEach(none -> out.println("No ranking by the " + none + "."));
    String root = warehouse.replaceAll("/+$", "");
    out.println();
    out.println("Tables   " + root + "/gold (and silver, ops)");
    out.println("Report   " + root + "/" + ReportJob.relativePath(publication));
    out.println("Ask      " + given.completed(question(publications, publication)));
  }

  /** A command that shows the ranks of this publication and of no other. */
  private static String question(Publications publications, Publication publication) {
    String evaluation = "evaluation_id = '" + publication.evaluationId() + "'";
    String rows =
        !publication.current()
            ? "gold.rank_interval where " + evaluation + " and as_of = '" + publication.asOf() + "'"
            : "current.rank_interval"
                + (publications.listCurrent().size() > 1 ? " where " + evaluation : "");
    return "cityeval sql \"select * from " + rows + " order by comparison_group, rank\"";
  }

  private static void print(Console console, List<StoredRow> shown, String level) {
    PrintStream out = console.out();
    out.println();
    if (shown.isEmpty()) {
      out.println(
          "No ranking: nothing that the weightings count could be computed from this lake.");
      return;
    }
    out.println(
        (level.equals(Level.CITY.id()) ? "Cities" : "Districts")
            + " by the efficiency weighting over the whole span, with 95 % rank intervals:");
    new RankingLines(shown).list().forEach(console::println);
  }
}
