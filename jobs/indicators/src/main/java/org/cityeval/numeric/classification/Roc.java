package org.cityeval.numeric.classification;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Moments;
import org.cityeval.numeric.statistics.Ranks;
import org.cityeval.numeric.statistics.Selection;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How well a score tells events from the rest: the probability that an event scores higher than a
 * non-event, ties counting half. A higher score is taken to mean an event.
 *
 * <p>Source: DeLong, DeLong and Clarke-Pearson (1988). Its errors assume independent cases; days
 * that depend on each other are worth fewer than they are.
 */
public final class Roc {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private Roc() {}

  /**
   * An area under the curve with its interval.
   *
   * @param interval normal, cut off at 0 and 1
   */
  public record Area(double auc, double standardError, Bounds interval) {}

  /**
   * Two areas over the same cases compared.
   *
   * @param z difference of first and second over its standard error
   * @param pValue two-sided
   */
  public record Comparison(double first, double second, double z, double pValue) {}

  /**
   * Area under the ROC curve in 0..1; {@code NaN} without an event or without a non-event.
   *
   * @param score cases with a {@code NaN} score are left out; with an infinite one nothing is known
   */
  public static double auc(double[] score, boolean[] event) {
    return Placements.of(score, event, observed(score, score)).auc();
  }

  /**
   * The area with DeLong's standard error and normal interval; both undefined with fewer than two
   * events or non-events.
   *
   * @param level nominal coverage in 0..1
   */
  public static Area delong(double[] score, boolean[] event, double level) {
    Domain.between0And1("level", level);
    Placements placements = Placements.of(score, event, observed(score, score));
    double error = Math.sqrt(placements.covariance(placements));
    double reach = NORMAL.inverseCumulativeProbability((1 + level) / 2) * error;
    double auc = placements.auc();
    return new Area(auc, error, new Bounds(Math.max(0, auc - reach), Math.min(1, auc + reach)));
  }

  /**
   * DeLong's paired test of equal areas; z and p are {@code NaN} where the difference has no
   * variance.
   *
   * @param first score of each case; a case with either score {@code NaN} is left out
   * @param second another score of the same cases
   */
  public static Comparison delong(double[] first, double[] second, boolean[] event) {
    Domain.sameLength("first", first.length, "second", second.length);
    int[] cases = observed(first, second);
    Placements a = Placements.of(first, event, cases);
    Placements b = Placements.of(second, event, cases);
    double variance = a.covariance(a) + b.covariance(b) - 2 * a.covariance(b);
    double z = variance > 0 ? (a.auc() - b.auc()) / Math.sqrt(variance) : Double.NaN;
    double p = Double.isNaN(z) ? Double.NaN : 2 * NORMAL.cumulativeProbability(-Math.abs(z));
    return new Comparison(a.auc(), b.auc(), z, p);
  }

  /** The cases with both scores; none where a score is infinite. */
  private static int[] observed(double[] first, double[] second) {
    if (Domain.holdsInfinity(first) || Domain.holdsInfinity(second)) {
      return new int[0];
    }
    return IntStream.range(0, first.length)
        .filter(i -> !Double.isNaN(first[i]) && !Double.isNaN(second[i]))
        .toArray();
  }

  /**
   * For every event the share of non-events it outscores, and for every non-event the share of
   * events that outscore it.
   */
  private record Placements(double[] ofEvents, double[] ofOthers) {
    static Placements of(double[] score, boolean[] event, int[] cases) {
      Domain.sameLength("score", score.length, "event", event.length);
      double[] all = Arrays.stream(cases).mapToDouble(i -> score[i]).toArray();
      int[] events = IntStream.range(0, cases.length).filter(k -> event[cases[k]]).toArray();
      int[] others = IntStream.range(0, cases.length).filter(k -> !event[cases[k]]).toArray();
      double[] among = Ranks.average(all);
      double[] amongEvents = Ranks.average(pick(all, events));
      double[] amongOthers = Ranks.average(pick(all, others));
      double[] ofEvents = new double[events.length];
      for (int i = 0; i < events.length; i++) {
        ofEvents[i] = (among[events[i]] - amongEvents[i]) / others.length;
      }
      double[] ofOthers = new double[others.length];
      for (int i = 0; i < others.length; i++) {
        ofOthers[i] = 1 - (among[others[i]] - amongOthers[i]) / events.length;
      }
      return new Placements(ofEvents, ofOthers);
    }

    double auc() {
      return ofOthers.length == 0 ? Double.NaN : Moments.mean(ofEvents);
    }

    double covariance(Placements other) {
      return covariance(ofEvents, other.ofEvents) / ofEvents.length
          + covariance(ofOthers, other.ofOthers) / ofOthers.length;
    }

    private static double covariance(double[] x, double[] y) {
      if (x.length < 2) {
        return Double.NaN;
      }
      double meanX = Moments.mean(x);
      double meanY = Moments.mean(y);
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += (x[i] - meanX) * (y[i] - meanY);
      }
      return sum / (x.length - 1);
    }

    private static double[] pick(double[] values, int[] indices) {
      return Selection.of(values, indices);
    }
  }
}
