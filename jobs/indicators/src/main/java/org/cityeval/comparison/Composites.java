package org.cityeval.comparison;

import java.util.ArrayList;
import java.util.List;
import org.cityeval.numeric.composite.Aggregation;

/**
 * The composites of a panel under several weightings, and what each could be: draws of every value
 * from the interval it was published with, the same draw under each weighting, so that differences
 * are of one thing.
 */
public final class Composites {
  private final Panel panel;
  private final List<Yardstick> yardsticks;
  private final List<CompositeModel> models = new ArrayList<>();
  private final double[][][] draws;

  /**
   * How draws are made.
   *
   * @param count draws per value
   * @param level nominal coverage of the intervals
   * @param seed seed of the panel; each unit and indicator has its own from it
   */
  public record Draws(int count, double level, long seed) {}

  public Composites(Panel panel, CompositeMethod method, List<Weighting> weightings, Draws draws) {
    this.panel = panel;
    this.yardsticks = panel.yardsticks(method);
    weightings.forEach(w -> models.add(new CompositeModel(panel, yardsticks, method, w)));
    this.draws = new double[models.size()][panel.units().size()][];
    for (int unit = 0; unit < panel.units().size(); unit++) {
      draw(unit, draws);
    }
  }

  private void draw(int unit, Draws how) {
    for (int w = 0; w < models.size(); w++) {
      draws[w][unit] = new double[how.count()];
    }
    for (int i = 0; i < yardsticks.size(); i++) {
      if (!weighs(unit, i)) {
        continue;
      }
      Evidence evidence = panel.evidence(unit, i);
      double[] numbers = panel.draws(unit, i, how.count(), how.seed());
      Aggregation aggregation = models.get(0).aggregation();
      for (int draw = 0; draw < numbers.length; draw++) {
        double drawn = evidence.score(yardsticks.get(i), numbers[draw]);
        double term = CompositeModel.term(aggregation, drawn);
        for (int w = 0; w < draws.length; w++) {
          draws[w][unit][draw] += models.get(w).weights(unit)[i] * term;
        }
      }
    }
    for (int w = 0; w < draws.length; w++) {
      for (int draw = 0; draw < how.count(); draw++) {
        draws[w][unit][draw] = models.get(w).aggregation().total(draws[w][unit][draw]);
      }
    }
  }

  private boolean weighs(int unit, int indicator) {
    return models.stream().anyMatch(model -> model.weights(unit)[indicator] > 0);
  }

  /** Of each indicator of the panel, in its order. */
  public List<Yardstick> yardsticks() {
    return yardsticks;
  }

  /** Whether a weighting weighs anything that was scored. */
  public boolean isEmpty(int weighting) {
    return models.get(weighting).isEmpty();
  }

  /** What the composite of a unit could be, in step across weightings; beyond 1 and 100, too. */
  public double[] draws(int weighting, int unit) {
    return draws[weighting][unit];
  }

  /** The scores under one weighting, by its place in the list. */
  public Scorecard scorecard(int weighting) {
    return new Scorecard(panel, models.get(weighting));
  }
}
