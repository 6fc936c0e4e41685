package org.cityeval.explain;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.RankSensitivityTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.TableSpec;
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
            RankIntervalTable.SPEC,
            subject,
            row -> row.is(WEIGHTING, weighting),
            "the rank under " + weighting);
    StoredRow any = found.rows().get(0);
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String fact :
        List.of("evaluation_id", "city_id", "district_id", "name", "level", "period_id")) {
      facts.put(fact, any.cell(fact));
    }
    facts.put("as_of", any.get(AS_OF).toString());
    facts.put("weighting", weighting);
    facts.put("ci_level", any.get(RankIntervalTable.CI_LEVEL));
    String level = any.get(LEVEL);
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
                .rows(found.publication(), RankSensitivityTable.SPEC)
                .where(WEIGHTING, weighting)
                .where(PERIOD_ID, subject.periodId())
                .where(DISTRICT_ID, subject.districtId())
                .where(LEVEL, level)
                .list()
                .stream()
                .sorted(
                    Comparator.comparing((StoredRow row) -> row.get(COMPARISON_GROUP))
                        .thenComparing(
                            row -> row.get(RankSensitivityTable.TOTAL),
                            Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(row -> row.get(RankSensitivityTable.FACTOR)))
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
                .rows(found.publication(), PeerTable.SPEC)
                .where(DISTRICT_ID, subject.districtId())
                .where(LEVEL, level)
                .list()
                .stream()
                .sorted(Comparator.comparing(row -> row.get(PeerTable.PEER_NO)))
                .toList(),
            "peer_no",
            "peer_id",
            "peer_name",
            "distance",
            "contributions"));
    return new Account(
        "Ranks of "
            + any.get(RankIntervalTable.NAME)
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
            .filter(row -> List.of(row.get(CITY_ID), "cities").contains(row.get(COMPARISON_GROUP)))
            .findFirst()
            .orElse(any);
    Integer rank = own.get(RankIntervalTable.RANK);
    if (rank == null) {
      return new Account.Section("next to it", List.of(), List.of());
    }
    Map<String, StoredRow> scores = new TreeMap<>();
    beside(found, ScorecardTable.SPEC, any, weighting)
        .each(row -> scores.put(row.get(DISTRICT_ID), row));
    List<List<Object>> next =
        beside(found, RankIntervalTable.SPEC, any, weighting)
            .where(COMPARISON_GROUP, own.get(COMPARISON_GROUP))
            .where(
                row ->
                    row.get(RankIntervalTable.RANK) != null
                        && Math.abs(row.get(RankIntervalTable.RANK) - rank) <= NEAR)
            .list()
            .stream()
            .filter(row -> scores.containsKey(row.get(DISTRICT_ID)))
            .sorted(
                Comparator.comparing((StoredRow row) -> row.get(RankIntervalTable.RANK))
                    .thenComparing(row -> row.get(DISTRICT_ID)))
            .map(row -> next(row, scores.get(row.get(DISTRICT_ID))))
            .toList();
    return new Account.Section("next to it", NEXT, next);
  }

  /** The rows of all who are compared at the same level, in the same period. */
  private StoredRows beside(
      PublishedRows.Found found, TableSpec table, StoredRow any, String weighting) {
    return publications
        .rows(found.publication(), table)
        .where(WEIGHTING, weighting)
        .where(PERIOD_ID, any.get(PERIOD_ID))
        .where(LEVEL, any.get(LEVEL));
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
