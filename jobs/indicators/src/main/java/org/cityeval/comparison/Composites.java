package org.cityeval.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cityeval.indicator.Seed;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.statistics.BootstrapInterval;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.DrawnEstimate;
import org.cityeval.numeric.statistics.Moments;
import org.cityeval.numeric.statistics.StudentT;

/**
 * The composites of a panel under several weightings, and what each could be. Every value is drawn
 * from the interval it was published with. The draws are the same under each weighting, so only the
 * weights differ between them. A composite has the degrees of freedom of the sum of its errors
 * (Satterthwaite 1946), of which there are more than of any one indicator.
 */
public final class Composites {
  private final Panel panel;
  private final List<Yardstick> yardsticks;
  private final List<CompositeModel> models = new ArrayList<>();
  private final Draws how;
  private final DrawnEstimate[][] drawn;

  /** Variance of what is weighed of an indicator, by unit and indicator. */
  private final double[][] variances;

  /**
   * How draws are made.
   *
   * @param count draws per value
   * @param level nominal coverage of the intervals
   * @param seed seed of the panel; each unit and indicator has its own from it
   */
  public record Draws(int count, double level, long seed) {}

  public Composites(Panel panel, CompositeMethod method, List<Weighting> weightings, Draws how) {
    this.panel = panel;
    this.how = how;
    this.yardsticks = panel.yardsticks(method);
    weightings.forEach(w -> models.add(new CompositeModel(panel, yardsticks, method, w)));
    this.drawn = new DrawnEstimate[models.size()][panel.units().size()];
    this.variances = new double[panel.units().size()][yardsticks.size()];
    for (int unit = 0; unit < panel.units().size(); unit++) {
      double[][] draws = draws(unit);
      for (int w = 0; w < draws.length; w++) {
        drawn[w][unit] =
            DrawnEstimate.of(
                draws[w],
                degreesOfFreedom(unit, models.get(w).weights(unit)),
                new SplittableRandom(
                    Seed.of(
                        how.seed(), panel.units().get(unit).unitId(), weightings.get(w).name())));
      }
    }
  }

  private double[][] draws(int unit) {
    double[][] draws = new double[models.size()][how.count()];
    Aggregation aggregation = models.get(0).aggregation();
    for (int i = 0; i < yardsticks.size(); i++) {
      if (!weighs(unit, i)) {
        continue;
      }
      Evidence evidence = panel.evidence(unit, i);
      double[] terms =
          evidence.scores(
              yardsticks.get(i), panel.drawsOfKnownScale(unit, i, how.count(), how.seed()));
      for (int draw = 0; draw < terms.length; draw++) {
        terms[draw] = CompositeModel.term(aggregation, terms[draw]);
      }
      for (int w = 0; w < draws.length; w++) {
        double weight = models.get(w).weights(unit)[i];
        for (int draw = 0; draw < terms.length; draw++) {
          draws[w][draw] += weight * terms[draw];
        }
      }
      variances[unit][i] = terms.length < 2 ? 0 : Moments.variance(terms);
    }
    for (double[] of : draws) {
      for (int draw = 0; draw < of.length; draw++) {
        of[draw] = aggregation.total(of[draw]);
      }
    }
    return draws;
  }

  /** Of the sum of what is weighed of the indicators, each times a coefficient. */
  private double degreesOfFreedom(int unit, double[] coefficients) {
    double[] weighed = new double[coefficients.length];
    double[] degreesOfFreedom = new double[coefficients.length];
    for (int i = 0; i < weighed.length; i++) {
      weighed[i] = coefficients[i] * coefficients[i] * variances[unit][i];
      degreesOfFreedom[i] = panel.evidence(unit, i).degreesOfFreedom();
    }
    return StudentT.ofSum(weighed, degreesOfFreedom);
  }

  private boolean weighs(int unit, int indicator) {
    return models.stream().anyMatch(model -> model.weights(unit)[indicator] > 0);
  }

  /** Of each indicator of the panel, in its order. */
  public List<Yardstick> yardsticks() {
    return yardsticks;
  }

  /** Why a weighting, by its place in the list, judges nothing here; empty where it does. */
  public String inapplicable(int weighting) {
    return models.get(weighting).inapplicable();
  }

  /** What the composite of a unit could be, in step across weightings; beyond 1 and 100, too. */
  public DrawnEstimate drawn(int weighting, int unit) {
    return drawn[weighting][unit];
  }

  /**
   * {@link #drawn} of each unit, which is not kept any longer: draws are most of what is held.
   * Afterwards neither these nor {@link #difference} can be asked for.
   *
   * @param weighting its place in the list
   */
  public DrawnEstimate[] handOver(int weighting) {
    DrawnEstimate[] of = drawn[weighting];
    drawn[weighting] = null;
    return of;
  }

  /** The scores under one weighting, by its place in the list. */
  public Scorecard scorecard(int weighting) {
    return new Scorecard(panel, models.get(weighting));
  }

  /**
   * Interval of the difference of a unit's composites under two weightings, draw by draw; reaches
   * to the difference of the composites themselves.
   *
   * @param difference the composite under {@code minuend} less that under {@code subtrahend}
   */
  public Bounds difference(double difference, int minuend, int subtrahend, int unit) {
    double[] more = drawn[minuend][unit].draws();
    double[] less = drawn[subtrahend][unit].draws();
    double[] draws = new double[more.length];
    Arrays.setAll(draws, draw -> more[draw] - less[draw]);
    double[] coefficients = models.get(minuend).slopes(unit);
    double[] others = models.get(subtrahend).slopes(unit);
    Arrays.setAll(coefficients, i -> coefficients[i] - others[i]);
    return BootstrapInterval.expanded(draws, how.level(), degreesOfFreedom(unit, coefficients))
        .including(difference);
  }
}
