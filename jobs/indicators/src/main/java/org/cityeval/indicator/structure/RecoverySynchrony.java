package org.cityeval.indicator.structure;

import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;

import java.util.List;
import java.util.Map;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.activity.LevelComparison;
import org.cityeval.indicator.activity.MeanLevels;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.timeseries.Synchrony;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * Whether the districts' enterprises fell and rose together. They also do where everything was shut
 * at once: read it with {@link org.cityeval.indicator.efficiency.ResumptionLossArea}.
 */
public final class RecoverySynchrony implements PooledIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("S3", "recovery_synchrony")
          .title("Recovery synchrony", "区际复苏同步度")
          .plainly(
              "Whether enterprise activity fell and rose together in all districts: 1 where it"
                  + " moved in step.",
              "各区企业活动是否同步升降：1为完全同步。")
          .dimension(Dimension.STRUCTURE)
          .unit(Unit.RATIO)
          .better(Direction.HIGHER)
          .levels(Level.CITY)
          .reads(ENTERPRISE_SMOOTHED)
          .definition(
              "Variance over the days of the summed levels of enterprise activity of the districts,"
                  + " divided by what it would be if all moved in step. It is 1 where they did, 0"
                  + " where they cancelled each other. Pairs of districts are correlated over the"
                  + " days that both are observed on, at least %d; not applicable where fewer than"
                  + " two ever moved. The mean correlation of pairs and Kuramoto's order are parts."
                  + " High synchrony may mean that everything was shut at once."
                  + LevelComparison.RULE,
              Minimum.DAYS,
              Minimum.DAYS,
              100 * Minimum.COVERAGE,
              LevelComparison.DISTRICTS)
          .formula("φ = Var(Σ_d x_d) / (Σ_d sd(x_d))²")
          .uncertainty(DayStatistic.JOINT_DESCRIPTION)
          .cites(
              "Loreau & de Mazancourt (2008), Am. Nat. 172:E48",
              "Kuramoto (1984)",
              DayStatistic.SOURCE)
          .methodVersion(3)
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Trace observe(DistrictSeries series, Parameters parameters) {
    return LevelComparison.observe(series);
  }

  @Override
  public String traceId() {
    return LevelComparison.TRACE_ID;
  }

  @Override
  public Pooled pool(City city, Parameters parameters, Seeds seeds) {
    List<Member> compared = LevelComparison.compared(city.members());
    Result result =
        compared.size() < LevelComparison.DISTRICTS
            ? LevelComparison.tooFew(city.members())
            : judge(MeanLevels.of(compared), parameters);
    double covered = compared.stream().mapToDouble(member -> member.trace().coverage()).sum();
    return new Pooled(
        result
            .with("districts", compared.size())
            .with("districts_left_out", city.members().size() - compared.size())
            .withN(compared.size())
            .withCoverage(city.members().isEmpty() ? 0 : covered / city.members().size()),
        Map.of());
  }

  private static Result judge(MeanLevels levels, Parameters parameters) {
    Synchrony.Moving moving = Synchrony.Moving.of(levels.daily(), Minimum.DAYS);
    Synchrony all = moving.synchrony();
    if (Double.isNaN(all.commonVariance())) {
      return Result.none(
          Status.NOT_APPLICABLE, "activity moved in fewer than two districts at the same time");
    }
    return new DayStatistic(levels.days(), levels.days(), ErrorScale.SHARE, moving)
        .bound(Result.ok(all.commonVariance()), parameters.uncertainty().level())
        .with("mean_correlation", all.meanCorrelation())
        .with("kuramoto_order", all.phaseOrder())
        .with("districts_that_moved", all.districts());
  }
}
