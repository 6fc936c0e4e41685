package org.cityeval.job.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.panel.CaseWaves;
import org.cityeval.panel.PanelScope;
import org.cityeval.series.Quantity;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
  @TempDir private Path folder;
  private TinyLake lake;

  @BeforeEach
  void write() {
    lake = TinyLake.in(folder);
  }

  private EvaluationConfig config() {
    return ConfigLoader.load(lake.config(), Map.of(), List.of());
  }

  private PanelScope scope() {
    return Rules.scope(config(), LocalDate.of(2020, 4, 10), List.of());
  }

  @Test
  void theScopeIsTheSpanAndTheMeasuresOfAllSources() {
    PanelScope scope = scope();

    assertThat(scope.evaluationId()).isEqualTo("tiny");
    assertThat(scope.firstDay()).isEqualTo(LocalDate.of(2020, 3, 1));
    assertThat(scope.lastDay()).isEqualTo(LocalDate.of(2020, 4, 9));
    assertThat(scope.measures().keySet())
        .containsExactlyInAnyOrder(
            Quantity.NEW_CASES,
            Quantity.MOBILITY_DISTANCE_CHANGE,
            Quantity.ENTERPRISE_OUTPUT_CHANGE);
    assertThat(scope.rule().mobility()).containsExactly(Quantity.MOBILITY_DISTANCE_CHANGE);
    assertThat(scope.keptFrom()).isEqualTo(Rules.keptFrom(config())).isBefore(scope.firstDay());
  }

  @Test
  void aMeasureThatIsSmoothedAtItsSourceIsSaidToBe() {
    assertThat(scope().rule().smoothing().daysOf(Quantity.NEW_CASES)).isEqualTo(1);

    lake.configure("kind: daily_count}", "kind: daily_count, smoothed_days: 7}");
    assertThat(scope().rule().smoothing().daysOf(Quantity.NEW_CASES)).isEqualTo(7);
  }

  @Test
  void cutsOfTheConfigTakeThePlaceOfThoseOfThePreset() {
    lake.configure(
        "panel:\n", "panel:\n  risk: {preset: act_now, clear_days: 21, quiet_days: 9}\n");

    RiskThresholds risk = scope().rule().risk();

    assertThat(risk.preset()).isEqualTo(RiskThresholds.Preset.ACT_NOW);
    assertThat(risk.clearDays()).isEqualTo(21);
    assertThat(risk.quietDays()).isEqualTo(9);
    assertThat(risk.densityCuts()).isEqualTo(RiskThresholds.actNow().densityCuts());
  }

  /** Rows whose rules have another hash are made again; a title changes no day. */
  @Test
  void theHashTellsWhatShapesADayAndNothingElse() {
    String before = scope().ruleHash();

    lake.configure("title: Tiny, a city for tests", "title: Another");
    assertThat(scope().ruleHash()).isEqualTo(before);

    lake.configure("kind: percent_change}", "kind: percent_change, scale: 10}");
    String scaled = scope().ruleHash();
    assertThat(scaled).isNotEqualTo(before);

    lake.configure("panel:\n", "panel:\n  gap_days: 9\n");
    assertThat(scope().ruleHash()).isNotEqualTo(scaled);
  }

  @Test
  void wavesAreCutAsThePanelSays() {
    lake.configure(
        "panel:\n",
        "panel:\n  waves: {separation_days: 30, prominence_per_100k: 2, relative_prominence: 0.4}\n");

    assertThat(Rules.waves(config().panel())).isEqualTo(new CaseWaves.Rule(30, 2, 0.4));
  }
}
