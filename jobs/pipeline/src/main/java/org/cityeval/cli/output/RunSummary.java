package org.cityeval.cli.output;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import org.cityeval.comparison.GroupNames;
import org.cityeval.indicator.Status;
import org.cityeval.job.report.ReportJob;
import org.cityeval.run.Run;
import org.cityeval.series.Level;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.DimensionTables;
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
            .rows(publication, ComparisonTables.RANK_INTERVAL)
            .where("period_id", "span")
            .where("weighting", "efficiency")
            .where(row -> row.isOther("class", Status.NOT_APPLICABLE.id()))
            .list()
            .stream()
            .sorted(
                Comparator.comparing((StoredRow row) -> row.text("comparison_group"))
                    .thenComparing(
                        row -> row.integer("rank"), Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(row -> row.text("district_id")))
            .toList();
    int cities = publications.rows(publication, DimensionTables.CITY).list().size();
    String level = cities > 1 ? Level.CITY.id() : Level.DISTRICT.id();
    print(
        console,
        ranks.stream()
            .filter(row -> row.is("level", level))
            .filter(
                row ->
                    List.of(GroupNames.CITIES, row.text("city_id"))
                        .contains(row.text("comparison_group")))
            .toList(),
        level);
    publications
        .rows(publication, ComparisonTables.SCORECARD)
        .where("period_id", "span")
        .where("level", level)
        .where("status", Status.NOT_APPLICABLE.id())
        .list()
        .stream()
        .map(row -> row.text("weighting") + " weighting: " + row.text("reason"))
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
