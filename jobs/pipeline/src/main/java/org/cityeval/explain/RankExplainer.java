package org.cityeval.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.TableSpec;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.StoredRows;
import org.cityeval.warehouse.StoredTables;

/**
 * Tells where a district or city stands in each group, among whom it stands there, what its rank
 * rests on, and who its peers are.
 */
public final class RankExplainer {
  /** Members shown on either side of the subject. */
  private static final int NEAR = 3;

  private static final List<String> NEXT =
      List.of(
          "comparison_group",
          "rank",
          "district_id",
          "name",
          "composite",
          "composite_low",
          "composite_high",
          "rank_low",
          "rank_high");

  private final Publications publications;

  public RankExplainer(StoredTables tables) {
    this.publications = new Publications(tables);
  }

  /** Explains the ranks of a district or city under a weighting. */
  public Account explain(Explainer.Subject asked, String weighting) {
    PublishedRows rows = new PublishedRows(publications);
    Explainer.Subject subject = rows.identified(asked);
    PublishedRows.Found found =
        rows.of(
            ComparisonTables.RANK_INTERVAL,
            subject,
            row -> row.is("weighting", weighting),
            "the rank under " + weighting);
    StoredRow any = found.rows().get(0);
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String fact :
        List.of("evaluation_id", "city_id", "district_id", "name", "level", "period_id")) {
      facts.put(fact, any.cell(fact));
    }
    facts.put("as_of", any.day("as_of").toString());
    facts.put("weighting", weighting);
    facts.put("ci_level", any.number("ci_level"));
    String level = any.text("level");
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
                .rows(found.publication(), ComparisonTables.RANK_SENSITIVITY)
                .where("weighting", weighting)
                .where("period_id", subject.periodId())
                .where("district_id", subject.districtId())
                .where("level", level)
                .list()
                .stream()
                .sorted(
                    Comparator.comparing((StoredRow row) -> row.text("comparison_group"))
                        .thenComparing(
                            row -> row.number("total"),
                            Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(row -> row.text("factor")))
                .toList(),
            "comparison_group",
            "factor",
            "first_order",
            "total"));
    sections.add(near(found, any, weighting));
    sections.add(
        section(
            "peers",
            publications
                .rows(found.publication(), ComparisonTables.PEER)
                .where("district_id", subject.districtId())
                .where("level", level)
                .list()
                .stream()
                .sorted(Comparator.comparing(row -> row.integer("peer_no")))
                .toList(),
            "peer_no",
            "peer_id",
            "peer_name",
            "distance",
            "contributions"));
    return new Account(
        "Ranks of "
            + any.text("name")
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
  private Account.Section near(PublishedRows.Found found, StoredRow any, String weighting) {
    StoredRow own =
        found.rows().stream()
            .filter(
                row ->
                    List.of(row.text("city_id"), "cities").contains(row.text("comparison_group")))
            .findFirst()
            .orElse(any);
    Integer rank = own.integer("rank");
    if (rank == null) {
      return new Account.Section("next to it", List.of(), List.of());
    }
    Map<String, StoredRow> scores = new TreeMap<>();
    beside(found, ComparisonTables.SCORECARD, any, weighting)
        .each(row -> scores.put(row.text("district_id"), row));
    List<List<Object>> next =
        beside(found, ComparisonTables.RANK_INTERVAL, any, weighting)
            .where("comparison_group", own.text("comparison_group"))
            .where(
                row -> row.integer("rank") != null && Math.abs(row.integer("rank") - rank) <= NEAR)
            .list()
            .stream()
            .filter(row -> scores.containsKey(row.text("district_id")))
            .sorted(
                Comparator.comparing((StoredRow row) -> row.integer("rank"))
                    .thenComparing(row -> row.text("district_id")))
            .map(row -> next(row, scores.get(row.text("district_id"))))
            .toList();
    return new Account.Section("next to it", NEXT, next);
  }

  /** The rows of all who are compared at the same level, in the same period. */
  private StoredRows beside(
      PublishedRows.Found found, TableSpec table, StoredRow any, String weighting) {
    return publications
        .rows(found.publication(), table)
        .where("weighting", weighting)
        .where("period_id", any.text("period_id"))
        .where("level", any.text("level"));
  }

  private static List<Object> next(StoredRow rank, StoredRow score) {
    return NEXT.stream()
        .map(column -> (column.startsWith("composite") ? score : rank).cell(column))
        .collect(Collectors.toList());
  }

  private static Account.Section section(String title, List<StoredRow> rows, String... columns) {
    List<List<Object>> cells = new ArrayList<>();
    for (StoredRow row : rows) {
      Object[] of = new Object[columns.length];
      Arrays.setAll(of, i -> row.cell(columns[i]));
      cells.add(Arrays.asList(of));
    }
    return new Account.Section(title, List.of(columns), cells);
  }
}
