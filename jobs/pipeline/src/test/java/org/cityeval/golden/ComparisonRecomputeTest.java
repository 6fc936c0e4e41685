package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.golden.RivertonRows.key;
import static org.cityeval.golden.RivertonRows.number;
import static org.cityeval.golden.RivertonRows.numbers;
import static org.cityeval.golden.RivertonRows.object;
import static org.cityeval.golden.RivertonRows.query;
import static org.cityeval.golden.RivertonRows.residents;
import static org.cityeval.golden.RivertonRows.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scores and ranks of Riverton, made again from what the other tables publish. */
@ExtendWith(SparkExtension.class)
class ComparisonRecomputeTest {
  @Test
  void everyScoreFollowsFromItsValueAndTheGoalposts() {
    Map<String, Map<String, String>> values = new TreeMap<>();
    for (Map<String, String> value :
        query("select * from current.indicator_value where status in ('ok', 'censored')")) {
      values.put(key(value, "level", "district_id", "period_id", "indicator_id"), value);
    }
    Map<String, Map<String, String>> goalposts = new TreeMap<>();
    for (Map<String, String> goalpost : query("select * from current.goalpost")) {
      goalposts.put(key(goalpost, "level", "period_id", "indicator_id"), goalpost);
    }
    int redone = 0;
    for (Map<String, String> score :
        query("select * from current.scorecard where status <> 'not_applicable'")) {
      Map<String, Double> scores = numbers(score, "scores");
      for (Map.Entry<String, Double> of : scores.entrySet()) {
        Map<String, String> value =
            values.get(key(score, "level", "district_id", "period_id") + of.getKey() + "|");
        Map<String, String> goalpost =
            goalposts.get(key(score, "level", "period_id") + of.getKey() + "|");
        double expected = 50.5;
        if (value != null) {
          double residents = goalpost.get("per_resident").equals("true") ? residents(score) : 1;
          boolean ok = value.get("status").equals("ok");
          double worst = Double.parseDouble(goalpost.get("worst"));
          double best = Double.parseDouble(goalpost.get("best"));
          double number = Double.parseDouble(value.get(ok ? "value" : "ci_low")) / residents;
          double mark = worst == best ? 50.5 : 1 + 99 * (number - worst) / (best - worst);
          // After a follow-up of 0 any duration is possible, as where there is no value.
          expected = ok ? mark : number > 0 ? (1 + mark) / 2 : 50.5;
        }
        assertThat(of.getValue())
            .as("%s of %s", of.getKey(), score)
            .isCloseTo(expected, within(1e-9));
        redone++;
      }
    }
    assertThat(redone).isGreaterThan(200);
  }

  @Test
  void contributionsAddUpToEveryCompositeAndWeightsToOne() {
    List<Map<String, String>> rows =
        query("select * from current.scorecard where status <> 'not_applicable'");
    assertThat(rows).hasSizeGreaterThan(20);
    for (Map<String, String> row : rows) {
      Map<String, Double> scores = numbers(row, "scores");
      Map<String, Double> weights = numbers(row, "weights");
      Map<String, Double> contributions = numbers(row, "contributions");
      assertThat(sum(contributions))
          .isCloseTo(Double.parseDouble(row.get("composite")), within(1e-9));
      assertThat(sum(weights)).isCloseTo(1, within(1e-12));
      contributions.forEach(
          (indicator, part) ->
              assertThat(part)
                  .isCloseTo(scores.get(indicator) * weights.get(indicator), within(1e-9)));
      assertThat(Double.parseDouble(row.get("composite_lowest")))
          .isLessThanOrEqualTo(Double.parseDouble(row.get("composite")) + 1e-9);
    }
  }

