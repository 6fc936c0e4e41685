package org.cityeval.explain;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.Publications;
import org.cityeval.table.Warehouse;

/**
 * Tells where a district or city stands in each group, among whom it stands there, what its rank
 * rests on, and who its peers are.
 */
public final class RankExplainer {
  /** Members shown on either side of the subject. */
  private static final int NEAR = 3;

  private final Publications publications;

  public RankExplainer(Warehouse warehouse) {
    this.publications = new Publications(warehouse);
  }

  /** Explains the ranks of a district or city under a weighting. */
  public Account explain(Explainer.Subject asked, String weighting) {
    PublishedRows rows = new PublishedRows(publications);
    Explainer.Subject subject = rows.identified(asked);
    Column weighed = col("weighting").equalTo(weighting);
    PublishedRows.Found found =
        rows.of(ComparisonTables.RANK_INTERVAL, subject, weighed, "the rank under " + weighting);
    Row any = found.rows().get(0);
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String fact :
        List.of("evaluation_id", "city_id", "district_id", "name", "level", "period_id")) {
      facts.put(fact, any.getAs(fact));
    }
    facts.put("as_of", any.getAs("as_of").toString());
    facts.put("weighting", weighting);
    facts.put("ci_level", any.getAs("ci_level"));
    Column ofSubject =
        col("district_id")
            .equalTo(subject.districtId())
            .and(col("level").equalTo(any.<String>getAs("level")));
    Column inPeriod = weighed.and(col("period_id").equalTo(subject.periodId()));
    List<Account.Section> sections = new ArrayList<>();
    sections.add(
        section(
            "ranks",
            found.rows(),
            "comparison_group",
            "compared",
            "rank",
            "rank_low",
            "rank_high",
            "rank_low_simultaneous",
            "rank_high_simultaneous",
            "rank_low_choices",
            "rank_high_choices",
            "class",
            "ci_method"));
    sections.add(
        section(
            "what the rank rests on",
            publications
                .read(found.publication(), ComparisonTables.RANK_SENSITIVITY)
                .where(ofSubject.and(inPeriod))
                .orderBy(col("comparison_group"), col("total").desc(), col("factor"))
                .collectAsList(),
            "comparison_group",
            "factor",
            "first_order",
            "total"));
    sections.add(near(found, any, inPeriod));
    sections.add(
        section(
            "peers",
            publications
                .read(found.publication(), ComparisonTables.PEER)
                .where(ofSubject)
                .orderBy("peer_no")
                .collectAsList(),
            "peer_no",
            "peer_id",
            "peer_name",
            "distance",
            "contributions"));
    return new Account(
        "Ranks of "
            + any.getAs("name")
            + " ("
            + subject.districtId()
            + ") under "
            + weighting
            + ", "
            + subject.periodId(),
        facts,
        sections);
  }

  /** Who stands next to it in the group of its own city, or among cities. */
  private Account.Section near(PublishedRows.Found found, Row any, Column inPeriod) {
    Row own =
        found.rows().stream()
            .filter(
                row ->
                    List.of(row.<String>getAs("city_id"), "cities")
                        .contains(row.<String>getAs("comparison_group")))
            .findFirst()
            .orElse(any);
    Integer rank = own.getAs("rank");
    if (rank == null) {
      return new Account.Section("next to it", List.of(), List.of());
    }
    Dataset<Row> scores =
        publications
            .read(found.publication(), ComparisonTables.SCORECARD)
            .where(inPeriod.and(col("level").equalTo(any.<String>getAs("level"))))
            .select(
                col("district_id").as("_id"),
                col("composite"),
                col("composite_low"),
                col("composite_high"));
    List<Row> next =
        publications
            .read(found.publication(), ComparisonTables.RANK_INTERVAL)
            .where(
                inPeriod
                    .and(col("level").equalTo(any.<String>getAs("level")))
                    .and(col("comparison_group").equalTo(own.<String>getAs("comparison_group")))
                    .and(col("rank").between(rank - NEAR, rank + NEAR)))
            .join(scores, col("district_id").equalTo(col("_id")))
            .orderBy("rank", "district_id")
            .collectAsList();
    return section(
        "next to it",
        next,
        "comparison_group",
        "rank",
        "district_id",
        "name",
        "composite",
        "composite_low",
        "composite_high",
        "rank_low",
        "rank_high");
  }

  private static Account.Section section(String title, List<Row> rows, String... columns) {
    List<List<Object>> cells = new ArrayList<>();
    for (Row row : rows) {
      Object[] of = new Object[columns.length];
      Arrays.setAll(of, i -> row.getAs(columns[i]));
      cells.add(Arrays.asList(of));
    }
    return new Account.Section(title, List.of(columns), cells);
  }
}
