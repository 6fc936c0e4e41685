package org.cityeval.config;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.cityeval.assembly.DailyDerivation;
import org.cityeval.config.lake.CrosswalkConfig;
import org.cityeval.config.lake.DistrictsConfig;
import org.cityeval.config.lake.EventConfig;
import org.cityeval.config.lake.LakeConfig;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.Ordered;
import org.cityeval.config.lake.QualityConfig;
import org.cityeval.config.lake.RequestConfig;
import org.cityeval.config.lake.SmallCountsConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.config.lake.Variables;
import org.cityeval.indicator.Parameters;
import org.cityeval.series.Quantity;

/** A whole evaluation as its config states it, every default applied and every path resolved. */
public record EvaluationConfig(
    EvaluationSection evaluation,
    DistrictsConfig districts,
    @JsonUnwrapped LakeConfig lake,
    Map<String, BaselineConfig> baselines,
    PanelConfig panel,
    IndicatorsConfig indicators,
    ComparisonConfig comparison,
    QualityConfig quality)
    implements Serializable {

  public EvaluationConfig {
    baselines = Ordered.copyOf(baselines);
  }

  /** The same, with the environment variables that its texts were completed by. */
  public EvaluationConfig completedBy(Variables used) {
    return new EvaluationConfig(
        evaluation,
        districts,
        lake.completedBy(used),
        baselines,
        panel,
        indicators,
        comparison,
        quality);
  }

  /** The environment variables that its texts were completed by. */
  public Variables variables() {
    return lake.variables();
  }

  /** What the lake holds, by name of the source. */
  public Map<String, SourceConfig> sources() {
    return lake.sources();
  }

  /** The registers of service requests, by name. */
  public Map<String, RequestConfig> requests() {
    return lake.requests();
  }

  /** What its spellings of districts mean, by name of the crosswalk. */
  public Map<String, CrosswalkConfig> crosswalks() {
    return lake.crosswalks();
  }

  /** Which of its counts are too small to publish. */
  public SmallCountsConfig smallCounts() {
    return lake.smallCounts();
  }

  /** What is known of single days. */
  public List<EventConfig> events() {
    return lake.events();
  }

  /** The name of a source, or of requests, within the warehouse. */
  public String sourceId(String source) {
    return evaluation.id() + "/" + source;
  }

  /** How the sources that map the measure do so, if any does; all of them state it alike. */
  public Optional<MeasureConfig> findMeasure(Quantity measure) {
    return sources().values().stream()
        .map(source -> source.measures().get(measure))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** What the indicators are told: their settings, the enterprise baseline, the case series. */
  public Parameters parameters() {
    List<String> names =
        List.copyOf(
            new TreeSet<>(
                panel.enterprise().stream()
                    .flatMap(measure -> findMeasure(measure).stream())
                    .map(MeasureConfig::baseline)
                    .filter(Objects::nonNull)
                    .toList()));
    int smoothedDays =
        findMeasure(Quantity.NEW_CASES).map(MeasureConfig::carriedMeanDays).orElse(RAW_DAYS);
    return indicators.parameters(
        names,
        names.stream().map(baselines::get).toList(),
        smoothedDays,
        mobilityDays(),
        panel.waves());
  }

  /** Mobility that is not a mean at its source is smoothed here. */
  private int mobilityDays() {
    int atSource =
        panel.mobility().stream()
            .flatMap(measure -> findMeasure(measure).stream())
            .mapToInt(MeasureConfig::carriedMeanDays)
            .max()
            .orElse(RAW_DAYS);
    return atSource > RAW_DAYS ? atSource : DailyDerivation.WEEK_DAYS;
  }

  private static final int RAW_DAYS = 1;
}
