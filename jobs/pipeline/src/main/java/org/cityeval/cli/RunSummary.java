package org.cityeval.cli;

import static org.apache.spark.sql.functions.col;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.cityeval.comparison.GroupNames;
import org.cityeval.indicator.Status;
import org.cityeval.job.ReportJob;
import org.cityeval.job.Run;
import org.cityeval.series.Level;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.DimensionTables;
import org.cityeval.table.Publication;
import org.cityeval.table.Publications;

/** What a person reads at the end of a run: the ranking, and where the rest is. */
final class RunSummary {
  private static final int BAR_WIDTH = 30;

  private final Run run;

  RunSummary(Run run) {
    this.run = run;
  }

  /**
   * Prints what this run published, whatever else the warehouse holds.
   *
   * @param warehouse as a person writes it
   */
  void print(PrintStream out, String warehouse, GivenOptions given) {
    Publications publications = new Publications(run.warehouse());
    Publication publication = ReportJob.publication(run);
    out.println(run.config().evaluation().title() + ", as of " + publication.asOf());
    List<Row> ranks =
        publications
            .read(publication, ComparisonTables.RANK_INTERVAL)
            .where(
                col("period_id")
                    .equalTo("span")
                    .and(col("weighting").equalTo("efficiency"))
                    .and(col("class").notEqual(Status.NOT_APPLICABLE.id())))
            .orderBy(
                col("level"),
                col("comparison_group"),
                col("rank").asc_nulls_last(),
                col("district_id"))
            .collectAsList();
    long cities = publications.read(publication, DimensionTables.CITY).count();
    String level = cities > 1 ? Level.CITY.id() : Level.DISTRICT.id();
    print(
        out,
        ranks.stream()
            .filter(row -> row.<String>getAs("level").equals(level))
            .filter(
                row ->
                    List.of(GroupNames.CITIES, row.<String>getAs("city_id"))
                        .contains(row.<String>getAs("comparison_group")))
            .toList(),
        level);
    publications
        .read(publication, ComparisonTables.SCORECARD)
        .where(
            col("period_id")
                .equalTo("span")
                .and(col("level").equalTo(level))
                .and(col("status").equalTo(Status.NOT_APPLICABLE.id())))
        .select("weighting", "reason")
        .distinct()
        .orderBy("weighting")
        .collectAsList()
        .forEach(
            row ->
                out.println(
                    "No ranking by the " + row.getAs(0) + " weighting: " + row.getAs(1) + "."));
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

  private static void print(PrintStream out, List<Row> shown, String level) {
    out.println();
    if (shown.isEmpty()) {
      out.println(
          "No ranking: nothing that the weightings count could be computed from this lake.");
      return;
    }
    out.println(
        (level.equals(Level.CITY.id()) ? "Cities" : "Districts")
            + " by the efficiency weighting over the whole span, with 95 % rank intervals:");
    out.printf(
        Locale.ROOT, "%4s  %-24s  %-9s  %-30s  %s%n", "rank", "name", "interval", "", "class");
    for (Row row : shown) {
      Integer rank = row.getAs("rank");
      String interval =
          rank == null ? "-" : row.getAs("rank_low") + " to " + row.getAs("rank_high");
      out.printf(
          Locale.ROOT,
          "%4s  %-24s  %-9s  %-30s  %s%n",
          rank == null ? "-" : rank,
          row.getAs("name"),
          interval,
          rank == null ? "" : bar(row, shown.size()),
          row.<String>getAs("class").replace('_', ' '));
    }
  }

  /** The interval drawn on a line from the first rank to the last, with the rank on it. */
  private static String bar(Row row, int members) {
    StringBuilder bar = new StringBuilder(".".repeat(BAR_WIDTH));
    int low = place(row.getAs("rank_low"), members);
    int high = place(row.getAs("rank_high"), members);
    for (int i = low; i <= high; i++) {
      bar.setCharAt(i, '=');
    }
    bar.setCharAt(place(row.getAs("rank"), members), 'o');
    return bar.toString();
  }

  private static int place(int rank, int members) {
    return members <= 1 ? 0 : (int) Math.round((rank - 1.0) / (members - 1) * (BAR_WIDTH - 1));
  }
}
