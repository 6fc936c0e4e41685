package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleReport;
import org.junit.jupiter.api.Test;

class BesideSheetsTest {
  private final ReportData data = SampleReport.data();
  private final BesideSheets beside = new BesideSheets(data, new Subjects(data));

  @Test
  void saysWhatMostOfADistanceComesFrom() {
    // From the fixture: 75 % by population, the peers are the two after it in the list.
    assertThat(beside.peers().rows().subList(0, 2))
        .containsExactly(
            List.of("riverton-1", 1, "riverton-2", 0.4, "population", 0.75),
            List.of("riverton-1", 2, "riverton-3", 0.8, "population", 0.75));
    assertThat(beside.variables()).containsExactly("density", "population");
  }

  @Test
  void givesEachVariableAColumn() {
    Sheet similar = beside.similar();

    assertThat(similar.rows()).hasSize(15);
    assertThat(similar.cell(similar.rows().get(0), "population")).isEqualTo(-1.25);
    assertThat(similar.cell(similar.rows().get(0), "share1")).isEqualTo(0.63);
  }

  @Test
  void givesFactorsOfGroupsAndOfMembers() {
    Sheet factors = beside.factors();

    assertThat(factors.rows()).hasSize(7);
    assertThat(factors.rows().stream().filter(row -> factors.cell(row, "unit") != null)).hasSize(2);
  }

  @Test
  void namesTheMembersOfAGroupOfTheConfig() {
    assertThat(beside.named().get("north_shore"))
        .containsExactlyInAnyOrder("riverton-1", "eastport-2", "millbrook-3");
  }
}