  @Test
  void ranksCountTheHigherCompositesOfTheGroup() {
    Map<String, Double> composites = new TreeMap<>();
    for (Map<String, String> score :
        query("select * from current.scorecard where status <> 'not_applicable'")) {
      composites.put(
          key(score, "level", "district_id", "period_id", "weighting"),
          Double.parseDouble(score.get("composite")));
    }
    Map<String, List<Map<String, String>>> groups = new TreeMap<>();
    for (Map<String, String> rank :
        query("select * from current.rank_interval where rank is not null")) {
      if (!rank.get("comparison_group").equals("peers")) {
        groups
            .computeIfAbsent(
                key(rank, "level", "comparison_group", "compared", "period_id", "weighting"),
                k -> new ArrayList<>())
            .add(rank);
      }
    }
    assertThat(groups.keySet())
        .anyMatch(key -> key.contains("|riverside|3|"))
        .anyMatch(key -> key.contains("|similar|"))
        .anyMatch(key -> key.contains("|riverton|5|"));
    groups.forEach(
        (group, members) -> {
          for (Map<String, String> member : members) {
            if (group.contains("|similar|")) {
              continue;
            }
            long higher =
                members.stream()
                    .filter(
                        other ->
                            composites.get(
                                    key(other, "level", "district_id", "period_id", "weighting"))
                                > composites.get(
                                        key(
                                            member,
                                            "level",
                                            "district_id",
                                            "period_id",
                                            "weighting"))
                                    + 1e-9)
                    .count();
            assertThat(member.get("rank")).isEqualTo(Long.toString(higher + 1));
            assertThat(number(member, "rank_low")).isLessThanOrEqualTo(number(member, "rank"));
            assertThat(number(member, "rank_high")).isGreaterThanOrEqualTo(number(member, "rank"));
            assertThat(number(member, "rank_low_simultaneous"))
                .isLessThanOrEqualTo(number(member, "rank_low"));
            assertThat(number(member, "rank_high_simultaneous"))
                .isGreaterThanOrEqualTo(number(member, "rank_high"));
          }
        });
  }

  @Test
  void wideTablesSayWhatTheLongOnesSay() {
    assertThat(
            query(
                "select count(*) as n from current.scorecard s join current.scorecard_wide w using"
                    + " (evaluation_id, as_of, city_id, district_id, level, period_id) where"
                    + " (s.weighting = 'efficiency' and not (s.composite <=>"
                    + " w.efficiency_composite)) or (s.weighting = 'public_value' and not"
                    + " (s.public_value_score <=> w.public_value_public_value_score))"))
        .containsExactly(Map.of("n", "0"));
    assertThat(
            query(
                "select (select count(*) from current.scorecard) as tall, (select count(*) * 2 from"
                    + " current.scorecard_wide) as wide, (select count(*) from"
                    + " current.rank_interval) as tall_ranks, (select count(*) * 2 from"
                    + " current.rank_interval_wide) as wide_ranks"))
        .allMatch(
            row ->
                row.get("tall").equals(row.get("wide"))
                    && row.get("tall_ranks").equals(row.get("wide_ranks")));
    assertThat(
            query(
                "select w.peer_1_id as wide, p.peer_id as tall, w.peer_3_id as none from"
                    + " current.peer_wide w join current.peer p using (district_id, level) where"
                    + " p.peer_no = 1 and level = 'district'"))
        .hasSize(5)
        .allMatch(row -> row.get("wide").equals(row.get("tall")) && row.get("none").isEmpty());
  }

  @Test
  void whatARankRestsOnIsShared() {
    List<Map<String, String>> factors =
        query(
            "select district_id, sum(first_order) as first, max(total) as total, count(*) as n"
                + " from current.rank_sensitivity where comparison_group = 'riverton' and"
                + " period_id = 'span' and weighting = 'efficiency' group by 1");
    assertThat(factors).isNotEmpty();
    assertThat(factors)
        .allMatch(row -> row.get("n").equals("5"))
        .allMatch(row -> number(row, "first") <= 1 + 1e-9 && number(row, "total") <= 1 + 1e-9);
  }

  @Test
  void explainTellsScoresAndRanks() {
    Map<String, Object> score =
        object(
            Commands.out(
                "explain", "score", "R2", "--warehouse", Riverton.warehouse(), "--format", "json"));
    assertThat((Double) score.get("composite_of_sum"))
        .isCloseTo((Double) score.get("composite"), within(1e-9));
    assertThat((List<?>) score.get("contributions")).isNotEmpty();
    String rank = Commands.out("explain", "rank", "R2", "--warehouse", Riverton.warehouse());
    assertThat(rank)
        .contains("ranks:", "riverside", "what the rank rests on:", "next to it:", "peers:");
  }
}
