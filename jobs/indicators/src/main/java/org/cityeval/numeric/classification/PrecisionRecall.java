package org.cityeval.numeric.classification;

import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Ranks;
import org.cityeval.numeric.statistics.Selection;

/**
 * Area under the precision-recall curve, which, unlike the ROC curve, notices how rare events are.
 *
 * <p>Between two thresholds the curve has no unique shape (Davis and Goadrich 2006), and programs
 * disagree: always name the convention. Both take a higher score to mean an event, and put a
 * threshold at every distinct score. Cases with a {@code NaN} score are left out. Both are {@code
 * NaN} without an event or with an infinite score.
 */
public final class PrecisionRecall {
  private PrecisionRecall() {}

  /**
   * Average precision: each threshold's precision, weighted by the recall it adds. No line is drawn
   * between thresholds, so nothing is gained from them (the convention of scikit-learn).
   */
  public static double averagePrecisionStep(double[] score, boolean[] event) {
    return area(score, event, Rule.STEP);
  }

  /**
   * Trapezoids between the thresholds, starting from the point of recall 0 and the first
   * threshold's precision (the convention of Spark MLlib). Flatters compared with the step.
   */
  public static double trapezoidFromFirstPrecision(double[] score, boolean[] event) {
    return area(score, event, Rule.TRAPEZOID);
  }

  private enum Rule {
    STEP,
    TRAPEZOID
  }

  private static double area(double[] score, boolean[] event, Rule rule) {
    Domain.sameLength("score", score.length, "event", event.length);
    if (Domain.holdsInfinity(score)) {
      return Double.NaN;
    }
    int[] cases = IntStream.range(0, score.length).filter(i -> !Double.isNaN(score[i])).toArray();
    double[] observed = Selection.of(score, cases);
    int[] order = Ranks.ascending(observed);
    long events = IntStream.of(cases).filter(i -> event[i]).count();
    if (events == 0) {
      return Double.NaN;
    }
    double area = 0;
    double recallBefore = 0;
    double precisionBefore = Double.NaN;
    int found = 0;
    for (int i = order.length - 1; i >= 0; i--) {
      found += event[cases[order[i]]] ? 1 : 0;
      boolean threshold = i == 0 || observed[order[i - 1]] != observed[order[i]];
      if (threshold) {
        double precision = (double) found / (order.length - i);
        double recall = (double) found / events;
        double before = Double.isNaN(precisionBefore) ? precision : precisionBefore;
        double height = rule == Rule.STEP ? precision : (before + precision) / 2;
        area += (recall - recallBefore) * height;
        recallBefore = recall;
        precisionBefore = precision;
      }
    }
    return area;
  }
}
