package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.golden.RivertonRows.number;
import static org.cityeval.golden.RivertonRows.numbers;
import static org.cityeval.golden.RivertonRows.query;
import static org.cityeval.golden.RivertonRows.residents;
import static org.cityeval.golden.RivertonRows.sum;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Peers of Riverton's districts, made again from what the other tables publish. */
@ExtendWith(SparkExtension.class)
class PeersRecomputeTest {

  /**
   * By hand: logarithms of 400, 200, 150, 150 and 100 thousand residents; of the early incidence
   * only the order of the distances matters here, and the two of 150,000 differ in nothing else.
   */
  @Test
  void peersAreNearInWhatWasDeclared() {
    List<Map<String, String>> peers =
        query("select * from current.peer where level = 'district' order by district_id, peer_no");
    assertThat(peers).hasSize(10);
    for (Map<String, String> peer : peers) {
      assertThat(sum(numbers(peer, "contributions"))).isCloseTo(1, within(1e-9));
      assertThat(peer.get("peer_id")).isNotEqualTo(peer.get("district_id"));
    }
    Map<String, Map<String, Double>> places = new TreeMap<>();
    for (Map<String, String> place :
        query("select * from current.peer_group where level = 'district'")) {
      places.put(place.get("district_id"), numbers(place, "standardised"));
    }
    for (String district : places.keySet()) {
      List<String> nearest =
          places.keySet().stream()
              .filter(other -> !other.equals(district))
              .sorted(
                  Comparator.comparingDouble(
                      other -> squared(places.get(district), places.get(other))))
              .limit(2)
              .toList();
      assertThat(
              peers.stream()
                  .filter(peer -> peer.get("district_id").equals(district))
                  .map(peer -> peer.get("peer_id"))
                  .toList())
          .isEqualTo(nearest);
    }
    // ln 400, 200, 150, 150, 100: mean 5.1832, standard deviation .5148 (divisor 4).
    assertThat(places.get("R1").get("population")).isCloseTo(1.5699, within(1e-4));
    assertThat(places.get("R5").get("population")).isCloseTo(-1.1228, within(1e-4));
  }

  @Test
  void groupsAndComponentsArePublishedForEveryDistrict() {
    List<Map<String, String>> places =
        query("select * from current.peer_group where level = 'district'");
    assertThat(places).hasSize(5);
    assertThat(places).allMatch(place -> List.of("1", "2").contains(place.get("peer_group")));
    double first = number(places.get(0), "pc1_share");
    double second = number(places.get(0), "pc2_share");
    // Two variables have two components, and no more variance.
    assertThat(first + second).isCloseTo(1, within(1e-9));
    assertThat(first).isGreaterThanOrEqualTo(second);
    assertThat(places.stream().mapToDouble(place -> number(place, "pc1")).sum())
        .isCloseTo(0, within(1e-9));
  }

  /** Cases of the first fourteen days from the first case on, once more from the panel by SQL. */
  @Test
  void earlyIncidenceCountsTheFirstFortnight() {
    Map<String, Double> expected = new TreeMap<>();
    for (Map<String, String> district :
        query(
            "with cases as (select district_id, date, new_cases, min(case when new_cases > 0 then"
                + " date end) over (partition by district_id) as first from current.district_day"
                + " where level = 'district') select district_id, sum(new_cases) as early from cases"
                + " where datediff(date, first) between 0 and 13 group by district_id")) {
      expected.put(
          district.get("district_id"), number(district, "early") * 100_000 / residents(district));
    }
    assertThat(expected).hasSizeGreaterThan(2);
    List<Map<String, String>> places =
        query("select * from current.peer_group where level = 'district'");
    assertThat(places).hasSize(5);
    for (Map<String, String> place : places) {
      assertThat(numbers(place, "values").get("early_incidence"))
          .as("%s", place)
          .isCloseTo(expected.getOrDefault(place.get("district_id"), 0.0), within(1e-9));
    }
  }

  private static double squared(Map<String, Double> one, Map<String, Double> other) {
    return one.keySet().stream()
        .mapToDouble(variable -> Math.pow(one.get(variable) - other.get(variable), 2))
        .sum();
  }
}
