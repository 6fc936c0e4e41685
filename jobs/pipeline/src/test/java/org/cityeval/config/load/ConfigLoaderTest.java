package org.cityeval.config.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.config.TestConfig.VALID;
import static org.cityeval.config.TestConfig.with;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.assembly.Alignment;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.assembly.MeasureRule;
import org.cityeval.assembly.Placement;
import org.cityeval.assembly.YearBeforeNormal;
import org.cityeval.config.BaselineConfig;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.IndicatorsConfig;
import org.cityeval.config.PanelConfig;
import org.cityeval.config.TestConfig;
import org.cityeval.config.lake.Location;
import org.cityeval.config.lake.Mapping;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.QualityConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.indicator.Parameters;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
  @TempDir private Path folder;

  @Test
  void readsWhatTheFileSays() {
    EvaluationConfig config = TestConfig.load(folder, VALID);

    assertThat(config.evaluation().firstDay()).isEqualTo(LocalDate.of(2020, 3, 1));
    assertThat(config.evaluation().titleZh()).isNull();
    assertThat(config.districts().columns().cityId()).isEqualTo("city");
    assertThat(config.sources().keySet()).containsExactly("cases", "phones", "shops");
    SourceConfig phones = config.sources().get("phones");
    assertThat(phones.location().table()).isEqualTo("lake.phones");
    assertThat(phones.mapping().shape()).isEqualTo(Mapping.Shape.WIDE_DATES);
    assertThat(phones.mapping().dateColumns()).isEqualTo("yyyy-MM-dd");
    assertThat(phones.measures())
        .containsOnly(
            Map.entry(
                Quantity.MOBILITY_DISTANCE_CHANGE,
                new MeasureConfig(
                    new MeasureConfig.Reading("value", null, null),
                    MeasureKind.INDEX,
                    100,
                    1,
                    null,
                    MeasureRule.BeforeFirst.MISSING,
                    Placement.DAILY)));
    assertThat(config.baselines().get("february"))
        .isEqualTo(
            new BaselineConfig(
                BaselineConfig.Method.MEAN,
                LocalDate.of(2020, 2, 1),
                LocalDate.of(2020, 2, 29),
                Alignment.WEEKDAY,
                7,
                YearBeforeNormal.Average.MEDIAN,
                true,
                null));
    assertThat(config.panel().enterprise()).containsExactly(Quantity.ENTERPRISE_REVENUE_CHANGE);
  }

  /** The figures of the config contract, restated. */
  @Test
  void appliesTheDefaults() {
    EvaluationConfig config = TestConfig.load(folder, VALID);

    SourceConfig cases = config.sources().get("cases");
    assertThat(cases.location().format()).isEqualTo(Location.Format.CSV);
    assertThat(cases.location().options())
        .isEqualTo(new Location.FileOptions("UTF-8", ",", null, ".", null, null));
    assertThat(cases.mapping().missing()).containsExactly("");
    assertThat(cases.mapping().unknownDistrict()).isEqualTo(Mapping.UnknownDistrict.QUARANTINE);
    PanelConfig panel = config.panel();
    assertThat(panel.transmission().serialInterval().mean()).isEqualTo(4.7);
    assertThat(panel.transmission().serialInterval().sd()).isEqualTo(2.9);
    assertThat(panel.transmission().serialInterval().citation()).startsWith("Nishiura");
    assertThat(panel.transmission().rt())
        .isEqualTo(new PanelConfig.ReproductionNumber(7, 11, 1, 5));
    assertThat(panel.risk())
        .isEqualTo(new PanelConfig.Risk(RiskThresholds.Preset.ZHEJIANG, 14, 3, 2, 0.5, 1.5));
    assertThat(panel.waves()).isEqualTo(new PanelConfig.Waves(35, 0.1, 0.61));
    assertThat(panel.gapDays()).isEqualTo(3);
    assertThat(panel.indices().workResumption()).isNull();
    assertThat(config.comparison().draws()).isEqualTo(2000);
    assertThat(config.comparison().weightings().efficiency())
        .isEqualTo(Map.of("efficiency", 0.6, "E7", 0.0, "precision", 0.3, "public_value", 0.1));
    assertThat(config.comparison().weightings().publicValue())
        .isEqualTo(
            Map.of("efficiency", 0.2, "E7", 0.0, "precision", 0.2, "P7", 0.2, "public_value", 0.4));
    assertThat(config.quality())
        .isEqualTo(
            new QualityConfig(
                0.05, 0.05, null, 0.5, QualityConfig.Severity.FAIL, QualityConfig.Severity.WARN));
    assertThat(config.evaluation().periods()).isEmpty();
  }

  @Test
  void leavesTheIndicatorsTheirOwnDefaults() {
    Parameters parameters = TestConfig.load(folder, VALID).parameters();

    assertThat(parameters)
        .usingRecursiveComparison()
        .ignoringFields("recovery.baselineId")
        .isEqualTo(Parameters.DEFAULTS);
    assertThat(parameters.recovery().baselineId()).isEqualTo("february");
  }

  @Test
  void takesRecoveryFromTheEnterpriseBaselineAndSmoothingFromTheCases() {
    String yaml =
        with("method: mean", "method: mean, pre_period: false")
            .replace("kind: daily_count", "kind: daily_count, smoothed_days: 7");

    Parameters parameters = TestConfig.load(folder, yaml).parameters();

    assertThat(parameters.recovery().prePeriod()).isFalse();
    assertThat(parameters.cases()).isEqualTo(new Parameters.Cases(11, 7));
  }

  @Test
  void resolvesRelativePathsAgainstTheFolderOfTheFile() {
    String yaml =
        with("path: districts.csv", "path: ../lake/districts.csv")
            .replace("path: cases.csv", "path: s3a://lake/cases")
            .replace("path: shops.csv", "path: /lake/shops.csv");

    EvaluationConfig config = TestConfig.load(folder, yaml);

    assertThat(config.districts().location().path())
        .isEqualTo(folder.resolveSibling("lake/districts.csv").toAbsolutePath().toString());
    assertThat(config.sources().get("cases").location().path()).isEqualTo("s3a://lake/cases");
    assertThat(config.sources().get("shops").location().path()).isEqualTo("/lake/shops.csv");
    assertThat(config.sources().get("phones").location().path()).isNull();
  }

  @Test
  void expandsTheEnvironmentInValuesListsAndSettings() {
    String yaml =
        with("path: cases.csv", "path: ${LAKE}/${KIND}.csv\n    missing: ['${MARK}']")
            .replace("title: Toy town", "title: Costs $5 {a}");

    EvaluationConfig config =
        TestConfig.load(
            folder,
            yaml,
            Map.of("LAKE", "hdfs://lake$1", "KIND", "cases", "MARK", "n/a", "CITY", "Toy"),
            List.of("evaluation.title_zh=${CITY}", "districts.where=${CITY}"));

    assertThat(config.sources().get("cases").location().path())
        .isEqualTo("hdfs://lake$1/cases.csv");
    assertThat(config.sources().get("cases").mapping().missing()).containsExactly("n/a");
    assertThat(config.evaluation().title()).isEqualTo("Costs $5 {a}");
    assertThat(config.districts().where()).isEqualTo("Toy");
    // A title is published as it is written.
    assertThat(config.evaluation().titleZh()).isEqualTo("${CITY}");
  }

  @Test
  void letsSettingsOverrideTheLastOneWinning() {
    EvaluationConfig config =
        TestConfig.load(
            folder,
            VALID,
            "panel.risk.preset=zhejiang",
            "panel.risk.preset=act_now",
            "panel.mobility=[]",
            "indicators.uncertainty={replicates: 50}",
            "evaluation.first_day=2020-03-02",
            "quality.minimum_observed_share=0.25",
            "sources.cases.where=a = 'b'");

    assertThat(config.panel().risk().preset()).isEqualTo(RiskThresholds.Preset.ACT_NOW);
    assertThat(config.panel().mobility()).isEmpty();
    assertThat(config.indicators().uncertainty())
        .isEqualTo(new IndicatorsConfig.Uncertainty(0.95, 50, 0));
    assertThat(config.evaluation().firstDay()).isEqualTo("2020-03-02");
    assertThat(config.quality().minimumObservedShare()).isEqualTo(0.25);
    assertThat(config.sources().get("cases").mapping().where()).isEqualTo("a = 'b'");
  }

  @Test
  void readsDatesQuotedOrNotAndAliases() {
    String yaml =
        with("first_day: 2020-03-01", "first_day: '2020-03-01'")
            .replace("columns: {", "columns: &columns {")
            .replace("kind: index}", "kind: index, range: &range [0, 300]}")
            .replace("kind: level,", "kind: level, range: *range,");

    EvaluationConfig config = TestConfig.load(folder, yaml);

    assertThat(config.evaluation().firstDay()).isEqualTo("2020-03-01");
    assertThat(config.findMeasure(Quantity.ENTERPRISE_REVENUE_CHANGE).orElseThrow().range())
        .isEqualTo(new MeasureConfig.Range(0, 300));
  }

  @Test
  void tellsADeclaredAsOfFromAnExpression() {
    Mapping date =
        TestConfig.load(folder, VALID, "sources.cases.as_of=2020-12-01")
            .sources()
            .get("cases")
            .mapping();
    Mapping expression =
        TestConfig.load(folder, VALID, "sources.cases.as_of=\"substr(_path, 1, 10)\"")
            .sources()
            .get("cases")
            .mapping();

    assertThat(date.declaredAsOf()).contains(LocalDate.of(2020, 12, 1));
    assertThat(date.asOfExpression()).isEmpty();
    assertThat(expression.declaredAsOf()).isEmpty();
    assertThat(expression.asOfExpression()).contains("substr(_path, 1, 10)");
  }

  @Test
  void givesThePeriodsInTheOrderOfTheFile() {
    EvaluationConfig config =
        TestConfig.load(
            folder,
            VALID,
            "evaluation.periods={z: {title: Z, first_day: 2020-03-01, last_day: 2020-03-01},"
                + " a: {title: A, first_day: 2020-04-30, last_day: 2020-04-30}}");

    assertThat(config.evaluation().namedPeriods())
        .extracting(Period::periodId)
        .containsExactly("z", "a");
  }

  @Test
  void hashesTheEvaluationNotTheMachine() throws IOException {
    String hash = ConfigLoader.hash(TestConfig.load(folder, VALID));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));

    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(ConfigLoader.hash(TestConfig.load(elsewhere, VALID))).isEqualTo(hash);
    assertThat(ConfigLoader.hash(TestConfig.load(folder, VALID, "sources.cases.path=/x/y.csv")))
        .isEqualTo(hash);
    assertThat(ConfigLoader.hash(TestConfig.load(folder, "# note\n" + VALID, "panel.gap_days=3")))
        .as("a comment and a default written out")
        .isEqualTo(hash);
    assertThat(ConfigLoader.hash(TestConfig.load(folder, reordered()))).isEqualTo(hash);
    assertThat(ConfigLoader.hash(TestConfig.load(folder, VALID, "panel.gap_days=4")))
        .isNotEqualTo(hash);
    assertThat(ConfigLoader.hash(TestConfig.load(folder, VALID, "sources.phones.table=a.b")))
        .isNotEqualTo(hash);
    assertThat(ConfigLoader.hash(TestConfig.load(folder, VALID, "sources.cases.district=key")))
        .isNotEqualTo(hash);
  }

  @Test
  void travelsToTheExecutors() throws IOException, ClassNotFoundException {
    EvaluationConfig config = TestConfig.load(folder, VALID);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
      stream.writeObject(config);
    }
    try (ObjectInputStream stream =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(stream.readObject()).isEqualTo(config);
    }
  }

  /** The same evaluation, its sections in another order. */
  private static String reordered() {
    int panel = VALID.indexOf("panel:");
    return VALID.substring(panel) + VALID.substring(0, panel);
  }
}
