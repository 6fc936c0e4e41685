package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.golden.RivertonRows.number;
import static org.cityeval.golden.RivertonRows.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How values of Riverton are compared; numbers are those of data-samples/riverton/README.md. */
@ExtendWith(SparkExtension.class)
class StandingsRecomputeTest {
  @Test
  void aTotalIsComparedPerResident() {
    Map<String, Map<String, String>> rows = standings("P7", "district");

    // By hand: 300,000 person-days of 400,000 residents, 1,080,000 of 150,000, 650,000 of 100,000.
    assertThat(number(rows.get("R1"), "scored_value")).isCloseTo(0.75, within(1e-9));
    assertThat(number(rows.get("R2"), "scored_value")).isZero();
    assertThat(number(rows.get("R3"), "scored_value")).isCloseTo(7.2, within(1e-9));
    assertThat(number(rows.get("R4"), "scored_value")).isZero();
    assertThat(number(rows.get("R5"), "scored_value")).isCloseTo(6.5, within(1e-9));
    // The third of 0, 0, .75, 6.5 and 7.2.
    assertThat(rows.values())
        .allSatisfy(row -> assertThat(number(row, "group_median")).isCloseTo(0.75, within(1e-9)));
    assertThat(number(standings("P7", "city").get("riverton"), "scored_value"))
        .isCloseTo(2.03, within(1e-9));
  }

  @Test
  void whoNeverRecoveredLiesBeyondAllWhoDid() {
    Map<String, Map<String, String>> rows = standings("E5", "district");

    // By hand: the third of 7, 14, 17, 44 and a follow-up of 79.
    assertThat(number(rows.get("R1"), "group_median")).isEqualTo(17);
    assertThat(number(rows.get("R5"), "scored_low")).isEqualTo(79);
    assertThat(rows.get("R5"))
        .containsEntry("scored_value", "")
        .containsEntry("compared", "5")
        .containsEntry("censored", "1");
  }

  @Test
  void contextIsComparedWithNobody() {
    assertThat(standings("V1", "district")).isEmpty();
    assertThat(standings("V1", "city")).hasSize(1);
    List<Map<String, String>> direction =
        query("select * from current.dim_indicator where indicator_id in ('V1', 'P7', 'S3')");
    assertThat(direction)
        .extracting(
            row -> row.get("indicator_id"),
            row -> row.get("better_district"),
            row -> row.get("better_city"),
            row -> row.get("per_resident"))
        .containsExactlyInAnyOrder(
            tuple("V1", "context", "lower", "false"),
            tuple("P7", "lower", "lower", "true"),
            tuple("S3", "", "higher", "false"));
  }

  private static Map<String, Map<String, String>> standings(String indicator, String level) {
    Map<String, Map<String, String>> byUnit = new TreeMap<>();
    query(
            "select * from current.indicator_standing where period_id = 'span' and indicator_id = '"
                + indicator
                + "' and level = '"
                + level
                + "'")
        .forEach(row -> byUnit.put(row.get("district_id"), row));
    return byUnit;
  }
}
