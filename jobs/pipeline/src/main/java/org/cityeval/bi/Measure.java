package org.cityeval.bi;

import java.util.List;
import java.util.Locale;
import org.cityeval.numeric.ranking.Standing;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableSpec;

/**
 * A number that a tool computes from the rows of a table, once each of some columns is narrowed to
 * one value.
 *
 * @param name in snake_case, for dbt
 * @param title for Power BI
 * @param dax what Power BI computes
 * @param format how Power BI shows it
 */
record Measure(
    TableSpec table,
    String name,
    String title,
    String description,
    String dax,
    String format,
    List<String> narrowed) {

  private static final List<String> OF_RANKS =
      List.of(Keys.COMPARISON_GROUP.name(), Keys.PERIOD_ID.name(), Keys.WEIGHTING.name());

  private static final String RANKED =
      String.format(
          Locale.ROOT,
          "CALCULATE(COUNTROWS(%1$s), NOT ISBLANK(%1$s[%2$s]))",
          RankIntervalTable.SPEC.name(),
          RankIntervalTable.RANK.name());

  static final String BETTER = Standing.CLEARLY_BETTER.id();

  private static final String CLEARLY_BETTER =
      String.format(
          Locale.ROOT,
          "CALCULATE(COUNTROWS(%1$s), %1$s[%2$s] = \"%3$s\")",
          RankIntervalTable.SPEC.name(),
          RankIntervalTable.CLASS.name(),
          BETTER);

  static final Measure MEMBERS_RANKED =
      new Measure(
          RankIntervalTable.SPEC,
          "members_ranked",
          "Members ranked",
          "Members with a rank, in one comparison group, period and weighting.",
          RANKED,
          "#,0",
          OF_RANKS);

  /** The numerator of the share; tools that divide by themselves need it alone. */
  static final Measure MEMBERS_CLEARLY_BETTER =
      new Measure(
          RankIntervalTable.SPEC,
          "members_clearly_better",
          "Members clearly better",
          "Members that are clearly better than the median of their group.",
          CLEARLY_BETTER,
          "#,0",
          OF_RANKS);

  static final Measure SHARE_CLEARLY_BETTER =
      new Measure(
          RankIntervalTable.SPEC,
          "share_clearly_better",
          "Share clearly better",
          "Share of the ranked members that are clearly better than the median of their group.",
          "DIVIDE(" + CLEARLY_BETTER + ", " + RANKED + ")",
          "0.0%",
          OF_RANKS);

  static final Measure MEAN_COMPOSITE =
      new Measure(
          ScorecardTable.SPEC,
          "mean_composite",
          "Mean composite",
          "Mean of the composites, 1 to 100, on one level, in one period and weighting. It has no"
              + " interval.",
          String.format(
              Locale.ROOT,
              "AVERAGE(%s[%s])",
              ScorecardTable.SPEC.name(),
              ScorecardTable.COMPOSITE.name()),
          "0.0",
          List.of(Keys.LEVEL.name(), Keys.PERIOD_ID.name(), Keys.WEIGHTING.name()));

  /** Those that Power BI is given. */
  static final List<Measure> ALL = List.of(MEMBERS_RANKED, SHARE_CLEARLY_BETTER, MEAN_COMPOSITE);
}
