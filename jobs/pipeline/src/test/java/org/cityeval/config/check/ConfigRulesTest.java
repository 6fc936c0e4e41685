package org.cityeval.config.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.config.check.RuleFindings.told;
import static org.cityeval.config.check.RuleFindings.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigRulesTest {
  private static final String SOURCES =
      """
      districts: {path: d.csv}
      sources:
        cases: {path: c.csv, shape: long, date: d, district: i,
                measures: {new_cases: {value: n, kind: daily_count}}}
        phones: {path: p.csv, shape: long, date: d, district: i,
                 measures: {mobility_distance_change: {value: v, kind: index}}}
      """;

  private static List<String> problems(String yaml) throws JsonProcessingException {
    Findings findings = new Findings("f");
    new ConfigRules(tree(yaml), findings).check();
    return told(findings);
  }

  private static List<String> panel(String panel) throws JsonProcessingException {
    return problems(SOURCES + "panel: " + panel);
  }

  @Test
  void whatGoesTogetherIsNoProblem() throws JsonProcessingException {
    assertThat(panel("{mobility: [mobility_distance_change], enterprise: []}")).isEmpty();
  }

  @Test
  void thereIsSomethingToEvaluate() throws JsonProcessingException {
    assertThat(problems("districts: {path: d.csv}"))
        .containsExactly("sources: no source and no requests");
    assertThat(problems("{districts: {path: d.csv}, requests: {calls: {path: r.csv}}}")).isEmpty();
  }

  @Test
  void thePanelTakesChangesThatASourceMaps() throws JsonProcessingException {
    assertThat(
            panel("{mobility: [new_cases, mobility_parks_change, mobility_dist], enterprise: []}"))
        .containsExactly(
            "panel.mobility[0]: new_cases is no change against a baseline",
            "panel.mobility[1]: no source maps mobility_parks_change",
            "panel.mobility[2]: unknown measure `mobility_dist`");
    assertThat(panel("{work_resumption: {rate: enterprise_open_change}}"))
        .containsExactly("panel.work_resumption.rate: no source maps enterprise_open_change");
  }

  @Test
  void noMeasureStandsOnBothSides() throws JsonProcessingException {
    assertThat(
            panel("{mobility: [mobility_distance_change], enterprise: [mobility_distance_change]}"))
        .containsExactly(
            "panel.enterprise: mobility_distance_change is used for mobility and for enterprise");
  }

  @Test
  void levelsOfRiskFollowEachOther() throws JsonProcessingException {
    assertThat(panel("{risk: {orange_from: 25, red_from: 25}}")).isEmpty();
    assertThat(panel("{risk: {orange_from: 25, red_from: 24, quiet_days: 14, clear_days: 7}}"))
        .containsExactlyInAnyOrder(
            "panel.risk.red_from: red_from 24 is below orange_from 25",
            "panel.risk.clear_days: clear_days 7 is below quiet_days 14");
  }

  @Test
  void theSerialIntervalEnds() throws JsonProcessingException {
    assertThat(panel("{serial_interval: {mean: 4.7, sd: 2.9}}")).isEmpty();
    assertThat(panel("{serial_interval: {mean: 1.1, sd: 100}}"))
        .containsExactly("panel.serial_interval.sd: sd 100 is too large for mean 1.1");
  }
}
