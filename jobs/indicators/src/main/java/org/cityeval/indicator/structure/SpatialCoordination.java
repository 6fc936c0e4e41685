package org.cityeval.indicator.structure;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_CITY;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RISK_NEIGHBOURS;

import java.util.List;
import java.util.Map;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.LeadIn;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.restriction.CityRestriction;
import org.cityeval.numeric.space.MoranI;
import org.cityeval.numeric.space.Neighbours;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.statistics.Tails;
import org.cityeval.numeric.statistics.WeightedLine;
import org.cityeval.numeric.timeseries.DayWeighted;
import org.cityeval.numeric.timeseries.LongRunError;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * Whether neighbouring districts restricted alike beyond what their risks explain. No direction is
 * good in itself: neighbours that act alike may coordinate, or merely be shut together.
 */
public final class SpatialCoordination implements PooledIndicator {
  private static final int PERMUTATIONS = Tails.LEAST_DRAWS;

  /** What a line that explains all leaves unexplained, in fractions of the baseline. */
  private static final double ROUNDING = 1e-12;

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("S4", "spatial_coordination")
          .title("Spatial coordination", "响应空间协调")
          .plainly(
              "Whether neighbouring districts restricted alike beyond what their risk explains.",
              "在风险之外，相邻各区的限制是否相近。")
          .dimension(Dimension.STRUCTURE)
          .unit(Unit.COEFFICIENT)
          .better(Direction.CONTEXT)
          .levels(Level.CITY)
          .reads(MOBILITY_SMOOTHED, RISK_LEVEL, RISK_NEIGHBOURS, RISK_CITY)
          .leadIn(LeadIn.KNOWN_RISK)
          .definition(
              "Moran's I, over contiguous districts, of residuals. These are the part of the mean"
                  + " fall of mobility that a straight line in mean known risk leaves unexplained."
                  + " It is above its expectation -1/(n - 1) where neighbours restricted alike,"
                  + " below it where they differed. It may lie somewhat beyond -1 and 1. Its bounds"
                  + " are the extreme eigenvalues of w made symmetric, times n/S0. Districts"
                  + " without a neighbour weigh nothing and are counted. The p-value of %d"
                  + " rearrangements of the districts is a part; with a dozen districts its power"
                  + " is low. Missing input where no borders are known; not applicable where risk"
                  + " explains all that differed between the districts, or no two of those compared"
                  + " touch."
                  + CityRestriction.MEANS
                  + CityRestriction.RULE,
              CityRestriction.ruleNumbers(PERMUTATIONS, CityRestriction.MEANS_LISTED))
          .formula(
              "I = (n/S0) · Σ w_ij·e_i·e_j / Σ e_i², e = f̄ − (a + b·r̄), rows of w add up to 1, S0"
                  + " = Σ w_ij")
          .uncertainty(DayStatistic.JOINT_DESCRIPTION)
          .cites(
              "Moran (1950), Biometrika 37:17",
              "Cliff & Ord (1981), Spatial Processes",
              "de Jong, Sprenger & van Veen (1984), Geogr. Anal. 16:17",
              DayStatistic.SOURCE)
          .methodVersion(4)
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Trace observe(DistrictSeries series, Parameters parameters) {
    return CityRestriction.observe(series, parameters);
  }

  @Override
  public String traceId() {
    return CityRestriction.TRACE_ID;
  }

  @Override
  public Pooled pool(City city, Parameters parameters, Seeds seeds) {
    if (city.members().size() >= CityRestriction.DISTRICTS
        && city.members().stream().allMatch(member -> member.neighbours().isEmpty())) {
      return new Pooled(
          Result.none(Status.MISSING_INPUT, "no borders between districts known")
              .withN(0)
              .withCoverage(0),
          Map.of());
    }
    return CityRestriction.pool(city, parameters, new Association(seeds.city()));
  }

  /** Moran's I of the districts' residuals. */
  private record Association(long seed) implements CityRestriction.Measure {
    @Override
    public DayWeighted of(CityRestriction city) {
      Neighbours borders = borders(city);
      return city.ofMeans((fall, risk) -> MoranI.of(residuals(fall, risk), borders).i());
    }

    @Override
    public ErrorScale scale() {
      return ErrorScale.LINEAR;
    }

    @Override
    public String notApplicable() {
      return "nothing left that risk does not explain, or no two districts compared touch";
    }

    @Override
    public Result explain(Result result, CityRestriction city) {
      double[] once = LongRunError.once(city.days());
      double[] residuals = residuals(city.meanFall(once), city.meanRisk(once));
      Neighbours borders = borders(city);
      MoranI all = MoranI.of(residuals, borders);
      if (Double.isNaN(all.i())) {
        return result;
      }
      return city.explainMeans(result)
          .with("expected", all.expected())
          .with("islands", all.islands())
          .with("permutations", PERMUTATIONS)
          .with("p_value", MoranI.permuted(residuals, borders, PERMUTATIONS, seed).twoSided());
    }

    private static double[] residuals(double[] fall, double[] risk) {
      WeightedLine line = new WeightedLine();
      double mean = 0;
      int observed = 0;
      for (int i = 0; i < fall.length; i++) {
        if (!Double.isNaN(fall[i])) {
          line.add(1, risk[i], fall[i]);
          observed++;
          mean += (fall[i] - mean) / observed;
        }
      }
      double[] residuals = new double[fall.length];
      for (int i = 0; i < fall.length; i++) {
        // Where all risks are equal they explain nothing, and there is no line.
        double unexplained = fall[i] - (line.squares() > 0 ? line.at(risk[i]) : mean);
        residuals[i] = Math.abs(unexplained) < ROUNDING ? 0 : unexplained;
      }
      return residuals;
    }

    private static Neighbours borders(CityRestriction city) {
      List<String> ids = city.districtIds();
      int[][] lists = new int[ids.size()][];
      for (int i = 0; i < lists.length; i++) {
        lists[i] =
            city.members().get(i).neighbours().stream()
                .mapToInt(ids::indexOf)
                .filter(place -> place >= 0)
                .toArray();
      }
      return Neighbours.of(lists);
    }
  }
}
